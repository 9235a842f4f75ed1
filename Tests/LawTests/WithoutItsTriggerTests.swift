import Casework
import Days
import Standards
import TestSupport
import Testing

/// No trigger, no duty.
struct WithoutItsTriggerTests {
    /// Whatever happened on the day that started a clock, taken away, takes the duty with it.
    @Test func takingTheTriggerAwayTakesTheDutyAway() {
        var tried: Set<String> = []
        holds(over: 1_500) { history in
            var dice = history.dice
            let day = dice.dayAsked()
            let standing = history.standing
            let duties = Catalogue.duties(
                of: ChildAsAt(ChildRecord(id: history.child, applying: standing), day), everythingReturned)
            guard !duties.isEmpty else { return nil }
            let duty = dice.pick(duties)
            guard let left = Self.events(standing, without: duty) else { return nil }
            tried.insert(duty.id)
            let without = ChildRecord(id: history.child, applying: left)
            let again = dutiesByStandard(without, day, everythingReturned)[duty.id] ?? []
            let same = again.first { $0.trigger.day == duty.trigger.day && $0.because == duty.because }
            return same.map { "\(duty.id) as at \(day) without its trigger: \($0)" }
        }
        let started = Catalogue.standards.count { !$0.reads.isEmpty }
        #expect(tried.count > started / 2, "\(tried.sorted())")
    }

    @Test func aRecordThatHoldsNothingThatAStandardReadsOwesNothing() {
        holds(over: 800) { history in
            var dice = history.dice
            let day = dice.dayAsked()
            let standing = history.standing
            let standard = dice.pick(Catalogue.standards)
            let left = standing.filter { $0.area.map { !standard.reads.contains($0) } ?? true }
            let duties = dutiesByStandard(
                ChildRecord(id: history.child, applying: left), day, everythingReturned)[standard.id]
            return duties.map { "\(standard.id) of nothing: \($0)" }
        }
    }

    /// What is left when what started a duty's clock is taken away; nil where no one event did.
    private static func events(_ events: [ChildEvent], without duty: Duty) -> [ChildEvent]? {
        let standard = Catalogue.standard(of: duty)
        switch duty.because {
        case .birthday, .becameEligible: return events.filter { $0.area != .identity }
        case .collection: return events.filter { $0.area != .episodes }
        default: break
        }
        // A cycle that is only known to run from some day on or before another has no event of its own.
        let left = events.filter { event in
            event.day != duty.trigger.day || event.area.map { !standard.reads.contains($0) } ?? true
        }
        return left.count == events.count ? nil : left
    }
}
