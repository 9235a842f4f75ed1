import Foundation

/// How many bytes of a file are read at a time.
let pieceSize = 256 * 1024

/// Lends a file's bytes to `each`, a piece at a time, until it answers false or the file is larger than any return's.
///
/// Read and not mapped: a mapped file that somebody cuts short while it is read would end the process.
func readPieces(
    of path: String, _ limits: ReadingLimits, each: (Data) throws(ReturnError) -> Bool
) throws(ReturnError) {
    guard let handle = FileHandle(forReadingAtPath: path) else {
        throw ReturnError("\(path): the file cannot be read; ask for permission to it")
    }
    defer { try? handle.close() }
    var total = 0
    while true {
        let piece: Data
        do {
            piece = try handle.read(upToCount: pieceSize) ?? Data()
        } catch {
            throw ReturnError("\(path): the file cannot be read to its end; copy it again")
        }
        if piece.isEmpty { return }
        total += piece.count
        guard total <= limits.file else {
            throw ReturnError("\(path): the file is larger than \(limits.file >> 20) MB; no return’s table is")
        }
        if try !each(piece) { return }
    }
}

/// A whole file.
func readableBytes(of path: String, _ limits: ReadingLimits) throws(ReturnError) -> Data {
    var bytes = Data()
    try readPieces(of: path, limits) { (piece) throws(ReturnError) in
        bytes.append(piece)
        return true
    }
    return bytes
}
