import Days

extension ChildEvent {
    /// The event in a sentence, codes with their meaning, for timelines and for reading the journal.
    public var sentence: String {
        switch self {
        case .identity(.numbered(let number)): "known to returns as \(number)"
        case .identity(.described(let details)):
            "described: born \(details.birthDate?.inWords ?? "on a day not given"), \(details.sex.meaning), \(details.ethnicity.meaning)"
        case .identity(.alsoDescribed(let birthDate, let sex)):
            birthDate.map { "another source says born \($0.inWords)" } ?? "another source says \(sex.meaning)"
        case .identity(.named(let name)):
            "named \(name.legal)" + (name.knownAs.isEmpty ? "" : ", known as \(name.knownAs)")
        case .identity(.formerlyNamed(let name)): "formerly named \(name)"
        case .identity(.unaccompanied(let until)):
            "unaccompanied asylum-seeking child" + (until.map { " until \($0.inWords)" } ?? "")
        case .episode(.started(let episode)):
            "episode started \(episode.start.inWords): \(episode.reason.meaning); \(episode.legalStatus.meaning); \(episode.placement.meaning)"
        case .episode(.ended(let start, let end)):
            "episode of \(start.inWords) ended \(end.day.inWords): \(end.ending.meaning)"
                + (end.reason.isBlank ? "" : "; \(end.reason.meaning)")
        case .reviewHeld(let review): "review held \(review.day.inWords): \(review.participation.meaning)"
        case .missing(.started(let day, let kind)): "\(kind.meaning) from \(day.inWords)"
        case .missing(.returned(let started, let day)): "returned \(day.inWords), gone since \(started.inWords)"
        case .yearlyOutcomes(let outcomes): "outcomes of \(outcomes.year)"
        case .adoption(.decided(let day)): "decided \(day.inWords) that the child should be placed for adoption"
        case .adoption(.ceased(_, let day, let reason)): "plan for adoption given up \(day.inWords): \(reason.meaning)"
        case .adoption(.matched(let match)): "matched for adoption" + (match.matched.map { " \($0.inWords)" } ?? "")
        case .previousPermanence(let permanence): "previous permanence: \(permanence.option)"
        case .leavingCareContact(let contact): "care leaver’s contact for \(contact.year): in touch \(contact.inTouch)"
        case .worker(.allocated(let worker, let role, let day, _)):
            "\(worker) became the child’s \(role.title) on \(day.inWords)"
        case .worker(.ended(let worker, let role, _, let day)):
            "\(worker) was the child’s \(role.title) until \(day.inWords)"
        case .deprivation(.started(let day)): "deprivation-of-liberty order from \(day.inWords)"
        case .deprivation(.ended(_, let day)): "deprivation-of-liberty order ended \(day.inWords)"
        case .signed(let record): "\(record.kind.title.lowercased()) of \(record.day.inWords) signed"
        case .copyMade(let copy):
            "\(copy.kind.title.lowercased())\(copy.kind == .chronology ? "" : " of record \(copy.record)") made for \(copy.reader.isEmpty ? "the child" : "one reader")"
        case .corrected(let record, _): "\(record.kind.title.lowercased()) of \(record.day.inWords) corrected"
        // Whom it is about is told only to those who may see both.
        case .sibling(let said): "brothers and sisters: said for \(said.record.day.inWords)"
        case .protection(let event): event.sentence
        case .urgent(let event): event.sentence
        case .wrongChild(let event): event.sentence
        case .join(let event): event.sentence
        case .document(let event): event.sentence
        case .setAside(let row): "row of \(row.table) set aside: \(row.why)"
        case .retracted: "taken back"
        case .unrecognised(let body): "not understood by this version (kind \(body.kind), schema \(body.schema))"
        }
    }
}
