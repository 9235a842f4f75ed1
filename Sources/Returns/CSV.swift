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
            let rowStart = offset
            var blank = true
            var more = true
            while more {
                let start = offset
                var end = offset
                if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
                    end = try quoted()
                    cells.append((start + 1)..<end)
                } else {
                    end = try plain()
                    cells.append(start..<end)
                }
                if let cell = cells.last, blank { blank = bytes[cell].allSatisfy { $0 <= 32 } }
                try checkRow(since: rowStart)
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

    private func checkRow(since start: Int) throws(ReturnError) {
        if offset - start > limits.row {
            throw ReturnError(
                "\(file), line \(rowLine): the row is longer than \(limits.row) bytes; no row of a return is")
        }
        if cells.count > limits.cells {
            throw ReturnError(
                "\(file), line \(rowLine): the row has more than \(limits.cells) cells; no table of a return has")
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
