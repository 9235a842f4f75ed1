import Casework
import Foundation
import GRDB
import JournalStore
import Testing

@Suite struct OpeningTests {
    let temporary: TemporaryJournal
    init() throws { temporary = try TemporaryJournal() }

    @Test func nobodyElseOnTheMachineCanReadIt() async throws {
        let nested = temporary.directory.appendingPathComponent("data")
        let journal = try SQLiteJournal(directory: nested)
        try await journal.write("a", as: command(1))
        func permissions(_ url: URL) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
        }
        #expect(try permissions(nested) == 0o700)
        let files = try FileManager.default.contentsOfDirectory(at: nested, includingPropertiesForKeys: nil)
        #expect(files.count == 3)
        for file in files { #expect(try permissions(file) == 0o600, "\(file.lastPathComponent)") }
    }

    @Test func aJournalFromALaterVersionIsLeftAlone() throws {
        let path = SQLiteJournal.file(in: temporary.directory).path
        try temporary.tamper { try $0.execute(sql: "PRAGMA user_version = 9") }
        let error = JournalError.newerFormat(path: path, found: 9, known: 2)
        #expect(throws: error) { try SQLiteJournal(directory: temporary.directory) }
        #expect(throws: error) { try SQLiteJournal.verify(temporary.directory) }
        #expect(error.description.contains("newer Throughline"))
    }

    @Test func anotherProgramsFileIsLeftAlone() throws {
        let path = SQLiteJournal.file(in: temporary.directory).path
        try temporary.tamper { try $0.execute(sql: "PRAGMA application_id = 77") }
        #expect(throws: JournalError.notAJournal(path: path)) { try SQLiteJournal(directory: temporary.directory) }
        let text = temporary.directory.appendingPathComponent("text")
        try FileManager.default.createDirectory(at: text, withIntermediateDirectories: true)
        let bytes = Data(String(repeating: "not a database ", count: 100).utf8)
        try bytes.write(to: SQLiteJournal.file(in: text))
        #expect(throws: JournalError.self) { try SQLiteJournal(directory: text) }
        #expect(try Data(contentsOf: SQLiteJournal.file(in: text)) == bytes)
        let report = try SQLiteJournal.verify(text)
        #expect(!report.isSound)
    }

    @Test func aJournalThatIsNotThereIsNotMadeUnasked() throws {
        let absent = temporary.directory.appendingPathComponent("absent")
        let path = SQLiteJournal.file(in: absent).path
        #expect(throws: JournalError.missing(path: path)) { try SQLiteJournal(directory: absent, creating: false) }
        #expect(throws: JournalError.missing(path: path)) { try SQLiteJournal.verify(absent) }
        #expect(!FileManager.default.fileExists(atPath: absent.path))
    }

    @Test func aHeadSurvivesItsFile() async throws {
        try await temporary.journal.write("a", "b", as: command(1))
        let head = try await temporary.journal.head()
        let file = temporary.directory.appendingPathComponent("head.json")
        try head.write(to: file)
        try head.write(to: file)
        #expect(try JournalHead.read(from: file) == head)
        #expect(head.seq == 2 && head.hex.count == 64)
        for text in ["{}", "{\"seq\":2,\"digest\":\"abc\"}", "{\"seq\":-1,\"digest\":\"\(head.hex)\"}", "…"] {
            try Data(text.utf8).write(to: file)
            #expect(throws: JournalError.notAHead(path: file.path), "\(text)") { try JournalHead.read(from: file) }
        }
    }
}
