import Casework
import Foundation

/// Reads a table of comma-separated values where it lies in memory, row by row: quoted cells with commas, newlines and
/// doubled quotes in them, any line ending, blank lines passed over.
struct CSV {
    private let bytes: UnsafeRawBufferPointer
    private let limits: ReadingLimits
    private let file: String
    private var offset = 0
    /// The line that the next row starts on, from 1.
    private(set) var line = 1
    /// The cells of the last row, in order.
    private(set) var cells: [Range<Int>] = []
    /// The line that the last row started on.
    private(set) var rowLine = 1

    init(_ bytes: UnsafeRawBufferPointer, file: String, limits: ReadingLimits) throws(ReturnError) {
        (self.bytes, self.file, self.limits) = (bytes, file, limits)
        if bytes.count >= 2, (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) {
            throw ReturnError("\(file) is written in UTF-16; save it as CSV in UTF-8 and read it again")
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    /// Moves to the next row that is not blank; false at the end.
    ///
    /// A quoted cell keeps its doubled quotes as they stand: no column of a return has a use for either.
    mutating func next() throws(ReturnError) -> Bool {
        while offset < bytes.count {
            cells.removeAll(keepingCapacity: true)
            rowLine = line
            var blank = true
            var more = true
            while more {
                let start = offset
                var end = offset
                if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
                    end = try quoted()
                    cells.append((start + 1)..<end)
                    blank = false
                } else {
                    end = try plain()
                    cells.append(start..<end)
                    if end > start { blank = blank && bytes[start..<end].allSatisfy { $0 <= 32 } }
                }
                more = separator()
            }
            if !blank { return true }
        }
        return false
    }

    /// Passes over a cell without quotes, to the comma or line end behind it.
    private mutating func plain() throws(ReturnError) -> Int {
        let start = offset
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == UInt8(ascii: ",") || byte == 10 || byte == 13 { break }
            try check(byte, since: start)
            offset += 1
        }
        return offset
    }

    /// Passes over a quoted cell and gives where its closing quote is.
    private mutating func quoted() throws(ReturnError) -> Int {
        let start = offset
        offset += 1
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\"") {
                if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") {
                    offset += 2
                    continue
                }
                let end = offset
                offset += 1
                // Whatever stands between the closing quote and the comma belongs to nobody.
                _ = try plain()
                return end
            }
            if byte == 10 { line += 1 }
            try check(byte, since: start)
            offset += 1
        }
        throw ReturnError("\(file), line \(rowLine): a quoted cell never ends; close its quotation mark")
    }

    private func check(_ byte: UInt8, since start: Int) throws(ReturnError) {
        if byte == 0 {
            throw ReturnError(
                "\(file), line \(line): the file holds a NUL byte, so it is not a CSV file; export it again")
        }
        if offset - start >= limits.cell {
            throw ReturnError(
                "\(file), line \(rowLine): a cell is longer than \(limits.cell) bytes; no column of a return is")
        }
    }

    /// Passes over a comma, or the end of a line; true where another cell follows.
    private mutating func separator() -> Bool {
        guard offset < bytes.count else { return false }
        if bytes[offset] == UInt8(ascii: ",") {
            offset += 1
            return true
        }
        if bytes[offset] == 13 { offset += 1 }
        if offset < bytes.count, bytes[offset] == 10 { offset += 1 }
        line += 1
        return false
    }
}

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
        var failure: ReturnError?
        data.withUnsafeBytes { bytes in
            do throws(ReturnError) {
                rows = try read(bytes, file: file, limits: limits)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return rows
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
