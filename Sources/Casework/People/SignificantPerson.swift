import Days

/// Somebody who matters to the child, and what is arranged for the two to see each other, as the record has it now.
///
/// Whoever a family-time plan names is one; so is anybody who is recorded among the people around the child with parental
/// responsibility, or as somebody whom the child may see.
public struct SignificantPerson: Hashable, Sendable {
    public let name: String
    /// Since when what is arranged with them could have been asked: of the plan that last spoke of them, else of the first
    /// record that said who they are.
    public let since: Day
    /// The last word of a family-time plan about them; nil where none speaks of them.
    public let planned: FamilyTime?

    public var isArranged: Bool { planned?.isArranged ?? false }
    public var isFormal: Bool { planned?.isFormal ?? false }
}

extension ChildRecord {
    /// The people who matter to the child, in the order of their names: each once, however a name was typed. Left out is
    /// whoever the child may not see, as a record that is no older than the plan says; and, of those whom no plan speaks
    /// of, everybody where a later plan says that there is nobody, and why.
    public var significantPeople: [SignificantPerson] {
        let people = thread.people
        var planned: [PersonKey: FamilyTime] = [:]
        // The latest day has the last word, whenever it was written down.
        for one in thread.familyTime where one.since >= planned[PersonKey(one.person)]?.since ?? .distantPast {
            planned[PersonKey(one.person)] = one
        }
        var significant = planned.compactMap { key, one -> SignificantPerson? in
            let known = people.first { PersonKey($0.name) == key }
            if let known, known.contact == .no, known.since >= one.since { return nil }
            return SignificantPerson(name: one.person, since: one.since, planned: one)
        }
        let plan = records.last { $0.kind == .familyTimePlan }
        let nobody = plan.flatMap { $0[.people] == .noneBecause ? $0.day : nil }
        for one in people where one.isSignificant && planned[PersonKey(one.name)] == nil {
            if let nobody, nobody >= one.since { continue }
            let first = thread.network.filter { $0.isSignificant && $0.isTheSame(as: one) }.map(\.since).min()
            significant.append(SignificantPerson(name: one.name, since: first ?? one.since, planned: nil))
        }
        return significant.sorted { ($0.name, $0.since) < ($1.name, $1.since) }
    }
}

extension ChildThread {
    /// The times together that were planned, by day, each once: two records may tell of the same day with the same person,
    /// and the later word on whether it took place stands.
    public var timesTogether: [Contact] {
        struct Time: Hashable { let person: PersonKey, on: Day }
        var (times, place): ([Contact], [Time: Int]) = ([], [:])
        for contact in contacts {
            let time = Time(person: PersonKey(contact.person), on: contact.on)
            if let told = place[time] {
                times[told] = contact
            } else {
                place[time] = times.count
                times.append(contact)
            }
        }
        return times.sorted { $0.on < $1.on }
    }

    /// Those with somebody.
    public func contacts(with person: String) -> [Contact] {
        let key = PersonKey(person)
        return timesTogether.filter { PersonKey($0.person) == key }
    }
}

extension NetworkPerson {
    /// Whether somebody who has to be thought of when family time is arranged: a parent by law, or whoever the child may
    /// see (Children Act 1989, s34(1) and Sch 2 para 15).
    var isSignificant: Bool {
        switch contact {
        case .yes, .supervised: true
        case .notDecided: parentalResponsibility == .yes
        case .no: false
        }
    }
}

/// What a person is known by among the people of one child: their name without what typing changes, the blanks around and
/// between its words and its capitals.
public struct PersonKey: Hashable, Sendable {
    public let name: String

    public init(_ name: String) {
        self.name = name.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    }
}
