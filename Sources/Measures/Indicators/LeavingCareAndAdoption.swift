import Casework
import Days

/// Care leavers at their birthday in the collection year (OC3), those of them whose birthday has come by the day. A young
/// person who has died or returned home is left out. What was not said is unknown and inside. Counted on the birthday.
extension Indicators {
    static let leavingCare = [inTouch, suitableAccommodation, activity]

    static let inTouch = birthday("K66", "In touch with care leavers", twin: .figure("K67")) { contact in
        contact.inTouch.isBlank ? nil : contact.inTouch == "YES"
    }

    /// A code ending in 1 is suitable, in 2 not; any other does not say.
    static let suitableAccommodation = birthday("K67", "Care leavers in suitable accommodation") { contact in
        guard contact.accommodation.count == 2 else { return nil }
        return switch contact.accommodation[1] {
        case UInt8(ascii: "1"): true
        case UInt8(ascii: "2"): false
        default: nil
        }
    }

    /// F full time and P part time are yes, G is no; 0 and blank do not say.
    static let activity = birthday("K68", "Care leavers in education, employment or training") { contact in
        switch contact.activity[0] {
        case UInt8(ascii: "F"), UInt8(ascii: "P"): true
        case UInt8(ascii: "G"): false
        default: nil
        }
    }

    private static func birthday(
        _ id: String, _ title: String, twin: Twin? = nil,
        _ answer: @escaping @Sendable (LeavingCareContact) -> Bool?
    ) -> Indicator {
        Indicator(
            id, title, exists: .birthdayCohort, unknownInDenominator: true, twin: twin
        ) { subject, tally in
            guard
                let contact = subject.child.record.leavingCareContacts.last(where: {
                    $0.contact.year == subject.window.year
                })?.contact, contact.inTouch != "DIED", contact.inTouch != "RHOM"
            else { return }
            tally.count(Member(subject.child.id, on: subject.birthdayInYear), answer(contact))
        }
    }
}

extension Subject {
    /// The birthday in the window's year; nil where no birth date is known or two on record differ.
    fileprivate var birthdayInYear: Day? {
        let dates = child.record.identity.birthDates
        guard dates.count == 1 else { return nil }
        let first = dates[0].birthday(window.year.start - dates[0].year)
        return window.year.days.contains(first) ? first : dates[0].birthday(window.year.start + 1 - dates[0].year)
    }
}

/// How long adoption took, over the three years up to and with the day: children adopted in them, counted on the day of
/// adoption. Unknown is outside the mean.
extension Indicators {
    static let adoption = [entryToAdopters, entryToAdoptersOrFostered, orderToMatch]

    private static let substance = Twin.notRecordedHere("whether the adoption lasted, and how the child fared")

    /// A1. Days from coming into care to the first placement with adopters. Unknown: care that began on or before a day,
    /// or no such placement on record.
    static let entryToAdopters = Indicator(
        "K71", "Days from entry to moving in with adopters (A1)", unit: .meanDays, twin: substance
    ) { subject, tally in
        subject.forEachAdoption { index, care, day in
            let moved = subject.child.placements.first { $0.period == index && $0.type.isAdoptive }?.start.day
            tally.average(
                Member(subject.child.id, on: day), care.start.isKnown ? moved.map { $0 - care.start.day } : nil)
        }
    }

    /// A10. As A1, to the day the child became the adopters' foster child where that came first.
    static let entryToAdoptersOrFostered = Indicator(
        "K71b", "Days from entry to moving in, or fostering by the adopters (A10)", unit: .meanDays, twin: substance
    ) { subject, tally in
        subject.forEachAdoption { index, care, day in
            let adoptive = subject.child.placements.first { $0.period == index && $0.type.isAdoptive }?.start.day
            let moved = subject.child.record.adoptionMatches.last?.match.placed ?? adoptive
            tally.average(
                Member(subject.child.id, on: day), care.start.isKnown ? moved.map { max(0, $0 - care.start.day) } : nil)
        }
    }

    /// A2. Days from the placement order to the match, 0 where the match came first. Children adopted without a placement
    /// order are left out. Unknown: no match on record, or an order known only to be no later than a day.
    static let orderToMatch = Indicator(
        "K72", "Days from placement order to match (A2)", unit: .meanDays, twin: substance
    ) { subject, tally in
        subject.forEachAdoption { index, _, day in
            guard
                let order = subject.child.legalSpells.first(where: {
                    $0.period == index && $0.status == .placementOrder
                })
            else { return }
            let matched = subject.child.record.adoptionMatches.last?.match.matched
            tally.average(
                Member(subject.child.id, on: day),
                order.start.isKnown ? matched.map { max(0, $0 - order.start.day) } : nil)
        }
    }
}

extension Subject {
    fileprivate func forEachAdoption(_ body: (_ period: Int, PeriodOfCare, _ day: Day) -> Void) {
        for (index, care) in child.periods.enumerated() where care.ending.outcome == .adopted {
            if let end = care.end, end > window.threeYearsAgo, end <= window.day { body(index, care, end) }
        }
    }
}
