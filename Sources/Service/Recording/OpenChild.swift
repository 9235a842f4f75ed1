import Casework
import Days
import JournalStore

/// Opens a record for a child who is in no return.
public struct OpenChild: Sendable {
    let number, given, family: String
    let born: Day?
    let sex: String
    let entered: Day?
    let legalStatus, placement: String

    public init(
        number: String, given: String = "", family: String = "", born: Day? = nil, sex: String = "",
        entered: Day? = nil, legalStatus: String = "", placement: String = ""
    ) {
        (self.number, self.given, self.family, self.born, self.sex) = (number, given, family, born, sex)
        (self.entered, self.legalStatus, self.placement) = (entered, legalStatus, placement)
    }

    /// - Throws: ``RecordRefusals`` where the child cannot be opened; ``JournalError``.
    /// - Returns: the child's id.
    nonisolated(nonsending) public func run<Kept: Journal>(
        into journal: Kept, by author: Actor, at now: Instant
    ) async throws -> ChildID {
        let today = now.inLondon.day
        let events = try events(today)
        let known = try await journal.authority()
        var opened: ChildID?
        try await journal.append(.new, by: author, at: now) { transaction in
            let authority = try transaction.authority(from: known)
            if authority.child(ssda903: number) != nil {
                throw RecordRefusals(
                    one: RecordRefusal(
                        "new-child", "\(number) is in use already", "record under that number, or give another"))
            }
            var child = ChildID(key: .random(in: 1 ... .max))
            while try transaction.exists(child.stream) { child = ChildID(key: .random(in: 1 ... .max)) }
            for (day, event) in events {
                try transaction.append(
                    Proposed(
                        stream: child.stream, occurred: Moment(day), source: .recordedHere, body: event.body))
            }
            opened = child
        }
        guard let opened else { throw JournalError.transactionIsOver }
        return opened
    }

    private func events(_ today: Day) throws(RecordRefusals) -> [(Day, ChildEvent)] {
        var wrong: [RecordRefusal] = []
        if number.isEmpty || number.utf8.count > 40 {
            wrong.append(
                RecordRefusal("new-child", "the number is empty or too long", "give the number the child is known by"))
        }
        if let born, born > today {
            wrong.append(RecordRefusal("born", "\(born.inWords) has not come yet", "give the day the child was born"))
        }
        let status = LegalStatus(Code(legalStatus) ?? .blank)
        let type = PlacementType(Code(placement) ?? .blank)
        if !legalStatus.isEmpty, LegalStatus.meanings[status.code] == nil {
            wrong.append(RecordRefusal("legal-status", "\(legalStatus) is no legal status", "give a code as V2"))
        }
        if !placement.isEmpty, PlacementType.meanings[type.code] == nil {
            wrong.append(RecordRefusal("placement", "\(placement) is no kind of placement", "give a code as U6"))
        }
        if let refusals = RecordRefusals(wrong) { throw refusals }
        var events: [(Day, ChildEvent)] = [
            (born ?? today, .identity(.numbered(ssda903: number))),
            (born ?? today, .identity(.described(ChildDetails(birthDate: born, sex: Sex(Code(sex) ?? .blank))))),
        ]
        if !given.isEmpty || !family.isEmpty {
            events.append(
                (today, .identity(.named(ChildName(given: given, family: family, knownAs: "", pronouns: "")))))
        }
        if let entered {
            events.append(
                (
                    entered,
                    .episode(
                        .started(
                            Episode(
                                start: entered, reason: "S", legalStatus: status, placement: type)))
                ))
        }
        return events
    }
}
