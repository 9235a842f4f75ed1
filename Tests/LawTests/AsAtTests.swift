import Casework
import Days
import Oversight
import Standards
import TestSupport
import Testing

/// A question about June does not know September.
struct AsAtTests {
    @Test func factsDatedAfterADayChangeNoAnswerAsAtIt() {
        holds(over: 2_500) { history in
            var dice = history.dice
            let day = dice.dayAsked()
            let standing = history.standing
            let year = CollectionYear(containing: day)
            // Ends come last of what is told of a thing; of two, the record keeps the later told.
            if Self.hasEndsOfOneStart(standing) { return nil }
            var (whole, known) = (ChildRecord(id: history.child), ChildRecord(id: history.child))
            for (index, event) in standing.enumerated() {
                let origin = Origin(EventID(Int64(index + 1)), .recordedHere)
                whole.apply(event, origin: origin)
                // A care leaver's contact is dated by the birthday in its year: in this one, either may be.
                if case .leavingCareContact(let contact) = event {
                    if contact.year <= year { known.apply(event, origin: origin) }
                } else if event.day.map({ $0 <= day }) ?? true {
                    known.apply(event, origin: origin)
                }
            }
            let (a, b) = (ChildAsAt(whole, day), ChildAsAt(known, day))
            if a.record != b.record { return "as at \(day) the records differ:\n\(a.record)\n\(b.record)" }
            if a.periods != b.periods || a.placements != b.placements || a.legalSpells != b.legalSpells {
                return "as at \(day) the care differs"
            }
            let context = everythingReturned
            if Catalogue.duties(of: a, context) != Catalogue.duties(of: b, context) { return "duties differ" }
            return Signals.of(a, context) == Signals.of(b, context) ? nil : "signals differ"
        }
    }

    @Test func cuttingTwiceIsCuttingAtTheEarlierDay() {
        holds(over: 2_000) { history in
            var dice = history.dice
            let (a, b) = (dice.dayAsked(), dice.dayAsked())
            let record = history.record
            return record.asAt(a).asAt(b) == record.asAt(min(a, b)) ? nil : "\(a) then \(b)"
        }
    }

    private static func hasEndsOfOneStart(_ events: [ChildEvent]) -> Bool {
        var seen: Set<ChildEvent> = []
        for event in events {
            let key: ChildEvent
            switch event {
            case .episode(.ended(let start, _)): key = .episode(.started(Episode(start: start)))
            case .missing(.returned(let started, _)): key = .missing(.started(started, .missing))
            case .adoption(.ceased(let decided, _, _)): key = .adoption(.decided(decided))
            case .worker(.ended(let worker, let role, let started, _)):
                key = .worker(.allocated(worker: worker, role, started, ""))
            case .deprivation(.ended(let started, _)): key = .deprivation(.started(started))
            default: continue
            }
            if !seen.insert(key).inserted { return true }
        }
        return false
    }
}
