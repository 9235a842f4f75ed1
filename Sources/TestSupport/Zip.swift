import CZip

/// Makes zips for tests: honest ones, and ones that no honest program makes.
public struct Zip {
    public struct Entry {
        public var name: String
        public var bytes: [UInt8]
        public var isLink = false
        public var password: String?

        public init(_ name: String, _ bytes: [UInt8], isLink: Bool = false, password: String? = nil) {
            (self.name, self.bytes, self.isLink, self.password) = (name, bytes, isLink, password)
        }
    }

    /// What could not be written.
    public struct Failure: Error {
        public let what: String
    }

    /// Writes a zip to `path`.
    public static func write(_ entries: [Entry], to path: String) throws(Failure) {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw Failure(what: path) }
        // The library reads the bytes when it closes, so they stay where they are until then.
        var lent: [UnsafeMutableRawBufferPointer] = []
        defer { for bytes in lent { bytes.deallocate() } }
        for entry in entries {
            let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(entry.bytes.count, 1), alignment: 1)
            lent.append(bytes)
            bytes.copyBytes(from: entry.bytes)
            let source = zip_source_buffer(archive, bytes.baseAddress, UInt64(entry.bytes.count), 0)
            let index = zip_file_add(archive, entry.name, source, UInt32(ZIP_FL_ENC_UTF_8))
            guard index >= 0 else { throw Failure(what: entry.name) }
            if entry.isLink {
                zip_file_set_external_attributes(archive, UInt64(index), 0, UInt8(ZIP_OPSYS_UNIX), 0o120777 << 16)
            }
            if let password = entry.password,
                zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_TRAD_PKWARE), password) != 0
            {
                throw Failure(what: entry.name)
            }
        }
        guard zip_close(archive) == 0 else { throw Failure(what: path) }
    }

    /// What a file of a zip holds, unpacked. - Parameter name: of the file; nil for all of them, one behind the other.
    public static func unpacked(_ name: String? = nil, of zip: [UInt8]) throws(Failure) -> [UInt8] {
        var content: [UInt8]?
        zip.withUnsafeBytes { bytes in
            guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, nil),
                let archive = zip_open_from_source(source, ZIP_RDONLY, nil)
            else { return }
            defer { zip_discard(archive) }
            var piece = [UInt8](repeating: 0, count: 65_536)
            for index in 0..<zip_get_num_entries(archive, 0) {
                guard let found = zip_get_name(archive, UInt64(index), 0),
                    name ?? String(cString: found) == String(cString: found),
                    let file = zip_fopen_index(archive, UInt64(index), 0)
                else { continue }
                defer { zip_fclose(file) }
                var unpacked: [UInt8] = []
                while case let count = zip_fread(file, &piece, 65_536), count > 0 {
                    unpacked.append(contentsOf: piece[..<Int(count)])
                }
                content = (content ?? []) + unpacked
            }
        }
        guard let content else { throw Failure(what: name ?? "a zip") }
        return content
    }
}
