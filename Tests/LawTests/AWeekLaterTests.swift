import Casework
import Days
import Standards
import TestSupport
import Testing

/// Standards that count days, weeks or working days move with the calendar; those that count months or years do not.
struct AWeekLaterTests {
    /// What counts months between its trigger and its due day.
    static let months: Set<String> = [
        "RV02", "RV03", "RV08", "VI14", "LG03", "LG07", "AD01", "AD04", "AD05", "LC01", "LC02",
    ]
    /// What a birthday or a collection starts or ends: its days do not move by a week.
    static let years: Set<String> = [
        "HE06", "HE07", "HE08", "HE09", "HE10", "HE11", "LC05", "LC06", "LC07", "LC10", "MI12", "RV05", "VI02", "VI03",
    ]
    /// Where months or ages decide only whether there is a duty at all, so that a week seldom shows it.
    static let seldom: Set<String> = ["CP29", "CP33", "ED03", "HE02", "LC04", "LC13", "RI06"]

    static let notByTheWeek = months.union(years).union(seldom)
    static let others = Catalogue.standards.filter { !notByTheWeek.contains($0.id) }

    @Test func theTableNamesStandardsThatThereAre() {
        let ids = Set(Catalogue.standards.map(\.id))
        #expect(Self.notByTheWeek.subtracting(ids) == [])
        #expect(Self.others.count > 10)
    }

    /// With no bank holidays at all, every duty moves whole: when it began, when it is due, when it was done, how it
    /// stands.
    @Test func withoutHolidaysEverythingAWeekLaterIsAWeekLater() {
        holds(over: 1_500) { history in
            var dice = history.dice
            let day = dice.dayAsked()
            let (here, later) = Self.twice(history, day, Self.withoutHolidays)
            for standard in Self.others where !standard.reads.contains(.identity) {
                let (a, b) = (here[standard.id] ?? [], later[standard.id] ?? [])
                let moved = a.map { Owed($0, later: 7) }.filter { Self.isFar($0.trigger, from: standard) }
                let found = b.map { Owed($0, later: 0) }.filter { Self.isFar($0.trigger, from: standard) }
                if moved != found { return "\(standard.id) as at \(day): \(moved), a week later \(found)" }
            }
            return nil
        }
    }

    /// By the real table, for windows that hold no holiday here nor a week later.
    @Test func whereTheWindowsHoldTheSameHolidaysTheDueDayMovesByAWeek() {
        let holidays = everythingReturned.workingDays.holidays
        var tried = 0
        holds(over: 1_500) { history in
            var dice = history.dice
            let day = dice.dayAsked()
            let (here, later) = Self.twice(history, day, everythingReturned)
            for standard in Self.others {
                // Two may be started by one thing; they come in one order.
                let there = Dictionary(grouping: later[standard.id] ?? []) { Start($0, later: 0) }
                for (start, duties) in Dictionary(grouping: here[standard.id] ?? [], by: { Start($0, later: 7) }) {
                    guard let others = there[start], others.count == duties.count else { continue }
                    for (duty, other) in zip(duties, others) {
                        guard let due = duty.due else { continue }
                        let (first, last) = (min(duty.trigger.day, due), max(duty.trigger.day, due) + 7)
                        if holidays.contains(where: { first <= $0 && $0 <= last }) { continue }
                        tried += 1
                        if other.due != due + 7 { return "\(duty.id): due \(due), a week later \(other.due as Any)" }
                    }
                }
            }
            return nil
        }
        #expect(tried > 2_000)
    }

    /// Were one of them to count days, it would belong to the rest: so each is shown not to move with the week.
    @Test func whatCountsMonthsDoesNotMoveByAWeek() {
        var left = Self.months.union(Self.years)
        var seen: [String: Int] = [:]
        for history in Histories(3_000) where !left.isEmpty {
            var dice = history.dice
            let (here, later) = Self.twice(history, dice.dayAsked(), Self.withoutHolidays)
            for id in left {
                let (a, b) = (here[id] ?? [], later[id] ?? [])
                if !a.isEmpty || !b.isEmpty { seen[id, default: 0] += 1 }
                if a.map({ Owed($0, later: 7) }) != b.map({ Owed($0, later: 0) }) { left.remove(id) }
            }
        }
        // One that a made-up life hardly ever has shows nothing either way.
        let tooWide = left.filter { seen[$0, default: 0] >= 100 }.sorted()
        #expect(tooWide.isEmpty, "these move by a week, each time of \(tooWide.map { seen[$0, default: 0] })")
    }

    private static let withoutHolidays: Context = {
        var context = everythingReturned
        context.workingDays = WorkingDays(name: "weekdays", years: 1990...2045, holidays: [])
        return context
    }()

    private static func twice(
        _ history: History, _ day: Day, _ context: Context
    ) -> (here: [String: [Duty]], later: [String: [Duty]]) {
        let standing = history.standing
        let here = ChildRecord(id: history.child, applying: standing)
        let later = ChildRecord(id: history.child, applying: standing.map { $0.moved(by: 7) })
        return (dutiesByStandard(here, day, context), dutiesByStandard(later, day + 7, context))
    }

    /// Whether a trigger is a fortnight away from where the law changed: a week's move must not cross it.
    private static func isFar(_ day: Day, from standard: Standard) -> Bool {
        abs(day - standard.inForce.start) > 14 && abs(day - standard.inForce.end) > 14
    }
}

/// A duty with each of its days so many days later.
private struct Owed: Hashable {
    let trigger: Day
    let isKnown: Bool
    let due, done: Day?
    let standing: Standing
    let because: Trigger

    init(_ duty: Duty, later days: Int) {
        (trigger, isKnown) = (duty.trigger.day + days, duty.trigger.isKnown)
        (due, done) = (duty.due.map { $0 + days }, duty.done.map { $0 + days })
        (standing, because) = (duty.standing, duty.because)
    }
}

/// What started a clock, so many days later.
private struct Start: Hashable {
    let day: Day
    let isKnown: Bool
    let because: Trigger

    init(_ duty: Duty, later days: Int) {
        (day, isKnown, because) = (duty.trigger.day + days, duty.trigger.isKnown, duty.because)
    }
}
