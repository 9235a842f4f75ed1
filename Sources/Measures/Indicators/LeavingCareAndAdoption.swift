import Casework
import Days

/// Care leavers at their birthday in the collection year (OC3), those of them whose birthday has come by the day. A young
/// person who has died or returned home is left out. What was not said is unknown and inside. Unit: per cent. Counted on
/// the birthday.
extension Indicators {
    static let leavingCare = [inTouch, suitableAccommodation, activity]

    /// OC3 `IN_TOUCH`: YES is yes; NO, refused and no longer needing services are no.
    static let inTouch = birthday(
        "K66", "In touch with care leavers", "young people with whom the authority was in touch (YES)",
        twin: .figure("K67")
    ) { contact in
        contact.inTouch.isBlank ? nil : contact.inTouch == "YES"
    }

    /// OC3 `ACCOM`: a code ending in 1 is suitable, in 2 not; any other does not say.
    static let suitableAccommodation = birthday(
        "K67", "Care leavers in suitable accommodation", "young people whose accommodation was thought suitable"
    ) { contact in
        guard contact.accommodation.count == 2 else { return nil }
        return switch contact.accommodation[1] {
        case UInt8(ascii: "1"): true
        case UInt8(ascii: "2"): false
        default: nil
        }
    }

    /// OC3 `ACTIV`: F full time and P part time are yes, G is no; 0 and blank do not say.
    static let activity = birthday(
        "K68", "Care leavers in education, employment or training",
        "young people in education, employment or training, full or part time"
    ) { contact in
        switch contact.activity[0] {
        case UInt8(ascii: "F"), UInt8(ascii: "P"): true
        case UInt8(ascii: "G"): false
        default: nil
        }
    }

    private static func birthday(
        _ id: String, _ title: String, _ counts: String, twin: Twin? = nil,
        _ answer: @escaping @Sendable (LeavingCareContact) -> Bool?
    ) -> Indicator {
        Indicator(
            id, title, .leavingCare, .higherIsBetter, for: [.relevant, .formerRelevant, .qualifying],
            from: [.leavingCare], over: .year, exists: .birthdayCohort,
            Definition(
                counts,
                of:
                    "care leavers whose birthday fell in the period, those who died or returned home to a parent left out",
                unknown: "nothing said, or a code that does not say", on: "the birthday"),
            unknownInDenominator: true, twin: twin
        ) { subject, tally in
            guard
                let contact = subject.child.record.leavingCareContacts.last(where: {
                    $0.contact.year == subject.window.year
                })?.contact, contact.inTouch != "DIED", contact.inTouch != "RHOM"
            else { return }
            let birthday = subject.birthdayInYear
            // Without a birth date the year is all that is known, so it is counted in the year and in no part of it.
            guard subject.window.period.contains(birthday ?? subject.window.year.firstDay) else { return }
            tally.count(Member(subject.child.id, on: birthday), answer(contact))
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

/// How long adoption took, over the three years up to and with the day: children adopted in them (E11, E12), counted on
/// the day of adoption. Unit: days on average. Unknown is outside the mean.
extension Indicators {
    static let adoption = [entryToAdopters, entryToAdoptersOrFostered, orderToMatch]

    private static let substance = Twin.notRecordedHere("whether the adoption lasted, and how the child fared")

    /// A1. Days from coming into care to moving in with the adopters who adopted. Unknown: care that began on or before a
    /// day, or no placement with adopters on record.
    static let entryToAdopters = adopted(
        "K71", "Days from entry to moving in with adopters (A1)",
        "days from coming into care to moving in with the adopters", of: "children adopted",
        unknown: "care known only to have begun on or before a day, or no placement with adopters on record"
    ) { subject, index, care in
        .some(care.start.isKnown ? subject.movedInWithAdopters(index).map { $0 - care.start.day } : nil)
    }

    /// A10. As A1, to the day the child became the adopters' foster child where that came first (AD1 `DATE_INT`).
    static let entryToAdoptersOrFostered = adopted(
        "K71b", "Days from entry to moving in, or fostering by the adopters (A10)",
        "days from coming into care to moving in with the adopters, or becoming their foster child where that came first",
        of: "children adopted",
        unknown: "care known only to have begun on or before a day, or no day of moving in on record"
    ) { subject, index, care in
        let moved = subject.child.record.adoptionMatches.last?.match.placed ?? subject.movedInWithAdopters(index)
        return .some(care.start.isKnown ? moved.map { max(0, $0 - care.start.day) } : nil)
    }

    /// A2. Days from the placement order to the match, 0 where the match came first. Children adopted without a placement
    /// order are left out. Unknown: no match on record, or an order known only to be no later than a day.
    static let orderToMatch = adopted(
        "K72", "Days from placement order to match (A2)",
        "days from the placement order to the match, 0 where the match came first",
        of: "children adopted who had a placement order",
        unknown: "no match on record, or an order known only to be no later than a day"
    ) { subject, index, _ in
        guard let order = subject.child.legalSpells.first(where: { $0.period == index && $0.status == .placementOrder })
        else { return .none }
        let matched = subject.child.record.adoptionMatches.last?.match.matched
        return .some(order.start.isKnown ? matched.map { max(0, $0 - order.start.day) } : nil)
    }

    /// - Parameter days: for a child adopted from a period of care; `.none` leaves the child out, `.some(nil)` is unknown.
    private static func adopted(
        _ id: String, _ title: String, _ counts: String, of whom: String, unknown: String,
        days: @escaping @Sendable (Subject, _ period: Int, PeriodOfCare) -> Int??
    ) -> Indicator {
        Indicator(
            id, title, .adoption, .lowerIsBetter, for: [.placedForAdoption, .ceased],
            from: [.episodes, .adoption], over: .threeYears, unit: .meanDays,
            Definition(
                counts, of: "\(whom) in the period about whom it is known", unknown: unknown, on: "the day of adoption"),
            twin: substance
        ) { subject, tally in
            for (index, care) in subject.child.periods.enumerated() where care.ending.outcome == .adopted {
                guard let end = care.end, end > subject.window.threeYearsAgo, end <= subject.window.day,
                    let answer = days(subject, index, care)
                else { continue }
                tally.average(Member(subject.child.id, on: end), answer)
            }
        }
    }
}

extension Subject {
    /// The first day with the adopters with whom a period of care ended: an earlier placement with others, which did not
    /// last, is not it.
    fileprivate func movedInWithAdopters(_ period: Int) -> Day? {
        let placements = child.placements
        guard var index = placements.lastIndex(where: { $0.period == period && $0.type.isAdoptive }) else { return nil }
        while index > 0, placements[index - 1].period == period, placements[index - 1].type.isAdoptive,
            placements[index].keepsCarer
        {
            index -= 1
        }
        return placements[index].start.day
    }
}
