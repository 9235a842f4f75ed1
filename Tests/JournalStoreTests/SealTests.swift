import Casework
import Days
import Foundation
import GRDB
import JournalStore
import Testing

/// What is sealed is lent to nobody, from whatever part of the journal, and the chain holds as before.
@Suite struct SealTests {
    let temporary: TemporaryJournal
    let day = Moment(Day(ordinal: 17_700))

    init() throws { temporary = try TemporaryJournal() }

    private func seal(_ event: Int64, in stream: StreamID = child(1), as number: Int) async throws {
        try await temporary.journal.append(command(number), by: worker, at: noon) {
            try $0.append(
                Proposed(
                    stream: stream, occurred: day, source: .recordedHere, corrects: EventID(event),
                    body: StoredBody(kind: StoredBody.seal, schema: 1, bytes: [7])))
        }
    }

    private func texts(through: EventID? = nil, checking: Bool = false) async throws -> [String] {
        var texts: [String] = []
        try await temporary.journal.scan(after: .none, through: through, checkingChain: checking) {
            texts.append(
                $0.isSealed ? "sealed \($0.body.count) \($0.reason ?? "")" : String(decoding: $0.body, as: UTF8.self))
        }
        return texts
    }

    @Test func whatIsSealedIsGoneFromEveryReadingThatOfAnEarlierTimeToo() async throws {
        let journal = temporary.journal
        try await journal.append(command(1), by: worker, at: noon) {
            try $0.append(proposal("before"))
            try $0.append(proposal("the secret", reason: "a secret reason"))
        }
        try await journal.write("after", as: command(2))
        try await seal(2, as: 3)
        #expect(try await texts() == ["before", "sealed 0 ", "after", "\u{7}"])
        #expect(try await texts(through: EventID(2)) == ["before", "sealed 0 "])
        #expect(try await texts(checking: true).count == 4)
        var ofStream: [Bool] = []
        try await journal.scan(stream: child(1)) { ofStream.append($0.isSealed) }
        #expect(ofStream == [false, true, false, false])
        try await journal.append(command(4), by: worker, at: noon) { transaction in
            var within: [Int] = []
            try transaction.scan(after: .none) { within.append($0.body.count) }
            #expect(within == [6, 0, 5, 1])
        }
    }

    @Test func itsOwnDoorOpensItWhole() async throws {
        try await temporary.journal.write("before", "the secret", as: command(1))
        try await seal(2, as: 2)
        var opened: [String] = []
        try await temporary.journal.open(sealed: EventID(2)) { opened.append(String(decoding: $0.body, as: UTF8.self)) }
        #expect(opened == ["the secret"])
    }

    @Test func theChainHoldsAndADamagedBodyIsFoundUnderItsSeal() async throws {
        try await temporary.journal.write("before", "the secret", "after", as: command(1))
        try await seal(2, as: 2)
        #expect(try temporary.report().isSound)
        try temporary.tamper { try $0.execute(sql: "UPDATE event SET body = x'00' WHERE seq = 2") }
        #expect(try temporary.report().named == [EventID(2)])
        await #expect(throws: JournalError.brokenChain(EventID(2))) { try await texts(checking: true) }
    }

    @Test func onlyWhatIsOfTheSameStreamIsSealed() async throws {
        try await temporary.journal.write("of the first", as: command(1))
        await #expect(throws: JournalError.noSuchEvent(EventID(1))) { try await seal(1, in: child(2), as: 2) }
        await #expect(throws: JournalError.noSuchEvent(EventID(9))) { try await seal(9, as: 3) }
        #expect(try await temporary.journal.head().seq == 1)
    }

    @Test func whatIsSealedCanBeErased() async throws {
        try await temporary.journal.write("before", "the secret", as: command(1))
        try await seal(2, as: 2)
        try await temporary.journal.append(command(3), by: worker, at: noon) {
            try $0.erase(EventID(2), on: day, reason: "ordered by the court")
        }
        #expect(try temporary.report().isSound)
        var erased = false
        try await temporary.journal.open(sealed: EventID(2)) { erased = $0.isErased }
        #expect(erased)
    }

    /// A version that knows of no seals would show what is sealed.
    @Test func aJournalIsOfTheOlderFormatUntilSomethingInItIsSealed() async throws {
        try await temporary.journal.write("before", "the secret", as: command(1))
        #expect(try format() == 1)
        try await seal(2, as: 2)
        #expect(try format() == 2)
        #expect(try SQLiteJournal.sealed(in: temporary.directory).map(\.event) == [EventID(2)])
    }

    private func format() throws -> Int? {
        try DatabaseQueue(path: SQLiteJournal.file(in: temporary.directory).path).read {
            try Int.fetchOne($0, sql: "PRAGMA user_version")
        }
    }
}
