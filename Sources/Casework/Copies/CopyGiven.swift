import Days

/// A copy of a record that somebody was given otherwise than by one made here: on paper, by post, at the meeting. Somebody
/// wrote it down.
public struct CopyGiven: Hashable, Sendable {
    /// What it is a copy of: which kind of record, and of which day.
    public let kind: RecordKind
    public let of: Day
    /// The person it was given to; empty for the child.
    public let reader: String
    public let on: Day
    /// The day of the record that says so.
    public let said: Day
    public let origin: Origin

    /// From when it is known to have been given.
    var since: Day { max(on, said) }

    /// What one record of copies says.
    static func all(_ record: SignedRecord, _ origin: Origin) -> [CopyGiven] {
        guard record.kind == .copiesGiven, case .choice(let name)? = record.answers[.copyOf],
            let kind = RecordKind(name: name), let of = record.day(.copyOfDay)
        else { return [] }
        func one(_ reader: String, _ on: Day) -> CopyGiven {
            CopyGiven(kind: kind, of: of, reader: reader, on: on, said: record.day, origin: origin)
        }
        let toChild = record.day(.givenToChild).map { [one("", $0)] } ?? []
        return toChild + record.rows(.given).map { one($0.text(.person), $0.day(.on) ?? record.day) }
    }
}

/// A copy that somebody has, however they came by it.
public struct ReadersCopy: Hashable, Sendable {
    /// Empty for the child.
    public let reader: String
    public let on: Day
    /// Whether it is the child's own version.
    public let isChildsVersion: Bool
}

extension RecordKind {
    /// The records of which others are to have a copy: plans (CPR 2010 reg 6(3)) and reviews (IRO Handbook).
    public static let givenOut: [RecordKind] = [.carePlan, .placementPlan, .pathwayPlan, .review]
    static let givenOutNames = givenOut.map(\.name)
    public var isGivenOut: Bool { Self.givenOut.contains(self) }
}

extension ChildAsAt {
    /// Who has a copy of a record, by day: those made here for them, and those that somebody wrote down.
    public func copies(of held: HeldRecord) -> [ReadersCopy] {
        let made = record.copies.filter { $0.record == held.origin.event }.map {
            ReadersCopy(reader: $0.reader, on: $0.day, isChildsVersion: $0.kind == .childsVersion)
        }
        let given = record.copiesGiven.filter { $0.kind == held.kind && $0.of == held.day }.map {
            ReadersCopy(reader: $0.reader, on: $0.on, isChildsVersion: false)
        }
        return (made + given).sorted { ($0.on, $0.reader) < ($1.on, $1.reader) }
    }

    /// The first day that anybody wrote down, or made, a copy of any record of the child. Before it nothing is known to have
    /// been kept back.
    public var copiesKeptSince: Day? {
        [record.copies.first?.day, record.copiesGiven.map(\.on).min()].compactMap(\.self).min()
    }

    /// Who is to have a copy of a record and of whom nothing says that they have it by a day: the child, from the age of
    /// four, as an empty name, and everybody who is recorded with parental responsibility.
    public func without(_ held: HeldRecord, by day: Day) -> [String] {
        let has = Set(copies(of: held).filter { $0.on <= day }.map { PersonKey($0.reader) })
        let isOfAge = (ages(on: held.day)?.upperBound ?? 4) >= 4
        return ((isOfAge ? [""] : []) + parents).filter { !has.contains(PersonKey($0)) }
    }

    /// Whether everybody who is to have a record had a copy of it by a day. Nil where nobody is recorded who holds parental
    /// responsibility, or nothing about copies was written down by then.
    public func wasGivenOut(_ held: HeldRecord, by day: Day) -> Bool? {
        let without = without(held, by: day)
        if without.isEmpty { return parents.isEmpty ? nil : true }
        guard let kept = copiesKeptSince, kept <= day else { return nil }
        return false
    }

    private var parents: [String] {
        record.thread.people.filter { $0.parentalResponsibility == .yes }.map(\.name)
    }
}
