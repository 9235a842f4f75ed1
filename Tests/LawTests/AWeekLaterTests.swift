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
    /// What counts months, years, birthdays or collections to find its trigger, which itself does not move by a week.
    static let years: Set<String> = [
        "CP29", "CP33", "ED03", "HE02", "HE06", "HE07", "HE08", "HE09", "HE10", "HE11", "IR10", "LC04", "LC05", "LC06",
        "LC07", "LC10", "LC13", "MI12", "RI06", "RV05", "VI02", "VI03",
    ]

    static let others = Catalogue.standards.filter { !months.contains($0.id) && !years.contains($0.id) }

    @Test func theTableNamesStandardsThatThereAre() {
        let ids = Set(Catalogue.standards.map(\.id))
        #expect(Self.months.union(Self.years).subtracting(ids) == [])
        #expect(Self.others.count > 10)
    }

    /// With no bank holidays at all, every duty moves whole: when it began, when it is due, when it was done, how it
    /// stands.
    @Test func withoutHolidaysEverythingAWeekLaterIsAWeekLater() {
        var context = everythingReturned
        context.workingDays = WorkingDays(name: "weekdays", years: 1990...2045, holidays: [])
        holds(over: 1_500) { history in
            var dice = history.dice
            let day = dice.dayAsked()
            let (here, later) = Self.twice(history, day, context)
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
                for duty in here[standard.id] ?? [] {
                    guard let due = duty.due,
                        let other = later[standard.id]?.first(where: { $0.startsLike(duty, 7) })
                    else { continue }
                    let (first, last) = (min(duty.trigger.day, due), max(duty.trigger.day, due) + 7)
                    if holidays.contains(where: { first <= $0 && $0 <= last }) { continue }
                    tried += 1
                    if other.due != due + 7 { return "\(duty.id): due \(due), a week later \(other.due as Any)" }
                }
            }
            return nil
        }
        #expect(tried > 2_000)
    }

    /// Were one of them to count days, it would belong to the rest.
    @Test(arguments: months.sorted()) func aMonthIsNoFixedNumberOfDays(_ id: String) {
        var (seen, moved) = (0, false)
        for history in Histories(1_500) where !moved {
            var dice = history.dice
            let (here, later) = Self.twice(history, dice.dayAsked(), everythingReturned)
            for duty in here[id] ?? [] {
                guard let due = duty.due, let other = later[id]?.first(where: { $0.startsLike(duty, 7) })?.due else {
                    continue
                }
                seen += 1
                if other != due + 7 { moved = true }
            }
        }
        // One that a made-up life hardly ever has shows nothing either way.
        #expect(moved || seen < 30, "\(id) moved by a week each of \(seen) times")
    }

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

extension Duty {
    /// Whether its clock was started by the same thing as the other's, so many days later.
    fileprivate func startsLike(_ other: Duty, _ days: Int) -> Bool {
        trigger.day == other.trigger.day + days && because == other.because
    }
}
