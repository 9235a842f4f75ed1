import Foundation

/// One line on standard error that says how far a long command has come, written over itself. Nothing where standard error
/// is no terminal.
struct LiveLine {
    private let isShown = isatty(2) == 1

    func show(_ words: String) { write("\r\u{1B}[2K\(words) …") }

    /// Takes the line away, so that what comes after stands at the start of its own.
    func clear() { write("\r\u{1B}[2K") }

    private func write(_ text: String) {
        if isShown { FileHandle.standardError.write(Data(text.utf8)) }
    }
}
