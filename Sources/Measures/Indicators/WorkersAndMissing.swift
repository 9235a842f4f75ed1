import Casework
import Days

/// Who works with the child, in the year to 31 March.
extension Indicators {
    static let workers = [socialWorkers(1), socialWorkers(2), socialWorkers(3)]

    /// Of children looked after continuously for twelve months at 31 March, those with one, two, or three and more social
    /// workers in the year; at 31 March only, as the children are. Unknown, and inside: no worker on record, or fewer than
    /// three where the returns do not speak for the whole year.
    private static func socialWorkers(_ number: Int) -> Indicator {
        let title =
            number == 3 ? "Three or more social workers" : number == 2 ? "Two social workers" : "One social worker"
        return Indicator(
            number == 3 ? "K50" : "K50.\(number)", "\(title) in the year", exists: .yearEnd, unknownInDenominator: true
        ) { subject, tally in
            guard subject.isContinuous else { return }
            let count = subject.socialWorkersInPeriod
            guard count >= 3 || count > 0 && subject.window.workersCovered else {
                tally.count(subject.member, nil)
                return
            }
            tally.count(subject.member, min(count, 3) == number)
        }
    }
}

extension Subject {
    /// How many different social workers the child had in the period.
    fileprivate var socialWorkersInPeriod: Int {
        var seen: [String] = []
        for allocation in child.record.allocations
        where allocation.role == .socialWorker && allocation.start <= window.period.end
            && (allocation.end.map { $0 > window.period.start } ?? true) && !seen.contains(allocation.worker)
        {
            seen.append(allocation.worker)
        }
        return seen.count
    }

    /// Looked after on any day of the period, short breaks left out.
    fileprivate var wasLookedAfterInPeriod: Bool {
        child.legalSpells.contains { spell in
            !spell.status.isShortBreak && spell.start.day <= window.period.end
                && (spell.end.map { $0 > window.period.start } ?? true)
        }
    }
}

/// Going missing from care. Away without authorisation is not counted.
extension Indicators {
    static let missing = [childrenMissing, episodesPerChild]

    /// Of children looked after on any day of the period, those with an episode of missing that began in it. Unknown, and
    /// inside: none on record where the returns do not speak for the whole period.
    static let childrenMissing = Indicator(
        "K56", "Children who went missing", unknownInDenominator: true
    ) { subject, tally in
        guard subject.wasLookedAfterInPeriod else { return }
        let went = subject.child.record.missing.contains {
            $0.kind == .missing && subject.window.period.contains($0.start)
        }
        tally.count(subject.member, went ? true : subject.window.missingCovered ? false : nil)
    }

    /// Episodes of missing that began in the period, for each child who had one; an episode is counted on the day it
    /// began. Unknown, and outside: children as in K56.
    static let episodesPerChild = Indicator(
        "K57", "Missing episodes for each child who went missing", unit: .perChild
    ) { subject, tally in
        guard subject.wasLookedAfterInPeriod else { return }
        var isAny = false
        for episode in subject.child.record.missing
        where episode.kind == .missing && subject.window.period.contains(episode.start) {
            tally.numerator.append(Member(subject.child.id, on: episode.start))
            isAny = true
        }
        if isAny { tally.denominator.append(subject.member) }
        if !isAny, !subject.window.missingCovered { tally.unknown.append(subject.member) }
    }
}
