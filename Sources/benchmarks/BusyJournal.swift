import Casework
import Days
import Foundation
import JournalStore
import Synchronization

/// A journal that somebody writes to before every hundredth request, to one child after another: what is kept between
/// requests must notice.
final class BusyJournal: Journal {
    private let journal: SQLiteJournal
    private let place: Workplace
    private let children: [ChildID]
    private let isBusy: Bool
    private let looks = Atomic<Int>(0)

    /// - Parameter isBusy: false where nobody writes after all.
    init(_ journal: SQLiteJournal, _ place: Workplace, _ children: [ChildID], isBusy: Bool = true) {
        (self.journal, self.place, self.children, self.isBusy) = (journal, place, children, isBusy)
    }

    /// How many events it wrote of itself.
    var writes: Int { isBusy ? looks.load(ordering: .relaxed) / 100 : 0 }

    nonisolated(nonsending) func dataVersion() async throws -> Int64 {
        let look = looks.add(1, ordering: .relaxed).newValue
        if isBusy, look % 100 == 0 {
            let day = place.year.firstDay + look / 100 % 300
            let review = ChildEvent.reviewHeld(Review(day: day, participation: "PN1"))
            let proposed = Proposed(
                stream: children[look / 100 % children.count].stream, occurred: Moment(day), source: .recordedHere,
                body: review.body)
            try await journal.append(CommandID(high: 8, low: UInt64(look)), by: place.author, at: place.now) {
                try $0.append(proposed)
            }
        }
        return try await journal.dataVersion()
    }

    nonisolated(nonsending) func append(
        _ command: CommandID, by author: Actor, at now: Instant, deciding: (any JournalTransaction) throws -> Void
    ) async throws -> Appended {
        try await journal.append(command, by: author, at: now, deciding: deciding)
    }

    nonisolated(nonsending) func scan(
        after: EventID, through: EventID?, checkingChain: Bool, each: (borrowing StoredEvent) throws -> Void
    ) async throws {
        try await journal.scan(after: after, through: through, checkingChain: checkingChain, each: each)
    }

    nonisolated(nonsending) func scan(
        stream: StreamID, each: (borrowing StoredEvent) throws -> Void
    ) async throws {
        try await journal.scan(stream: stream, each: each)
    }

    nonisolated(nonsending) func open(sealed event: EventID, each: (borrowing StoredEvent) throws -> Void) async throws
    {
        try await journal.open(sealed: event, each: each)
    }

    nonisolated(nonsending) func head() async throws -> JournalHead { try await journal.head() }

    nonisolated(nonsending) func verify(head: JournalHead?) async throws -> VerificationReport {
        try await journal.verify(head: head)
    }
}
