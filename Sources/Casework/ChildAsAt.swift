import Days

/// A child as at a day: the facts dated on or before it, and the care that they make. Rules are given this and nothing
/// later, so that no rule can know what had not happened yet.
public struct ChildAsAt: Sendable {
    public let day: Day
    /// The record without anything dated after ``day``. A start and an end are separate facts.
    public let record: ChildRecord
    public let periods: [PeriodOfCare]
    public let placements: [Placement]
    public let legalSpells: [LegalSpell]
    /// The reviews held, as a return tells them or as they were signed here: one a day, by its day.
    public let reviews: [HeldReview]
    /// The day the child died, where care ended so.
    public let died: Day?

    public init(_ whole: ChildRecord, _ day: Day) {
        self.day = day
        record = whole.asAt(day)
        reviews = record.reviewsHeld
        let history = CareHistory(record.episodes)
        (periods, placements, legalSpells) = (history.periods, history.placements, history.spells)
        died = periods.last(where: { $0.ending == .died })?.end
    }
}

extension ChildAsAt {
    public var id: ChildID { record.id }

    /// The period of care that is open on the day.
    public var currentPeriod: PeriodOfCare? { periods.last(where: { $0.isOpen(on: day) }) }
    public var currentPlacement: Placement? { placements.last(where: { $0.isOpen(on: day) }) }
    public var currentLegalSpell: LegalSpell? { legalSpells.last(where: { $0.isOpen(on: day) }) }
    public var legalStatus: LegalStatus? { currentLegalSpell?.status }

    /// Looked after on the day, short breaks included.
    public var isLookedAfter: Bool { currentPeriod != nil }

    /// Whether the child is looked after on the day under V3 or V4.
    public var isOnShortBreaks: Bool { legalStatus?.isShortBreak ?? false }

    /// The age in whole years on `other` by each birth date on record; empty where none is known.
    public func ages(on other: Day) -> ClosedRange<Int>? {
        guard let first = record.identity.birthDates.first, let last = record.identity.birthDates.last else {
            return nil
        }
        return last.age(on: other)...first.age(on: other)
    }

    /// The age in whole years; nil where no birth date is known or two on record disagree about it.
    public func age(on other: Day) -> Int? {
        ages(on: other).flatMap { $0.lowerBound == $0.upperBound ? $0.lowerBound : nil }
    }

    public var age: Int? { age(on: day) }

    /// The birthday on which the child attains `age`; nil where no birth date is known or two on record differ.
    public func birthday(_ age: Int) -> Day? {
        let dates = record.identity.birthDates
        return dates.count == 1 ? dates[0].birthday(age) : nil
    }

    /// The social worker on the day. With several, the latest allocated.
    public var socialWorker: Allocation? { allocation(.socialWorker) }
    public var iro: Allocation? { allocation(.iro) }

    private func allocation(_ role: AllocationRole) -> Allocation? {
        record.allocations.last(where: { $0.role == role && $0.isOpen(on: day) })
    }

    /// Missing or away on the day, as far as the return says.
    public var openMissingEpisode: MissingEpisode? { record.missing.last(where: { $0.isOpen(on: day) }) }
}

