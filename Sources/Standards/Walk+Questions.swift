import Casework
import Days

/// What several standards ask of one child, worked out from the walk.
extension Walk {
    /// The age in whole years on a day by each birth date on record; nil where none is known.
    func ages(on day: Day) -> ClosedRange<Int>? {
        guard let first = births.first, let last = births.last else { return nil }
        return last.age(on: day)...first.age(on: day)
    }

    /// When the young person became eligible: by the earliest reading of the birth dates on record, and whether they all
    /// agree. Nil where by none of them the day has come.
    var eligibility: (day: Day, isAgreed: Bool)? {
        var first: Day?
        var isAgreed = true
        for (index, born) in births.enumerated() {
            let day = child.becameEligible(born: born, stretches)
            if index > 0, day != first { isAgreed = false }
            first = [first, day].compactMap { $0 }.min()
        }
        return first.map { ($0, isAgreed) }
    }

    /// The birthday at `age` of a young person born on `born` who had left care by then, having been looked after at some
    /// time after 16 (short breaks never count); nil where that is not so.
    func leaverBirthday(_ age: Int, born: Day) -> Day? {
        let (birthday, sixteen) = (born.birthday(age), born.birthday(16))
        guard birthday <= child.day,
            child.periods.last(where: { $0.start.day <= birthday })?.end ?? .distantFuture <= birthday,
            stretches.contains(where: {
                !$0.isShortBreaks && $0.start.day <= birthday && ($0.end ?? birthday) > sixteen
            })
        else { return nil }
        return birthday
    }

    /// Key stage 4 (years 10 and 11), the law's own line for a move that disrupts schooling: the child was 14 or 15 on the
    /// 31 August before. Nil where the birth date leaves it open or is not known.
    func isInKeyStage4(on day: Day) -> Bool? { isAged(14...15, atStartOfSchoolYearOf: day) }

    /// Of an age to be at school below key stage 4.
    func isOfSchoolAgeBelowKeyStage4(on day: Day) -> Bool? { isAged(4...13, atStartOfSchoolYearOf: day) }

    private func isAged(_ range: ClosedRange<Int>, atStartOfSchoolYearOf day: Day) -> Bool? {
        let (year, month, _) = day.parts
        let lastOfAugust = Day(uncheckedYear: month >= 9 ? year : year - 1, month: 8, day: 31)
        guard let ages = ages(on: lastOfAugust) else { return nil }
        let (least, most) = (range.contains(ages.lowerBound), range.contains(ages.upperBound))
        return least == most ? least : nil
    }

    /// Whether a placement began with a move to another home: not with coming into care, nor for a while, nor back from
    /// such a while to the home before it.
    func isMove(_ occasion: Occasion) -> Bool {
        guard case .placement = occasion.because else { return false }
        let placement = child.placements[occasion.index]
        guard !placement.opensCare, !placement.type.isTemporary else { return false }
        var before = occasion.index - 1
        while before >= 0, child.placements[before].period == placement.period {
            let earlier = child.placements[before]
            if !earlier.type.isTemporary {
                return earlier.type != placement.type || earlier.postcode != placement.postcode
                    || earlier.urn != placement.urn
            }
            before -= 1
        }
        return true
    }

    /// The authority whose area a placement is in, by the Office for National Statistics' code; nil where no table of
    /// postcodes says.
    func area(of placement: Placement) -> String? { context.places?.place(of: placement.postcode)?.area }

    /// In another authority's area within England and Wales.
    func isOutsideArea(_ placement: Placement) -> Bool {
        guard !context.settings.authorityArea.isEmpty, let area = area(of: placement) else { return false }
        return area != context.settings.authorityArea && (area.hasPrefix("E") || area.hasPrefix("W"))
    }
}

extension PlacementType {
    /// U3 and U6 hold carers approved for a time (CPR 2010 reg 24) and others, and do not say which.
    var mayBeTemporarilyApproved: Bool { self == "U3" || self == "U6" }
    /// U2 and U5: fostering by people who mean to adopt.
    var isFosteringForAdoption: Bool { self == "U2" || self == "U5" }
}
