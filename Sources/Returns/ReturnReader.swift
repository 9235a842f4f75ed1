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

    /// Reads the files that `paths` name as one return. Header is read first, whatever order they are given in.
    ///
    /// - Parameters:
    ///   - strangers: Numbers whose rows are all set aside, because here they mean another child.
    ///   - progress: Told now and then how many rows have been read.
    public func read(
        _ paths: [String], settingAside strangers: Set<String> = [], progress: @escaping (Int) -> Void = { _ in }
    ) throws(ReturnError) -> Return {
        var builder = ReturnBuilder(
            year: year, importedOn: importedOn, limits: limits, strangers: strangers, onRows: progress)
        var hash = SHA256()
        hash.update(data: Data("\(year)".utf8))
        let found = try ReturnFiles(paths, limits)
        for (name, problem) in found.ignored { builder.ignore(name, problem) }
        for file in found.files { try read(file, into: &builder, &hash) }
        guard !builder.result.files.isEmpty else {
            throw ReturnError(
                "\(paths.joined(separator: ", ")): no table of an SSDA903 return was found; expected files such as Header.csv and Episodes.csv, a zip of them, or the collection’s XML"
            )
        }
        progress(builder.result.rowsRead)
        return builder.finish(digest: hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }

    private func read(_ file: ReturnFile, into builder: inout ReturnBuilder, _ hash: inout SHA256) throws(ReturnError) {
        let start = try file.start(limits)
        if XMLReturn.isXML(start) { return try readXML(file, start, into: &builder, &hash) }
        guard let table = file.table else {
            if !file.isNamed { return builder.ignore(file.name) }
            throw ReturnError(
                "\(file.name): the name is not that of a table; name it as the collection does, for example Episodes.csv"
            )
        }
        let data = try file.bytes(limits)
        hash.update(data: Data("\(table.rawValue) \(data.count) ".utf8))
        hash.update(data: data)
        try lend(data) { (bytes) throws(ReturnError) in
            try TableReader(limits: limits).read(bytes, table, file: file.name, into: &builder)
        }
    }

    /// Reads the DfE's XML. One that only lies in the folder is left alone, and named, where it is another kind of XML or
    /// a table of its own was read from another file.
    private func readXML(
        _ file: ReturnFile, _ start: Data, into builder: inout ReturnBuilder, _ hash: inout SHA256
    ) throws(ReturnError) {
        if !file.isNamed, file.table == nil, !XMLReturn.isOfTheCollection(start) {
            return builder.ignore(file.name, .notThisReturn)
        }
        let before = builder.result.tables
        hash.update(data: Data("XML ".utf8))
        if file.isNamed || before.isEmpty {
            try XMLReturn.read(file, limits, into: &builder) { hash.update(data: $0) }
            return
        }
        var (attempt, digest) = (builder, hash)
        let tables = try XMLReturn.read(file, limits, into: &attempt) { digest.update(data: $0) }
        if tables.isDisjoint(with: before) {
            (builder, hash) = (attempt, digest)
        } else {
            builder.ignore(file.name, .besideTables)
        }
    }
}

/// Lends bytes to a body that throws one kind of error.
func lend(
    _ data: some ContiguousBytes, to body: (UnsafeRawBufferPointer) throws(ReturnError) -> Void
) throws(ReturnError) {
    let outcome: Result<Void, ReturnError> = data.withUnsafeBytes { bytes in
        do throws(ReturnError) {
            return .success(try body(bytes))
        } catch {
            return .failure(error)
        }
    }
    try outcome.get()
}
