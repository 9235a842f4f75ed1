import CZip
import Casework
import Foundation

/// A zip of a return's tables. Its list is checked whole before anything is unpacked, and each table is unpacked in memory
/// when its turn comes, never onto the disk.
final class Archive {
    struct Entry {
        let name: String
        fileprivate let index: UInt64
        fileprivate let size: Int
    }

    private let archive: OpaquePointer
    private let path: String
    private let limits: ReadingLimits
    /// Every file in the zip, in the order of their names.
    private(set) var entries: [Entry] = []

    /// Opens a zip and checks its list.
    ///
    /// - Throws: ``ReturnError`` for a zip that cannot be read, a path that leads out of it, a link, a file behind a
    ///   password, or a zip that unpacks to far more than any return is.
    init(_ path: String, _ limits: ReadingLimits) throws(ReturnError) {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
            throw ReturnError("\(path): the zip cannot be read; make it again")
        }
        (self.archive, self.path, self.limits) = (archive, path, limits)
        let count = zip_get_num_entries(archive, 0)
        guard count <= limits.entries else {
            throw ReturnError("\(path): the zip holds \(count) files; a return has no more than a dozen tables")
        }
        var total = 0
        for index in 0..<UInt64(max(count, 0)) {
            guard let entry = try entry(index) else { continue }
            total += entry.size
            guard total <= limits.file else {
                throw ReturnError("\(path): the zip unpacks to more than \(limits.file >> 20) MB; no return does")
            }
            entries.append(entry)
        }
        entries.sort { $0.name < $1.name }
    }

    deinit { zip_discard(archive) }

    private func entry(_ index: UInt64) throws(ReturnError) -> Entry? {
        var about = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &about) == 0, let raw = about.name else {
            throw ReturnError("\(path): the zip’s list of files cannot be read; make it again")
        }
        let name = String(cString: raw)
        let parts = name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        if name.hasPrefix("/") || name.hasPrefix("\\") || parts.contains("..") || name.contains(":") {
            throw ReturnError("\(path): the zip holds a path that leads out of it (\(name)); nothing was unpacked")
        }
        var system: UInt8 = 0
        var attributes: UInt32 = 0
        zip_file_get_external_attributes(archive, index, 0, &system, &attributes)
        if system == UInt8(ZIP_OPSYS_UNIX), (attributes >> 16) & 0o170000 == 0o120000 {
            throw ReturnError("\(path): \(name) in the zip is a link, not a file; nothing was unpacked")
        }
        if name.hasSuffix("/") { return nil }
        if about.encryption_method != UInt16(ZIP_EM_NONE) {
            throw ReturnError("\(path): \(name) in the zip is locked with a password; make the zip again without one")
        }
        let (size, packed) = (about.size, max(about.comp_size, 1))
        guard size <= limits.file, size <= 10_000_000 || size / packed <= limits.ratio else {
            throw ReturnError(
                "\(path): \(name) unpacks to \(size) bytes from \(packed); no return does; nothing was unpacked")
        }
        return Entry(name: name, index: index, size: Int(size))
    }

    /// Unpacks one file, a piece at a time, until `each` answers false.
    func read(_ entry: Entry, each: (Data) throws(ReturnError) -> Bool) throws(ReturnError) {
        guard let file = zip_fopen_index(archive, entry.index, 0) else {
            throw ReturnError("\(path): \(entry.name) in the zip cannot be read; make the zip again")
        }
        defer { zip_fclose(file) }
        var total = 0
        while true {
            var piece = Data(count: pieceSize)
            let read = piece.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, UInt64(pieceSize)) }
            total += Int(max(read, 0))
            // The sum is checked at the end; a file may be longer than the list says, or end before it.
            guard read >= 0, total <= entry.size, read > 0 || total == entry.size else {
                throw ReturnError("\(path): \(entry.name) in the zip is damaged; make the zip again")
            }
            if read == 0 { return }
            if try !each(piece.prefix(Int(read))) { return }
        }
    }
}
