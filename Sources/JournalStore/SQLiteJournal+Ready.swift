import Foundation
import Glibc

extension SQLiteJournal {
    /// Throws where what is written beside the journal now would not be there after a power cut: a disk that is full, has
    /// become read-only or is gone. It leaves nothing behind, and waits for no writer: an import that takes its time is no
    /// fault.
    public func checkWritable() throws {
        guard access(path, W_OK) == 0 else {
            throw JournalError.storage(path: path, detail: String(cString: strerror(errno)))
        }
        // A name that no backup copies.
        let probe = directory.appendingPathComponent("\(JournalSchema.fileName).new-\(UUID().uuidString)")
        defer { unlink(probe.path) }
        try writeDurably(Data(count: 4096), to: probe)
    }
}
