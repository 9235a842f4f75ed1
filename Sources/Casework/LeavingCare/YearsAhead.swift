import Days

/// What lies ahead of a young person on the way into adult life: the birthdays on which what they are owed changes, and what
/// adult life needs of which nobody has said yet how it stands.
public struct YearsAhead: Hashable, Sendable {
    /// A birthday, by each birth date on record.
    public struct Birthday: Hashable, Sendable {
        public let age: Int
        /// Earliest first; never empty.
        public let days: [Day]
    }

    /// Eligible for leaving-care support, of age, and the end of what is owed to every care leaver and to whoever asks
    /// (CA 1989 Sch 2 para 19B, ss23C, 23CZB).
    public static let ages = [16, 18, 21, 25]
    /// From when readiness is asked about: 15 and a half, in months (local aim LC13).
    static let months = 15 * 12 + 6

    public let birthdays: [Birthday]
    /// Of the ten things that adult life needs, in their order.
    public let notSaid: [ReadyMatter]

    fileprivate init(born: [Day], said: Set<ReadyMatter>) {
        birthdays = Self.ages.map { age in Birthday(age: age, days: born.map { $0.birthday(age) }) }
        notSaid = ReadyMatter.allCases.filter { !said.contains($0) }
    }
}

extension ChildAsAt {
    /// From 15 and a half by the earliest birth date on record until 25 by the latest, of whoever is looked after then or was
    /// after turning 16; nil for everybody else, and where no birth date is known.
    public var yearsAhead: YearsAhead? {
        let born = record.identity.birthDates
        guard let first = born.first, let last = born.last, first.adding(months: YearsAhead.months) <= day,
            day < last.birthday(25), isOnTheWay(born: first)
        else { return nil }
        return YearsAhead(born: born, said: Set(record.thread.readiness.keys))
    }

    /// Short breaks make nobody a care leaver; whoever was adopted, died or went to another authority is not this one's.
    private func isOnTheWay(born: Day) -> Bool {
        if legalSpells.last?.status.isShortBreak ?? false { return false }
        guard let last = periods.last else { return false }
        guard let end = last.end, end <= day else { return true }
        switch last.ending.outcome {
        case .adopted, .died, .anotherAuthority: return false
        default: return end > born.birthday(16)
        }
    }
}
