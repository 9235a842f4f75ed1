import Casework
import Days
import Foundation
import GRDB
import JournalStore
import Testing

@Suite struct ErasureTests {
    let temporary: TemporaryJournal
    let day = Moment(Day(ordinal: 17_700))

    init() throws { temporary = try TemporaryJournal() }

    @Test func anErasedBodyIsGoneAndTheChainStillHolds() async throws {
        let journal = temporary.journal
        try await journal.write("before", "a sentence that must go", "after", as: command(1))
        try await journal.append(command(2), by: worker, at: noon) {
            let erasure = try $0.erase(EventID(2), on: day, reason: "ordered by the court")
            #expect(erasure == EventID(4))
        }
        var erased: [EventID] = []
        try await journal.scan(after: .none, through: nil, checkingChain: true) { event in
            if event.isErased { erased.append(event.id) }
            if event.kind == StoredBody.erasure { #expect(event.corrects == EventID(2)) }
        }
        #expect(erased == [EventID(2)])
        let report = try temporary.report()
        #expect(report.isSound && report.erased == 1)
        try journal.checkpoint()
        let file = try Data(contentsOf: SQLiteJournal.file(in: temporary.directory))
        #expect(file.range(of: Data("a sentence that must go".utf8)) == nil)
        #expect(file.range(of: Data("before".utf8)) != nil)
    }

    @Test func anErasureOfWhatIsNotThereIsRefused() async throws {
        await #expect(throws: JournalError.noSuchEvent(EventID(9))) {
            try await temporary.journal.append(command(1), by: worker, at: noon) {
                try $0.erase(EventID(9), on: day, reason: "by mistake")
            }
        }
    }

    @Test func aBlankThatNoEventNamesIsFound() async throws {
        try await temporary.journal.write("a", "b", "c", as: command(1))
        try temporary.tamper { try $0.execute(sql: "UPDATE event SET body = NULL, salt = NULL WHERE seq = 2") }
        #expect(try temporary.report().faults.map(\.problem) == [.blank])
        #expect(try temporary.report().named == [EventID(2)])
        await #expect(throws: JournalError.brokenChain(EventID(2))) {
            try await temporary.journal.scan(after: .none, through: nil, checkingChain: true) { _ in }
        }
    }

    @Test func theFileItselfRefusesToChangeOrForget() async throws {
        try await temporary.journal.write("a", "b", as: command(1))
        let file = SQLiteJournal.file(in: temporary.directory).path
        for sql in [
            "DELETE FROM event WHERE seq = 2", "UPDATE event SET body = x'00' WHERE seq = 1",
            "UPDATE event SET body = NULL, salt = NULL WHERE seq = 1", "UPDATE event SET author = 'x'",
            "DELETE FROM command", "UPDATE command SET last_seq = 1",
        ] {
            #expect(throws: DatabaseError.self, "\(sql)") { try execute(sql, in: file) }
        }
        #expect(try temporary.report().isSound)
    }

    private func execute(_ sql: String, in file: String) throws {
        try DatabaseQueue(path: file).write { try $0.execute(sql: sql) }
    }
}
