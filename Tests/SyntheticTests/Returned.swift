import Days
import Synthetic

/// The files of a fictional authority, read back as plainly as they were written.
struct Returned {
    var files: [String: [UInt8]] = [:]

    init(_ authority: SyntheticAuthority) {
        authority.returns { path, bytes in files[path] = bytes }
    }

    /// The rows of a table as columns by name.
    func rows(_ path: String) -> [[String: String]] {
        let lines = String(decoding: files[path] ?? [], as: UTF8.self).split(separator: "\n")
        guard let header = lines.first?.split(separator: ",").map(String.init) else { return [] }
        return lines.dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Dictionary(uniqueKeysWithValues: zip(header, cells))
        }
    }
}

/// The day in a cell; nil where blank or not one.
func day(_ cell: String?) -> Day? {
    var text = cell ?? ""
    return text.withUTF8 { Day(bytes: UnsafeRawBufferPointer($0), .dayMonthYear) }
}

let sample = SyntheticAuthority(seed: 7, children: 400, years: 4, lastYear: CollectionYear(startingIn: 2026))
let returned = Returned(sample)
