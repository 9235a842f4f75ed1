import Casework
import Crypto
import Days
import Foundation

/// Reads an SSDA903 return: a folder of CSV tables, a zip of one, single CSV tables, or the DfE's XML.
///
/// Bad cells never stop it. A hostile or unreadable file does, with a sentence that says which and why.
public struct ReturnReader: Sendable {
    public let year: CollectionYear
    /// What happened after both this day and the collection's end cannot have happened yet.
    public let importedOn: Day
    public let limits: ReadingLimits

    public init(year: CollectionYear, importedOn: Day, limits: ReadingLimits = ReadingLimits()) {
        (self.year, self.importedOn, self.limits) = (year, importedOn, limits)
    }

    public func read(_ paths: [String]) throws(ReturnError) -> Return {
        var builder = ReturnBuilder(year: year, importedOn: importedOn)
        var hash = SHA256()
        hash.update(data: Data("\(year)".utf8))
        for path in paths { try read(path, into: &builder, &hash) }
        guard !builder.result.files.isEmpty else {
            throw ReturnError(
                "\(paths.joined(separator: ", ")): no table of an SSDA903 return was found; expected files such as Header.csv and Episodes.csv, a zip of them, or the collection’s XML"
            )
        }
        return builder.finish(digest: hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }

    private func read(_ path: String, into builder: inout ReturnBuilder, _ hash: inout SHA256) throws(ReturnError) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let type = attributes?[.type] as? FileAttributeType else {
            throw ReturnError("\(path): there is no such file or folder")
        }
        switch type {
        case .typeDirectory:
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
                throw ReturnError("\(path): the folder cannot be read; ask for permission to it")
            }
            for name in names.sorted() where !name.hasPrefix(".") {
                try readInFolder(path + "/" + name, name, into: &builder, &hash)
            }
        case .typeRegular: try readFile(path, name: path, into: &builder, &hash, mustBeTable: true)
        case .typeSymbolicLink: throw ReturnError("\(path): is a link to another place; name the place itself")
        default: throw ReturnError("\(path): is neither a file nor a folder")
        }
    }

    private func readInFolder(
        _ path: String, _ name: String, into builder: inout ReturnBuilder, _ hash: inout SHA256
    ) throws(ReturnError) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let type = attributes?[.type] as? FileAttributeType
        if type == .typeSymbolicLink {
            throw ReturnError("\(path): is a link to another place; copy the file itself into the folder")
        }
        guard type == .typeRegular, ReturnTable(fileNamed: name) != nil else {
            if type != .typeDirectory { builder.ignore(name) }
            return
        }
        try readFile(path, name: name, into: &builder, &hash, mustBeTable: false)
    }

    private func readFile(
        _ path: String, name: String, into builder: inout ReturnBuilder, _ hash: inout SHA256, mustBeTable: Bool
    ) throws(ReturnError) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
            throw ReturnError("\(path): the file cannot be read; ask for permission to it")
        }
        if data.starts(with: Array("PK\u{3}\u{4}".utf8)) {
            let entries = try Archive.tables(of: path, limits)
            for entry in entries {
                guard ReturnTable(fileNamed: entry.name) != nil else {
                    builder.ignore(entry.name)
                    continue
                }
                try take(entry.bytes, name: entry.name, into: &builder, &hash)
            }
            return
        }
        try take(data, name: name, into: &builder, &hash)
    }

    private func take(
        _ data: Data, name: String, into builder: inout ReturnBuilder, _ hash: inout SHA256
    ) throws(ReturnError) {
        hash.update(data: Data(name.split(separator: "/").last.map { Data($0.utf8) } ?? Data()))
        hash.update(data: data)
        let looksLikeXML = data.prefix(64).drop { $0 <= 32 || $0 >= 0x80 }.first == UInt8(ascii: "<")
        if looksLikeXML {
            try XMLReturn.read(data, file: name, limits, into: &builder)
        } else if let table = ReturnTable(fileNamed: name) {
            var failure: ReturnError?
            data.withUnsafeBytes { bytes in
                do throws(ReturnError) {
                    try readTable(bytes, table, file: name, into: &builder)
                } catch {
                    failure = error
                }
            }
            if let failure { throw failure }
        } else {
            throw ReturnError(
                "\(name): the name is not that of a table; name it as the collection does, for example Episodes.csv")
        }
    }

    private func readTable(
        _ bytes: UnsafeRawBufferPointer, _ table: ReturnTable, file: String, into builder: inout ReturnBuilder
    ) throws(ReturnError) {
        var csv = try CSV(bytes, file: file, limits: limits)
        guard try csv.next() else { return builder.ignoreEmpty(table, file) }
        let columns = csv.cells.map { Column(heading: trimmed(decoded(UnsafeRawBufferPointer(rebasing: bytes[$0])))) }
        guard columns.contains(.child) else {
            throw ReturnError(
                "\(file), line \(csv.rowLine): the headings have no CHILD; the first row must name the columns")
        }
        builder.met(table, in: file)
        builder.missingColumns(table.columns.filter { !columns.contains($0) }, of: table, in: file)
        var cells = [Range<Int>](repeating: 0..<0, count: Column.allCases.count)
        while try csv.next() {
            for column in table.columns { cells[column.rawValue] = 0..<0 }
            for (index, range) in csv.cells.enumerated() where index < columns.count {
                if let column = columns[index] { cells[column.rawValue] = range }
            }
            builder.take(Row(table: table, file: file, line: csv.rowLine, bytes: bytes, cells: cells))
        }
    }

    private func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
}
