import Foundation

/// A small table with headings of its own, such as the staff file, read whole.
public enum CSVTable {
    public struct Row: Sendable {
        /// The line it starts on, from 1.
        public let line: Int
        /// Its cells by their headings in small letters, spaces around them dropped.
        public let cells: [String: String]
    }

    /// - Throws: ``ReturnError`` for a file that is no CSV.
    public static func read(
        _ data: some ContiguousBytes, file: String, limits: ReadingLimits = ReadingLimits()
    ) throws(ReturnError) -> [Row] {
        var rows: [Row] = []
        try lend(data) { (bytes) throws(ReturnError) in rows = try read(bytes, file: file, limits: limits) }
        return rows
    }

    /// Reads a file from the disk.
    ///
    /// - Throws: ``ReturnError`` for a file that cannot be read, or is no CSV.
    public static func read(path: String, limits: ReadingLimits = ReadingLimits()) throws(ReturnError) -> [Row] {
        try read(try readableBytes(of: path, limits), file: path, limits: limits)
    }

    private static func read(
        _ bytes: UnsafeRawBufferPointer, file: String, limits: ReadingLimits
    ) throws(ReturnError) -> [Row] {
        var csv = try CSV(bytes, file: file, limits: limits)
        func text(_ range: Range<Int>) -> String {
            decoded(UnsafeRawBufferPointer(rebasing: bytes[range])).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        guard try csv.next() else { return [] }
        let headings = csv.cells.map { text($0).lowercased() }
        var rows: [Row] = []
        while try csv.next() {
            let cells = zip(headings, csv.cells).map { ($0, text($1)) }
            rows.append(Row(line: csv.rowLine, cells: Dictionary(cells) { first, _ in first }))
        }
        return rows
    }
}
