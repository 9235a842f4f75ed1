import Casework
import Days
import Standards

/// The people who matter to the child.
extension Breaks {
    static let family = [familyTimeNotArranged, familyTimeNotFormal, familyTimeNotHappening]

    static let familyTimeNotArranged = BreakRule(
        "family_time_not_arranged", "Nothing is arranged for the child to see somebody who matters to them",
        .regulation,
        .cpr2010("Sch 2 para 1"), action: "Arrange it with the child, or say why not.",
        mend: .writing(.familyTimePlan, .people),
        standsFor: ["family_time_not_formal"]
    ) { asked, found in
        for one in asked.familyTimeNow where !one.isArranged {
            found.add(
                ItemID(person: one.person), since: one.since,
                "\(one.person): no arrangement since \(one.since.inWords).")
        }
    }

    static let familyTimeNotFormal = BreakRule(
        "family_time_not_formal", "Family time was never formalised", .regulation, .cpr2010("Sch 2 para 1"),
        action: "Put it in the plan, with who agreed.", mend: .writing(.familyTimePlan, .people)
    ) { asked, found in
        for one in asked.familyTimeNow where !one.isFormal {
            found.add(
                ItemID(person: one.person), since: one.since, "\(one.person): as arranged on \(one.since.inWords).")
        }
    }

    static let familyTimeNotHappening = BreakRule(
        "family_time_not_happening", "Family time is planned and does not happen", .local, Citation("Local aim", "K97"),
        action: "Find out why with the family, and tell the child.", mend: .writing(.familyTimePlan, .people)
    ) { asked, found in
        for one in asked.familyTimeNow where one.isArranged {
            let last = asked.thread.contacts.filter { $0.person == one.person }.sorted { $0.on < $1.on }.suffix(3)
            let missed = last.filter { !$0.happened }
            guard missed.count >= 2, let second = missed.dropFirst().first else { continue }
            found.add(
                ItemID(person: one.person), since: second.on,
                "\(one.person): \(missed.count) of the last \(last.count) did not happen.")
        }
    }
}

extension Threaded {
    /// What the latest family-time record says of each person.
    var familyTimeNow: [FamilyTime] {
        var latest: [String: FamilyTime] = [:]
        for one in thread.familyTime { latest[one.person] = one }
        return latest.values.sorted { $0.person < $1.person }
    }
}

extension ItemID {
    /// A name for what is about a person: letters and digits of theirs, enough to tell two people of one child apart.
    fileprivate init?(person: String) {
        self.init("person-" + String(person.utf8.reduce(UInt32(5381)) { $0 &* 33 &+ UInt32($1) }, radix: 16))
    }
}
