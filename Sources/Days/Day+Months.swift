extension Day {
    /// The corresponding date `months` later (earlier when negative): the same day number or, where that month has
    /// none, its last day. 31 August and six months is 28 February, or 29 in a leap year.
    ///
    /// Source: the corresponding-date rule, Dodds v Walker [1981] 1 WLR 1027 (HL).
    @inlinable public func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let count = year * 12 + (month - 1) + months
        let y = count >= 0 ? count / 12 : (count - 11) / 12
        let m = count - y * 12 + 1
        return Day(uncheckedYear: y, month: m, day: min(day, Day.length(ofMonth: m, in: y)))
    }

    /// The corresponding date `years` later.
    @inlinable public func adding(years: Int) -> Day { adding(months: years * 12) }

    /// The last day of a period of `weeks` weeks *beginning with* this day: this day is its first.
    ///
    /// Source: the wording of the Children Act 1989 s32(1)(a)(ii), "twenty-six weeks beginning with the day".
    @inlinable public func lastDay(ofWeeksBeginningHere weeks: Int) -> Day { self + (7 * weeks - 1) }

    /// The day `weeks` weeks *after* this day, which itself is not counted.
    @inlinable public func adding(weeks: Int) -> Day { self + 7 * weeks }
}

extension Day {
    /// The birthday on which someone born on this day attains `age`. A birthday of 29 February falls on 1 March in a
    /// year that has no 29 February.
    ///
    /// Source: Family Law Reform Act 1969 s9 (an age is attained at the start of the day); 1 March is our choice.
    @inlinable public func birthday(_ age: Int) -> Day {
        let (year, month, day) = parts
        if month == 2, day == 29, !Day.isLeap(year + age) { return Day(uncheckedYear: year + age, month: 3, day: 1) }
        return Day(uncheckedYear: year + age, month: month, day: day)
    }

    /// Age in whole years on `day` of someone born on this day; negative before birth.
    @inlinable public func age(on day: Day) -> Int {
        let age = day.year - year
        return birthday(age) <= day ? age : age - 1
    }
}
