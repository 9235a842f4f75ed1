import CZip
import Casework
import Foundation

/// A zip of a return's tables, unpacked in memory and never onto the disk.
enum Archive {
    /// Every file in the zip, in the order of their names.
    ///
    /// - Throws: ``ReturnError`` for a zip that cannot be read, a path that leads out of it, a link, or one that unpacks
    ///   to far more than any return is.
    static func tables(of path: String, _ limits: ReadingLimits) throws(ReturnError) -> [(name: String, bytes: Data)] {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
            throw ReturnError("\(path): the zip cannot be read; make it again")
        }
        defer { zip_discard(archive) }
        let count = zip_get_num_entries(archive, 0)
        guard count <= limits.entries else {
            throw ReturnError("\(path): the zip holds \(count) files; a return has no more than a dozen tables")
        }
        var files: [(name: String, bytes: Data)] = []
        var total = 0
        for index in 0..<UInt64(max(count, 0)) {
            guard let file = try entry(index, of: archive, path, limits) else { continue }
            total += file.bytes.count
            guard total <= limits.file else {
                throw ReturnError("\(path): the zip unpacks to more than \(limits.file) bytes; no return does")
            }
            files.append(file)
        }
        return files.sorted { $0.name < $1.name }
    }

    private static func entry(
        _ index: UInt64, of archive: OpaquePointer, _ path: String, _ limits: ReadingLimits
    ) throws(ReturnError) -> (name: String, bytes: Data)? {
        var about = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &about) == 0, let raw = about.name else {
            throw ReturnError("\(path): the zip’s list of files cannot be read; make it again")
        }
        let name = String(cString: raw)
        if name.hasSuffix("/") { return nil }
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
        let (size, packed) = (about.size, max(about.comp_size, 1))
        guard size <= limits.file, size <= 10_000_000 || size / packed <= limits.ratio else {
            throw ReturnError(
                "\(path): \(name) unpacks to \(size) bytes from \(packed); no return does; nothing was unpacked")
        }
        // What will not be read is named and never unpacked.
        guard ReturnTable(fileNamed: name) != nil else { return (name, Data()) }
        guard let file = zip_fopen_index(archive, index, 0) else {
            throw ReturnError("\(path): \(name) in the zip cannot be read (is it encrypted?); make the zip again")
        }
        defer { zip_fclose(file) }
        var bytes = Data(count: Int(size))
        let read = bytes.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, size) }
        guard read == Int64(size) else {
            throw ReturnError("\(path): \(name) in the zip is damaged; make the zip again")
        }
        return (name, bytes)
    }
}
