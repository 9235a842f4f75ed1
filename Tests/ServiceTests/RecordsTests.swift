import Casework
import Days
import Foundation
import JournalStore
import Synchronization
import TestSupport
import Testing

@testable import Service

/// What a page is made from is what was written before it was asked for; very many events at once are folded in beside.
struct RecordsTests {
    private let test: TestJournal

    init() throws { test = try TestJournal() }

    private func write(_ count: Int, _ command: UInt64) async throws {
        try await test.journal.append(CommandID(high: 7, low: command), by: Actor("test"), at: Instant(milliseconds: 0))
        {
            for index in 0..<count {
                let child = ChildID(key: UInt64(index % 50 + 1))
                let review = Review(day: day("2025-04-01") + index / 50, participation: "PN1")
                try $0.append(
                    Proposed(
                        stream: child.stream, occurred: Moment(review.day), source: .recordedHere,
                        body: ChildEvent.reviewHeld(review).body))
            }
        }
    }

    private func count(_ authority: Authority) -> Int { authority.children.values.reduce(0) { $0 + $1.reviews.count } }

    @Test func whatAPersonWroteIsInTheNextAnswer() async throws {
        let records = Records(test.journal)
        for command in 1...5 {
            try await write(10, UInt64(command))
            #expect(count(try await records.current()) == command * 10)
        }
    }

    @Test func veryManyEventsAtOnceKeepNobodyWaiting() async throws {
        let records = Records(test.journal)
        try await write(10, 1)
        #expect(count(try await records.current()) == 10)
        let order = Mutex<[String]>([])
        records.prepare { authority in
            let known = authority.children.values.reduce(0) { $0 + $1.reviews.count }
            order.withLock { $0.append("prepared \(known)") }
            return { order.withLock { $0.append("installed") } }
        }
        try await write(Int(Records.few) + 1, 2)
        #expect(count(try await records.current()) == 10, "the answer from before, at once")
        while order.withLock({ $0.count }) < 2 { try await Task.sleep(for: .milliseconds(5)) }
        #expect(order.withLock { $0 } == ["prepared \(Records.few + 11)", "installed"])
        #expect(count(try await records.current()) == Int(Records.few) + 11)
        try await write(1, 3)
        #expect(count(try await records.current()) == Int(Records.few) + 12)
    }

    @Test func whatAPersonWritesWhileVeryManyAreBeingPutInPlaceIsInTheNextAnswer() async throws {
        let records = Records(test.journal)
        try await write(10, 1)
        _ = try await records.current()
        let isAtIt = Mutex(false)
        let mayEnd = Mutex(false)
        records.prepare { _ in
            return {
                isAtIt.withLock { $0 = true }
                while !mayEnd.withLock({ $0 }) { try? await Task.sleep(for: .milliseconds(5)) }
            }
        }
        try await write(Int(Records.few) + 1, 2)
        _ = try await records.current()
        while !isAtIt.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(5)) }
        try await write(1, 3)
        let known = count(try await records.current())
        mayEnd.withLock { $0 = true }
        #expect(known == Int(Records.few) + 12)
    }

    @Test func whatWasKnownAtAnEventDoesNotWaitForWhatIsFoldedInBeside() async throws {
        let records = Records(test.journal)
        try await write(10, 1)
        _ = try await records.current()
        try await write(Int(Records.few) + 1, 2)
        #expect(count(try await records.known(at: EventID(500))) == 500)
    }

    @Test func theFirstAnswerHasEverything() async throws {
        try await write(Int(Records.few) + 1, 1)
        #expect(count(try await Records(test.journal).current()) == Int(Records.few) + 1)
    }
}
