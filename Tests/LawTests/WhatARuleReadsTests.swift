import Casework
import Days
import Oversight
import Standards
import TestSupport
import Testing

/// A rule says which areas of a record it reads; nothing in any other area changes what it says. Coverage and horizon are
/// context, and stay as they are.
struct WhatARuleReadsTests {
    @Test func anEventOfAnotherAreaChangesNoDuty() {
        var tried: [Area: Int] = [:]
        holds(over: 2_000) { history in
            var dice = history.dice
            let day = dice.dayAsked()
            let record = history.record
            let before = dutiesByStandard(record, day, everythingReturned)
            for _ in 0..<3 {
                let event = dice.event()
                let after = dutiesByStandard(record.adding(event), day, everythingReturned)
                if let area = event.area { tried[area, default: 0] += 1 }
                for standard in Catalogue.standards {
                    if let area = event.area, standard.reads.contains(area) { continue }
                    if before[standard.id] != after[standard.id] {
                        return
                            "\(standard.id) does not say that it reads \(event.area.map { "\($0)" } ?? "this"): \(event)"
                    }
                }
            }
            return nil
        }
        for area in Area.allCases { #expect(tried[area, default: 0] > 100, "\(area)") }
    }

    /// Who is looked after, and under short breaks or not, decides whom any signal is about; so episodes are read by all.
    /// Whose a signal is to look at is no part of what raised it.
    @Test func anEventOfAnotherAreaRaisesAndSettlesNoSignal() {
        var context = everythingReturned
        context.places = TwoPlaces()
        context.settings.authorityArea = "E1"
        holds(over: 2_000) { history in
            var dice = history.dice
            let day = dice.dayAsked()
            let record = history.record
            let before = Self.signals(record, day, context)
            for _ in 0..<3 {
                let event = dice.event()
                let after = Self.signals(record.adding(event), day, context)
                for rule in Signals.rules {
                    if let area = event.area, rule.reads.contains(area) || area == .episodes { continue }
                    if before[rule.id] != after[rule.id] {
                        return "\(rule.id) does not say that it reads \(event.area.map { "\($0)" } ?? "this"): \(event)"
                    }
                }
            }
            return nil
        }
    }

    private struct Raised: Hashable {
        let since: Day
        let facts: [SignalFact]
    }

    private static func signals(_ record: ChildRecord, _ day: Day, _ context: Context) -> [String: Raised] {
        let signals = Signals.of(ChildAsAt(record, day), context)
        return Dictionary(signals.map { ($0.id, Raised(since: $0.since, facts: $0.facts)) }) { first, _ in first }
    }
}

extension ChildRecord {
    func adding(_ event: ChildEvent) -> ChildRecord {
        var record = self
        record.apply(event, origin: Origin(EventID(9_999), .recordedHere))
        return record
    }
}
