import Casework
import Days

/// A time within a period of care under one set of rules: a series of short breaks (V3, V4), or care to which the whole of
/// the regulations applies.
///
/// Which it is turns on the legal status of each day, not on how the period began: where short breaks give way to another
/// status without a new start of care, the whole of the rules starts on that day (`docs/decisions/0005`).
public struct Stretch: Hashable, Sendable {
    public let start: StartDay
    /// The day it stopped; nil where it goes on.
    public internal(set) var end: Day?
    public let isShortBreaks: Bool
    /// Whether the child came into care with it.
    public let opensCare: Bool
    /// Whether care ended with it.
    public internal(set) var closesCare: Bool
    /// The period of care it belongs to.
    public let period: Int

    @inlinable public func isOpen(on day: Day) -> Bool { start.day <= day && (end.map { day < $0 } ?? true) }
}

/// The day from which something is no longer owed, and why.
public struct Stop: Hashable, Sendable {
    public let day: Day
    public let why: Exemption
}

extension ChildAsAt {
    /// The periods of care cut where short breaks begin or give way.
    public var stretches: [Stretch] {
        var found: [Stretch] = []
        for (index, period) in periods.enumerated() {
            let first = found.count
            for spell in legalSpells where spell.period == index {
                add(spell, of: period, to: &found, from: first)
            }
            guard found.count > first else { continue }
            (found[found.count - 1].end, found[found.count - 1].closesCare) = (period.end, period.end != nil)
        }
        return found
    }

    private func add(_ spell: LegalSpell, of period: PeriodOfCare, to found: inout [Stretch], from first: Int) {
        // An episode that never ended is told last and holds from its own first day, whatever was told after that day.
        while found.count > first, found[found.count - 1].start.day > spell.start.day { found.removeLast() }
        let isShortBreaks = spell.status.isShortBreak
        if found.count > first {
            let last = found.count - 1
            if found[last].isShortBreaks == isShortBreaks {
                found[last].end = spell.end
                return
            }
            if found[last].start.day == spell.start.day {
                found.removeLast()
            } else {
                found[last].end = spell.start.day
            }
        }
        let opensCare = found.count == first
        found.append(
            Stretch(
                start: opensCare ? period.start : spell.start, end: spell.end, isShortBreaks: isShortBreaks,
                opensCare: opensCare, closesCare: false, period: spell.period))
    }

    /// The day a period of care stopped, with what that does to a duty; nil while it goes on.
    public func stop(of period: PeriodOfCare) -> Stop? {
        guard let end = period.end else { return nil }
        switch period.ending.outcome {
        case .died: return Stop(day: end, why: .died)
        case .adopted: return Stop(day: end, why: .adopted)
        default: return Stop(day: end, why: .ceasedBeforeDue)
        }
    }

    /// The day a stretch stopped: with care, or because the rules became others.
    public func stop(of stretch: Stretch) -> Stop? {
        if stretch.closesCare { return stop(of: periods[stretch.period]) }
        return stretch.end.map { Stop(day: $0, why: stretch.isShortBreaks ? .fullRulesBegan : .shortBreaks) }
    }
}
