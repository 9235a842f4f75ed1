import Casework
import Foundation

/// A file that may be part of a return: on the disk, or in a zip.
struct ReturnFile {
    enum Place {
        case disk(String)
        case entry(Archive.Entry, Archive)
    }

    /// As the reader should see it: its path where it was named, else its name in the folder or zip.
    let name: String
    /// The table that its name means.
    let table: ReturnTable?
    /// Whether it was asked for by name, and not merely found lying in a folder.
    let isNamed: Bool
    let place: Place

    /// Lends the file's bytes to `each`, a piece at a time, until it answers false.
    func read(
        _ limits: ReadingLimits, each: (Data) throws(ReturnError) -> Bool
    ) throws(ReturnError) {
        switch place {
        case .disk(let path): try readPieces(of: path, limits, each: each)
        case .entry(let entry, let archive): try archive.read(entry, each: each)
        }
    }

    /// The first piece: enough to see what kind of file it is.
    func start(_ limits: ReadingLimits) throws(ReturnError) -> Data {
        var start = Data()
        try read(limits) { (piece) throws(ReturnError) in
            start = piece
            return false
        }
        return start
    }

    func bytes(_ limits: ReadingLimits) throws(ReturnError) -> Data {
        var bytes = Data()
        try read(limits) { (piece) throws(ReturnError) in
            bytes.append(piece)
            return true
        }
        return bytes
    }
}

/// What stands in the paths that a reader was given: the files to read, in the order of the collection's tables with XML
/// last, and what is left alone.
struct ReturnFiles {
    private(set) var files: [ReturnFile] = []
    private(set) var ignored: [(name: String, why: Problem)] = []
    private let limits: ReadingLimits

    init(_ paths: [String], _ limits: ReadingLimits) throws(ReturnError) {
        self.limits = limits
        for path in paths { try add(path) }
        func order(_ file: ReturnFile) -> Int {
            file.table.flatMap { ReturnTable.allCases.firstIndex(of: $0) } ?? ReturnTable.allCases.count
        }
        files.sort { (order($0), $0.name) < (order($1), $1.name) }
    }

    private mutating func add(_ path: String) throws(ReturnError) {
        switch Self.type(of: path) {
        case nil: throw ReturnError("\(path): there is no such file or folder")
        case .typeDirectory: try add(folder: path)
        case .typeRegular:
            if try isZip(path) {
                try add(zip: path)
            } else {
                files.append(
                    ReturnFile(name: path, table: ReturnTable(fileNamed: path), isNamed: true, place: .disk(path)))
            }
        case .typeSymbolicLink: throw ReturnError("\(path) is a link to another place; name the place itself")
        default: throw ReturnError("\(path) is neither a file nor a folder")
        }
    }

    private mutating func add(folder: String) throws(ReturnError) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw ReturnError("\(folder): the folder cannot be read; ask for permission to it")
        }
        guard names.count <= limits.entries else {
            throw ReturnError(
                "\(folder): the folder holds \(names.count) files; a return has no more than a dozen tables")
        }
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = folder + "/" + name
            switch Self.type(of: path) {
            case .typeSymbolicLink:
                throw ReturnError("\(path) is a link to another place; copy the file itself into the folder")
            case .typeDirectory: ignored.append((name, .folder(inZip: false)))
            case .typeRegular where Self.mayBeRead(name):
                files.append(
                    ReturnFile(name: name, table: ReturnTable(fileNamed: name), isNamed: false, place: .disk(path)))
            case .typeRegular where name.lowercased().hasSuffix(".zip"): ignored.append((name, .zipInFolder))
            default: ignored.append((name, .noTable))
            }
        }
    }

    private mutating func add(zip path: String) throws(ReturnError) {
        let archive = try Archive(path, limits)
        let readable = archive.entries.filter { Self.mayBeRead($0.name) }
        // A folder that was zipped whole may hold the year before in a folder of its own.
        let depth = readable.map { Self.folder(of: $0.name).count }.min() ?? 0
        let folders = Set(readable.map { Self.folder(of: $0.name) }.filter { $0.count == depth }).sorted {
            $0.joined(separator: "/") < $1.joined(separator: "/")
        }
        if folders.count > 1 {
            throw ReturnError(
                "\(path): the zip holds tables in several folders (\(folders.map { $0.joined(separator: "/") }.joined(separator: ", "))); make a zip of one return"
            )
        }
        for entry in archive.entries {
            let name = entry.name.split(separator: "/").last.map(String.init) ?? entry.name
            if name.hasPrefix(".") { continue }
            if !Self.mayBeRead(entry.name) {
                ignored.append((entry.name, .noTable))
            } else if Self.folder(of: entry.name).count > depth {
                ignored.append((entry.name, .folder(inZip: true)))
            } else {
                files.append(
                    ReturnFile(
                        name: entry.name, table: ReturnTable(fileNamed: name), isNamed: false,
                        place: .entry(entry, archive)))
            }
        }
    }

    private static func type(of path: String) -> FileAttributeType? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    }

    private static func folder(of name: String) -> [String] { name.split(separator: "/").dropLast().map(String.init) }

    private static func mayBeRead(_ name: String) -> Bool {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        return !file.hasPrefix(".") && (ReturnTable(fileNamed: file) != nil || file.lowercased().hasSuffix(".xml"))
    }

    private func isZip(_ path: String) throws(ReturnError) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw ReturnError("\(path): the file cannot be read; ask for permission to it")
        }
        defer { try? handle.close() }
        let start = (try? handle.read(upToCount: 4)) ?? Data()
        // A zip's first file, or the end of one that is empty.
        let isZip = start.elementsEqual([0x50, 0x4B, 3, 4]) || start.elementsEqual([0x50, 0x4B, 5, 6])
        if isZip, path.lowercased().hasSuffix(".xlsx") {
            throw ReturnError("\(path) is an Excel workbook; save each of its sheets as CSV and read those")
        }
        if !isZip, path.lowercased().hasSuffix(".zip") {
            throw ReturnError("\(path): the zip cannot be read; make it again")
        }
        return isZip
    }
}
