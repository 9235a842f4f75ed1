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
    /// out. Unknown, and inside: fewer on record where the returns do not speak for the whole period.
    static let threePlacements = Indicator(
        "K45", "Three or more placements in the year", unknownInDenominator: true
    ) { subject, tally in
        guard subject.isLookedAfter else { return }
        let isMany = subject.child.placements(in: subject.window.period) >= 3
        tally.count(subject.member, isMany ? true : subject.window.episodesCovered ? false : nil)
    }

    /// As K45 over the two years up to the day, of children looked after for at least those two years. Where only "on or
    /// before" a later day is known of the start, the child is unknown. Unknown is inside.
    static let threeInTwoYears = Indicator(
        "K46", "Three or more placements in two years", unknownInDenominator: true
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
    /// status and temporary moves do not break it. Unknown, and inside: a start known only as "on or before", or an age
    /// not known.
    static let longTermStability = Indicator(
        "K47", "Same carers for two years", unknownInDenominator: true
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
    /// ended. Temporary ones are left out. A reason not given is unknown and outside.
    static let unplannedEndings = Indicator("K48", "Placements that ended unplanned") { subject, tally in
        for placement in subject.child.placements where !placement.type.isTemporary && !placement.closesCare {
            guard let end = placement.end, subject.window.period.contains(end) else { continue }
            let reason = placement.endReason
            tally.count(Member(subject.child.id, on: end), reason.isBlank ? nil : reason.isUnplanned)
        }
    }

    /// Of children looked after on the day, those placed further from home than the authority's miles (20 unless set).
    /// Unknown, and inside: a postcode that is not given or not in the table.
    static let distant = Indicator("K53", "Placed far from home", unknownInDenominator: true) { subject, tally in
        guard subject.isLookedAfter else { return }
        guard let places = subject.context.places, let placement = subject.child.currentPlacement,
            let home = places.place(of: placement.homePostcode), let here = places.place(of: placement.postcode)
        else {
            tally.count(subject.member, nil)
            return
        }
        tally.count(subject.member, home.miles(to: here) > subject.context.settings.distantMiles)
    }

    /// Of children looked after on the day, those placed in another authority's area. Unknown, and inside: this
    /// authority's own code is not set, or the postcode is not given or not in the table.
    static let outOfArea = Indicator("K53b", "Placed out of area", unknownInDenominator: true) { subject, tally in
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
    /// does not say. A placement not given is unknown and inside.
    static let unregistered = Indicator(
        "K55", "In other, possibly unregistered, placements", unknownInDenominator: true
    ) { subject, tally in
        guard subject.isLookedAfter, let placement = subject.child.currentPlacement else { return }
        tally.count(subject.member, placement.type.isBlank ? nil : placement.type.code.hasPrefix("Z1"))
    }
}

extension ChildAsAt {
    /// How many placements the child had in `days`, by the rule of NI62.
    func placements(in days: DayInterval) -> Int {
        var count = 0
        for (index, placement) in placements.enumerated() where !placement.type.isTemporary {
            guard placement.start.day <= days.end, placement.end.map({ $0 > days.start }) ?? true else { continue }
            let isFirst = placement.start.day <= days.start
            if isFirst || !continuesEarlier(index) { count += 1 }
        }
        return count
    }

    /// Whether the placement at `index` is the one before at the same address, or a return to it from a temporary move.
    private func continuesEarlier(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let (placement, before) = (placements[index], placements[index - 1])
        guard before.period == placement.period else { return false }
        if before.type.isTemporary {
            return index > 1 && isSameAddress(placement, placements[index - 2])
        }
        return before.endReason == "PLACE" || placement.keepsCarer && isSameAddress(placement, before)
    }

    private func isSameAddress(_ a: Placement, _ b: Placement) -> Bool {
        a.period == b.period && !a.postcode.isBlank && a.postcode == b.postcode
    }

    /// Since when the child has been with the same carers; nil where no placement is open.
    var sameCarersSince: StartDay? {
        guard var index = placements.lastIndex(where: { $0.isOpen(on: day) }) else { return nil }
        if placements[index].type.isAdoptive, index > 0, placements[index - 1].period == placements[index].period {
            index -= 1
        }
        while index > 0, placements[index - 1].period == placements[index].period {
            if placements[index].keepsCarer || placements[index - 1].endReason == "PLACE" {
                index -= 1
            } else if continuesEarlier(index) {
                index -= placements[index - 1].type.isTemporary ? 2 : 1
            } else {
                break
            }
        }
        return placements[index].start
    }
}