extension ChildRecord {
    /// The record as at a day: facts dated after it are left out, and so are ends that come after it.
    public func asAt(_ day: Day) -> ChildRecord {
        guard holdsAnything(after: day) else { return self }
        var record = self
        record.episodes.cut(after: day, start: \.start)
        for index in record.episodes.indices where record.episodes[index].end.map({ $0.day > day }) ?? false {
            (record.episodes[index].end, record.episodes[index].endOrigin) = (nil, nil)
        }
        record.reviews.cut(after: day, start: \.day)
        record.missing.cut(after: day, start: \.start)
        for index in record.missing.indices where record.missing[index].end.map({ $0 > day }) ?? false {
            (record.missing[index].end, record.missing[index].endOrigin) = (nil, nil)
        }
        record.yearlyOutcomes.cut(after: day, start: \.outcomes.year.lastDay)
        record.adoptionDecisions.cut(after: day, start: \.decided)
        for index in record.adoptionDecisions.indices
        where record.adoptionDecisions[index].ceased.map({ $0 > day }) ?? false {
            record.adoptionDecisions[index].ceased = nil
            record.adoptionDecisions[index].ceasedReason = AdoptionCeasedReason(.blank)
            record.adoptionDecisions[index].ceasedOrigin = nil
        }
        record.adoptionMatches.removeAll { ($0.match.matched ?? $0.match.placed ?? .distantPast) > day }
        record.leavingCareContacts.cut(after: day) { identity.birthday(in: $0.contact.year) }
        record.allocations.cut(after: day, start: \.start)
        for index in record.allocations.indices where record.allocations[index].end.map({ $0 > day }) ?? false {
            (record.allocations[index].end, record.allocations[index].endOrigin) = (nil, nil)
        }
        record.deprivations.cut(after: day, start: \.start)
        for index in record.deprivations.indices where record.deprivations[index].end.map({ $0 > day }) ?? false {
            (record.deprivations[index].end, record.deprivations[index].endOrigin) = (nil, nil)
        }
        record.copies.cut(after: day, start: \.day)
        record.records.cut(after: day, start: \.day)
        record.audits.cut(after: day, start: \.on)
        record.copiesGiven.cut(after: day, start: \.since)
        record.siblings.cut(after: day, start: \.since)
        record.urgent = record.urgent.asAt(day)
        record.sealed = record.sealed.asAt(day)
        record.joinAnswers = record.joinAnswers.asAt(day)
        record.readings.cut(after: day, start: \.day)
        record.documents.cut(after: day, start: \.document.day)
        if !record.thread.isEmpty { record.thread = record.thread.asAt(day) }
        return record
    }

    /// Whether any fact is dated after `day`, so that a record that ends before it need not be copied.
    private func holdsAnything(after day: Day) -> Bool {
        episodes.contains { $0.start > day || $0.end.map { $0.day > day } ?? false }
            || reviews.last.map { $0.day > day } ?? false
            || missing.contains { $0.start > day || $0.end.map { $0 > day } ?? false }
            || yearlyOutcomes.last.map { $0.outcomes.year.lastDay > day } ?? false
            || adoptionDecisions.contains { $0.decided > day || $0.ceased.map { $0 > day } ?? false }
            || adoptionMatches.contains { ($0.match.matched ?? $0.match.placed ?? .distantPast) > day }
            || leavingCareContacts.last.map { identity.birthday(in: $0.contact.year) > day } ?? false
            || allocations.contains { $0.start > day || $0.end.map { $0 > day } ?? false }
            || deprivations.contains { $0.start > day || $0.end.map { $0 > day } ?? false }
            || records.last.map { $0.day > day } ?? false || copies.last.map { $0.day > day } ?? false
            || copiesGiven.last.map { $0.since > day } ?? false || siblings.last.map { $0.since > day } ?? false
            || thread.holdsAnything(after: day) || urgent.holdsAnything(after: day)
            || sealed.contains { $0.at.inLondon.day > day } || documents.last.map { $0.document.day > day } ?? false
            || joinAnswers.holdsAnything(after: day) || readings.last.map { $0.day > day } ?? false
    }
}

extension Identity {
    /// The birthday that falls in a collection year: the day that its care-leaver contact is about. Where no birth date
    /// is known, or there are two, the year's last day.
    func birthday(in year: CollectionYear) -> Day {
        guard let born = details.birthDate, otherBirthDates.isEmpty else { return year.lastDay }
        let inFirst = born.birthday(year.start - born.year)
        return year.days.contains(inFirst) ? inFirst : born.birthday(year.start + 1 - born.year)
    }
}

extension Array {
    /// Drops the elements that start after `day`. They stand last, since facts are kept by their first day.
    fileprivate mutating func cut(after day: Day, start: (Element) -> Day) {
        while let last, start(last) > day { removeLast() }
    }
}
