/// What a command says of itself with `--help`.
extension String {
    /// The same with each paragraph on one line, so that it is broken where the reader's terminal ends and not where this file
    /// does. Lines that are set in stay as they are.
    var flowing: String {
        var lines: [String] = []
        for line in split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let goesOn =
                lines.last.map { !$0.isEmpty && !$0.hasPrefix(" ") && !$0.hasSuffix(":") } ?? false
                && !line.isEmpty && !line.hasPrefix(" ")
            if goesOn { lines[lines.count - 1] += " " + line } else { lines.append(line) }
        }
        return lines.joined(separator: "\n")
    }
}
