import Casework
import Days
import Foundation
import JournalStore
import Testing

@Suite struct AppendingTests {
    let temporary: TemporaryJournal
    var journal: SQLiteJournal { temporary.journal }

    init() throws { temporary = try TemporaryJournal() }

    @Test func whatIsAppendedIsReadBackAsItWas() async throws {
        let long = String(repeating: "long ", count: 5_000)
        try await journal.append(command(1), by: worker, at: noon) {
            try $0.append(proposal("first", reason: "because"))
            try $0.append(proposal("second", corrects: EventID(1), reason: ""))
            try $0.append(proposal("", in: StreamID.authority, reason: long))
        }
        var seen: [Recorded<StoredBody>] = []
        try await journal.scan { seen.append($0.recorded($0.storedBody)) }
        #expect(seen.map(\.id) == [EventID(1), EventID(2), EventID(3)])
        #expect(seen.map(\.version) == [1, 2, 1])
        #expect(seen.map(\.event.bytes) == [Array("first".utf8), Array("second".utf8), []])
        #expect(seen.map(\.reason) == ["because", "", long])
        #expect(seen.map(\.corrects) == [nil, EventID(1), nil])
        #expect(seen.map(\.occurred.minute) == [nil, 570, 570])
        #expect(seen.allSatisfy { $0.author == worker && $0.recorded == noon && $0.source == .recordedHere })
        #expect(try temporary.report().isSound)
    }

    @Test func aStreamIsReadByItself() async throws {
        try await journal.append(command(1), by: worker, at: noon) {
            for n in 0..<9 { try $0.append(proposal("\(n)", in: child(UInt64(n % 3)))) }
        }
        var texts: [String] = []
        try await journal.scan(stream: child(1)) { texts.append(String(decoding: $0.body, as: UTF8.self)) }
        #expect(texts == ["1", "4", "7"])
    }

    @Test func aScanStopsWhereItIsToldTo() async throws {
        try await journal.write("a", "b", "c", "d", as: command(1))
        var seen: [EventID] = []
        try await journal.scan(after: EventID(1), through: EventID(3), checkingChain: true) { seen.append($0.id) }
        #expect(seen == [EventID(2), EventID(3)])
    }

    @Test func aWriterWhoHasNotSeenTheLatestIsToldWhatChanged() async throws {
        try await journal.write("a", "b", as: command(1))
        let conflict = StreamConflict(stream: child(1), expected: 1, actual: 2)
        await #expect(throws: JournalError.conflict(conflict)) {
            try await journal.append(command(2), by: worker, at: noon) { try $0.append(proposal("c"), expecting: 1) }
        }
        try await journal.append(command(3), by: worker, at: noon) { try $0.append(proposal("c"), expecting: 2) }
        #expect(try await journal.texts() == ["a", "b", "c"])
    }

    @Test func commandsWrittenTogetherAreEachCarriedOutOnce() async throws {
        var outcomes: [Appended] = []
        for (around, sent) in [(9, [1, 2]), (10, [2, 3])] {
            try await journal.append(command(around), by: worker, at: noon) { transaction in
                for number in sent {
                    outcomes.append(
                        try transaction.carryOut(command(number)) {
                            try transaction.append(proposal("\(number)"))
                        })
                }
            }
        }
        #expect(outcomes.map(\.isRepeat) == [false, false, true, false])
        #expect(try await journal.texts() == ["1", "2", "3"])
        #expect(try temporary.report().isSound)
    }

    @Test func aCommandDoesNotBeginWhereTheOneAroundItHasWritten() async throws {
        await #expect(throws: JournalError.commandsDoNotMix) {
            try await journal.append(command(1), by: worker, at: noon) { transaction in
                try transaction.append(proposal("around"))
                try transaction.carryOut(command(2)) { try transaction.append(proposal("within")) }
            }
        }
        #expect(try await journal.texts() == [])
    }

    @Test func aCommandSentTwiceIsCarriedOutOnce() async throws {
        let first = try await journal.write("a", "b", as: command(1))
        #expect(first.events == EventID(1)...EventID(2) && !first.isRepeat && first.count == 2)
        var called = false
        let second = try await journal.append(command(1), by: worker, at: noon) { _ in called = true }
        #expect(second.events == first.events && second.isRepeat && !called)
        #expect(try await journal.texts() == ["a", "b"])
    }

    @Test func aCommandThatDecidesNothingIsRememberedToo() async throws {
        let first = try await journal.write(as: command(1))
        #expect(first.events == nil && first.count == 0 && !first.isRepeat)
        let second = try await journal.write("a", as: command(1))
        #expect(second.events == nil && second.isRepeat)
        try await journal.write("b", as: command(2))
        #expect(try temporary.report().isSound)
    }

    @Test func aDecisionThatThrowsLeavesNothing() async throws {
        struct Refused: Error {}
        let before = try await journal.head()
        await #expect(throws: Refused.self) {
            try await journal.append(command(1), by: worker, at: noon) {
                try $0.append(proposal("a"))
                throw Refused()
            }
        }
        #expect(try await journal.head() == before)
        let after = try await journal.write("b", as: command(1))
        #expect(after.events == EventID(1)...EventID(1) && !after.isRepeat)
    }

    @Test func aDecisionSeesWhatItHasWritten() async throws {
        try await journal.write("a", as: command(1))
        try await journal.append(command(2), by: worker, at: noon) { transaction in
            #expect(transaction.last == EventID(1))
            #expect(try transaction.exists(child(1)))
            #expect(try transaction.exists(child(2)) == false)
            #expect(try transaction.append(proposal("b", in: child(2))) == EventID(2))
            #expect(try transaction.version(of: child(2)) == 1)
            var unseen: [EventID] = []
            try transaction.scan(after: .none) { unseen.append($0.id) }
            #expect(unseen == [EventID(1), EventID(2)])
            unseen = []
            try transaction.scan(stream: child(2)) { unseen.append($0.id) }
            #expect(unseen == [EventID(2)])
        }
    }

    @Test func aClockThatGoesBackwardsDoesNotTakeTheJournalWithIt() async throws {
        try await journal.write("a", as: command(1), at: noon.adding(hours: 2))
        try await journal.write("b", as: command(2), at: noon)
        var instants: [Instant] = []
        try await journal.scan { instants.append($0.recorded) }
        #expect(instants == [noon.adding(hours: 2), noon.adding(hours: 2)])
    }

    @Test func aTransactionIsOfNoUseAfterItsCall() async throws {
        var kept: (any JournalTransaction)?
        try await journal.append(command(1), by: worker, at: noon) { kept = $0 }
        let transaction = try #require(kept)
        #expect(throws: JournalError.transactionIsOver) { try transaction.append(proposal("a")) }
        #expect(throws: JournalError.transactionIsOver) { try transaction.version(of: child(1)) }
    }

    @Test func nobodyElseMayClaimAnErasureOrCorrectWhatIsNotThere() async throws {
        let claim = Proposed(
            stream: child(1), occurred: Moment(Day(ordinal: 0)), source: .recordedHere, corrects: EventID(1),
            body: StoredBody(kind: StoredBody.erasure, schema: 1, bytes: []))
        await #expect(throws: JournalError.reservedKind) {
            try await journal.append(command(1), by: worker, at: noon) { try $0.append(claim) }
        }
        await #expect(throws: JournalError.noSuchEvent(EventID(1))) {
            try await journal.append(command(1), by: worker, at: noon) {
                try $0.append(proposal("a", corrects: EventID(1)))
            }
        }
    }
}
