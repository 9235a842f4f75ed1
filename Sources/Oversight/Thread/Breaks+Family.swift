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
        for one in asked.significantPeople where !one.isArranged {
            found.add(
                ItemID(person: one.name), since: one.since,
                one.planned == nil
                    ? "\(one.name): among the people around the child since \(one.since.inWords), and in no family-time plan."
                    : "\(one.name): no arrangement since \(one.since.inWords).")
        }
    }

    static let familyTimeNotFormal = BreakRule(
        "family_time_not_formal", "Family time was never formalised", .regulation, .cpr2010("Sch 2 para 1"),
        action: "Put it in the plan, with who agreed.", mend: .writing(.familyTimePlan, .people)
    ) { asked, found in
        for one in asked.significantPeople where one.planned != nil && !one.isFormal {
            found.add(
                ItemID(person: one.name), since: one.since, "\(one.name): as arranged on \(one.since.inWords).")
        }
    }

    static let familyTimeNotHappening = BreakRule(
        "family_time_not_happening", "Family time is planned and does not happen", .local, Citation("Local aim", "K97"),
        action: "Find out why with the family, and tell the child.", mend: .writing(.familyTimePlan, .people)
    ) { asked, found in
        for one in asked.significantPeople where one.isArranged {
            let last = asked.thread.contacts(with: one.name).suffix(3)
            let missed = last.filter { !$0.happened }
            // Answered by a plan made since, and by a time that took place after them.
            guard missed.count >= 2, let second = missed.dropFirst().first, last.last?.happened == false,
                one.since < second.on
            else { continue }
            found.add(
                ItemID(person: one.name), since: second.on,
                "\(one.name): \(missed.count) of the last \(last.count) did not happen.")
        }
    }
}

extension ItemID {
    /// A name for what is about a person: letters and digits of theirs, enough to tell two people of one child apart.
    fileprivate init?(person: String) {
        self.init(
            "person-" + String(PersonKey(person).name.utf8.reduce(UInt32(5381)) { $0 &* 33 &+ UInt32($1) }, radix: 16))
    }
}
