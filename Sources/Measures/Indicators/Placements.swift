import Casework
import Days
import Standards

/// Stability of placements, and where children live.
extension Indicators {
    static let placements = [
        threePlacements, threeInTwoYears, longTermStability, unplannedEndings, distant, outOfArea, unregistered,
    ]

    /// NI62. Of children looked after on the day, those with three or more placements in the period: the one at 1 April
    /// and each that started since, temporary ones (T0 to T4), returns from them and changes of status at one address left
    /// out. Unit: per cent. No event day. Unknown, and inside: fewer on record where the returns do not speak for the whole
    /// period.
    static let threePlacements = Indicator(
        "K45", "Three or more placements in the year", .placements, .lowerIsBetter, for: .lookedAfter,
        from: [.episodes], over: .year, charting: .twelveMonths,
        Definition(
            "children with three or more placements in the period: the one at its start and each begun since, temporary ones, returns from them and changes of status at one address left out",
            of: "children looked after on the day",
            unknown: "fewer on record, where the returns do not speak for the whole period"),
        unknownInDenominator: true
    ) { subject, tally in
        guard subject.isLookedAfter else { return }
        let isMany = subject.child.placements(in: subject.window.period) >= 3
        tally.count(subject.member, isMany ? true : subject.window.episodesCovered ? false : nil)
    }

    /// As K45 over the two years up to the day, of children looked after for at least those two years. Where only "on or
    /// before" a later day is known of the start, the child is unknown. Unit: per cent. No event day. Unknown is inside.
    static let threeInTwoYears = Indicator(
        "K46", "Three or more placements in two years", .placements, .lowerIsBetter, for: .lookedAfter,
        from: [.episodes], over: .twoYears,
        Definition(
            "children with three or more placements in the two years, counted as in K45",
            of: "children looked after on the day, and for at least the two years up to it",
            unknown:
                "care known only to have begun on or before a later day, or fewer placements on record where the returns do not speak for the two years"
        ),
        unknownInDenominator: true
    ) { subject, tally in
        guard subject.isLookedAfter, let care = subject.child.currentPeriod,
            let days = DayInterval(subject.window.twoYearsAgo, subject.window.day)
        else { return }
        guard care.start.day <= subject.window.twoYearsAgo else {
            if !care.start.isKnown { tally.count(subject.member, nil) }
            return
        }
        let isMany = subject.child.placements(in: days) >= 3
        tally.count(subject.member, isMany ? true : subject.window.twoYearsCovered ? false : nil)
    }

    /// NI63. Of children under 16 looked after for two and a half years or more on the day, those with the same carers
    /// for two years or more; the placement before an adoptive one counts with it. Moves with the same carer, changes of
    /// status and temporary moves do not break it. Unit: per cent. Period: the day. No event day. Unknown, and inside: a
    /// start known only as "on or before", or an age not known.
    static let longTermStability = Indicator(
        "K47", "Same carers for two years", .placements, .higherIsBetter, for: [.lookedAfter, .placedForAdoption],
        from: [.episodes], over: .day,
        Definition(
            "children who have lived with the same carers for two years or more, the placement before an adoptive one counted with it",
            of: "children under 16 on the day, looked after for two and a half years or more",
            unknown: "a start known only to be on or before a day, or an age not known"),
        unknownInDenominator: true
    ) { subject, tally in
        guard subject.isLookedAfter, let care = subject.child.currentPeriod else { return }
        let isYoung = subject.isAged(0...15)
        if isYoung == false { return }
        guard care.start.day <= subject.window.twoAndAHalfYearsAgo else {
            if !care.start.isKnown { tally.count(subject.member, nil) }
            return
        }
        guard isYoung == true, let since = subject.child.sameCarersSince else {
            tally.count(subject.member, nil)
            return
        }
        let isLong = since.day <= subject.window.twoYearsAgo
        tally.count(subject.member, isLong ? true : since.isKnown ? false : nil)
    }

    /// Of the placements that ended in the period while care went on, those that ended unplanned; counted on the day they
    /// ended. Temporary ones are left out. Unit: per cent. A reason not given is unknown and outside.
    static let unplannedEndings = Indicator(
        "K48", "Placements that ended unplanned", .placements, .lowerIsBetter, for: .lookedAfter, from: [.episodes],
        over: .year,
        Definition(
            "placements that ended because carers could not continue, for an allegation or standards of care, because the provision closed, or at the child’s or an authority’s request",
            of: "placements that ended in the period while care went on, temporary ones left out",
            unknown: "a reason not given", on: "the day the placement ended")
    ) { subject, tally in
        for placement in subject.child.placements where !placement.type.isTemporary && !placement.closesCare {
            guard let end = placement.end, subject.window.period.contains(end) else { continue }
            let reason = placement.endReason
            tally.count(Member(subject.child.id, on: end), reason.isBlank ? nil : reason.isUnplanned)
        }
    }

    /// Of children looked after on the day, those placed further from home than the authority's miles (20 unless set).
    /// Unit: per cent. Period: the day. No event day. Unknown, and inside: a postcode that is not given or not in the
    /// table.
    static let distant = Indicator(
        "K53", "Placed far from home", .placements, .lowerIsBetter, for: .lookedAfter, from: [.episodes], over: .day,
        Definition(
            "children placed more than 20 miles from home as the crow flies, or the distance the authority has set",
            of: "children looked after on the day", unknown: "a postcode not given or not in the postcode table"),
        unknownInDenominator: true
    ) { subject, tally in
        guard subject.isLookedAfter else { return }
        guard let places = subject.context.places, let placement = subject.child.currentPlacement,
            let home = places.place(of: placement.homePostcode), let here = places.place(of: placement.postcode)
        else {
            tally.count(subject.member, nil)
            return
        }
        tally.count(subject.member, home.miles(to: here) > subject.context.settings.distantMiles)
    }

    /// Of children looked after on the day, those placed in another authority's area. Unit: per cent. Period: the day. No
    /// event day. Unknown, and inside: this authority's own code is not set, or the postcode is not given or not in the
    /// table.
    static let outOfArea = Indicator(
        "K53b", "Placed out of area", .placements, .lowerIsBetter, for: .lookedAfter, from: [.episodes], over: .day,
        Definition(
            "children placed in another authority’s area", of: "children looked after on the day",
            unknown: "the authority’s own area is not set, or the postcode is not given or not in the postcode table"),
        unknownInDenominator: true
    ) { subject, tally in
        guard subject.isLookedAfter else { return }
        let own = subject.context.settings.authorityArea
        guard !own.isEmpty, let placement = subject.child.currentPlacement,
            let here = subject.context.places?.place(of: placement.postcode)
        else {
            tally.count(subject.member, nil)
            return
        }
        tally.count(subject.member, here.area != own)
    }

    /// Of children looked after on the day, those in a placement coded Z1 or Z11 to Z14. Whether it is registered a return
    /// does not say. Unit: per cent. Period: the day. No event day. A placement not given is unknown and inside.
    static let unregistered = Indicator(
        "K55", "In other, possibly unregistered, placements", .placements, .lowerIsBetter, for: .lookedAfter,
        from: [.episodes], over: .day,
        Definition(
            "children in a placement coded as other (Z1, Z11 to Z14); whether it is registered a return does not say",
            of: "children looked after on the day", unknown: "a placement not given"),
        unknownInDenominator: true
    ) { subject, tally in
        guard subject.isLookedAfter, let placement = subject.child.currentPlacement else { return }
        tally.count(subject.member, placement.type.isBlank ? nil : placement.type.code.hasPrefix("Z1"))
    }
}
