import Casework
import Days
import Forms
import JournalStore

/// What stands on a child whom it is not about: a signed record with its versions and copies, a
/// document, or something that was said urgently, with every answer to it.
struct Misplaced {
    /// What it is called by.
    let fact: EventID
    /// Every event of it.
    let covers: [EventID]
    /// Names that it gave to parts of the thread.
    let retired: [ItemID]
    private let what: What
    private let signedBy: Actor
    private let signedAt: Instant

    private enum What {
        case record(SignedRecord)
        case document(Document)
        case urgent(UrgentWord, more: [UrgentEvent])
    }

    /// Nil where none of `events`, one child's in the journal's order, is such a record or document.
    init?(_ event: EventID, in events: [Recorded<ChildEvent>]) {
        if let versions = RecordVersions(of: event, in: events) {
            let (newest, signings) = (versions.newest, versions.events)
            let copies = events.filter { told in
                guard case .copyMade(let copy) = told.event else { return false }
                // A chronology is of no one record, and may hold this one from the day it was signed.
                return signings.contains(copy.record) || (copy.kind == .chronology && told.id > versions.fact)
            }
            // What a second reader said of it may quote it.
            let readings = events.filter { told in
                if case .join(.read(let reading)) = told.event { reading.closed == versions.fact } else { false }
            }
            (fact, covers) = (versions.fact, signings + (copies + readings).map(\.id))
            (retired, what) = (versions.names.keys.sorted(), .record(newest.record))
            (signedBy, signedAt) = (newest.author, newest.recorded)
        } else if let told = events.first(where: { $0.id == event }), case .document(let said) = told.event {
            (fact, covers, retired, what) = (event, [event], [], .document(said.document))
            var (by, at) = (told.author, told.recorded)
            if case .movedHere(_, let carried) = said { (by, at) = (carried.signedBy, carried.signedAt) }
            (signedBy, signedAt) = (by, at)
        } else if let told = events.first(where: { $0.id == event }), case .urgent(.said(let word)) = told.event {
            var more: [(id: EventID, said: UrgentEvent)] = []
            for case (let id, .urgent(let said)) in events.map({ ($0.id, $0.event) }) where said.word == event {
                more.append((id, said))
            }
            (fact, covers) = (event, [event] + more.map(\.id))
            retired = more.compactMap { if case .acted(_, let action) = $0.said { action.id } else { nil } }.sorted()
            what = .urgent(word, more: more.map(\.said))
            (signedBy, signedAt) = (told.author, told.recorded)
        } else {
            return nil
        }
    }

    /// The day it is about.
    private var day: Day {
        switch what {
        case .record(let record): record.day
        case .document(let document): document.day
        case .urgent(let word, _): word.at.inLondon.day
        }
    }

    /// Writes it down where it belongs, and on the child it stood on that it is there.
    ///
    /// - Throws: ``RecordRefusals`` where it cannot be about that child.
    func move(
        to child: ChildID, from wrong: ChildID, in authority: Authority, _ transaction: any JournalTransaction,
        by who: String, at now: Instant, telling: UrgentTelling.Ladder
    ) throws -> EventID {
        guard let right = authority[child] else {
            throw RecordRefusals(
                one: RecordRefusal("right", "nobody here is known as that", "choose the child from the list"))
        }
        // A document may be of before the birth; what is recorded of a child is not.
        if case .record = what, let born = right.identity.birthDates.first, day < born {
            throw RecordRefusals(
                one: RecordRefusal(
                    "right", "it is about \(day.inWords), before that child was born",
                    "choose another child, or say that you do not know whose it is"))
        }
        let moved = try transaction.append(
            Proposed(
                stream: child.stream, occurred: Moment(day), source: .recordedHere,
                body: event(on: right, isPutBack: child == wrong, authority, at: now, telling).body))
        try transaction.append(
            Proposed(
                stream: wrong.stream, occurred: now.inLondon, source: .recordedHere,
                body: ChildEvent.wrongChild(.breach(record: fact, .moved(by: who, at: now, to: child))).body))
        return moved
    }

    private func event(
        on right: ChildRecord, isPutBack: Bool, _ authority: Authority, at now: Instant, _ telling: UrgentTelling.Ladder
    ) -> ChildEvent {
        let carried = Carried(from: fact, signedBy: signedBy, signedAt: signedAt)
        return switch what {
        case .record(let record):
            .wrongChild(
                .movedHere(
                    authority.loosened(record, isPutBack).carried(to: right, isPutBack: isPutBack), carried))
        case .document(let document): .document(.movedHere(document, carried))
        case .urgent(let word, let more): .urgent(.said(word.carried(with: more, to: right, at: now, telling)))
        }
    }
}

extension Authority {
    /// A record without what the answers to the council's own questions of its form have from the child it stood on: what
    /// they point at in its thread, and that its record knows somebody.
    fileprivate func loosened(_ record: SignedRecord, _ isPutBack: Bool) -> SignedRecord {
        guard !isPutBack, let form = form(record.form)?.form else { return record }
        return SignedRecord(
            kind: record.kind, day: record.day, form: record.form, onBehalfOf: record.onBehalfOf,
            answers: record.answers, own: form.ownForAnotherChild(record.own))
    }
}
