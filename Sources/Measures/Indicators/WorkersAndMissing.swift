import Casework
import Days

/// Who works with the child, in the year to 31 March.
extension Indicators {
    static let workers = [
        socialWorkers("K50.1", "One social worker in the year", .higherIsBetter, 1, "one social worker"),
        socialWorkers("K50.2", "Two social workers in the year", .neither, 2, "two social workers"),
        socialWorkers(
            "K50", "Three or more social workers in the year", .lowerIsBetter, 3, "three or more social workers"),
    ]

    /// Of children looked after continuously for twelve months at 31 March, those with one, two, or three and more social
    /// workers in the year; at 31 March only, as the children are. Unit: per cent. No event day. Unknown, and inside: no
    /// worker on record, or fewer than three where the returns do not speak for the whole year.
    private static func socialWorkers(
        _ id: String, _ title: String, _ polarity: Polarity, _ number: Int, _ words: String
    ) -> Indicator {
        Indicator(
            id, title, .workers, polarity, for: .lookedAfter, from: [.episodes, .socialWorkers], over: .year,
            exists: .yearEnd,
            Definition(
                "children who had \(words) in the year, each worker counted once",
                of: "children looked after continuously for the twelve months to 31 March",
                unknown: "no worker on record, or the returns do not speak for the whole year"),
            unknownInDenominator: true
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

    /// The episodes of missing that began in the period, by their first days.
    fileprivate var missingEpisodes: [Member] {
        child.record.missing.compactMap {
            $0.kind == .missing && window.period.contains($0.start) ? Member(child.id, on: $0.start) : nil
        }
    }
}

/// Going missing from care. Away without authorisation is not counted.
extension Indicators {
    static let missing = [childrenMissing, episodesPerChild]

    /// Of children looked after on any day of the period, those with an episode of missing that began in it. Unit: per
    /// cent. No event day. Unknown, and inside: none on record where the returns do not speak for the whole period.
    static let childrenMissing = Indicator(
        "K56", "Children who went missing", .missing, .lowerIsBetter, for: .lookedAfter, from: [.episodes, .missing],
        over: .year,
        Definition(
            "children with an episode of missing that began in the period; away without authorisation is not counted",
            of: "children looked after on any day of the period",
            unknown: "none on record, where the returns do not speak for the whole period"),
        unknownInDenominator: true
    ) { subject, tally in
        guard subject.wasLookedAfterInPeriod else { return }
        let went = !subject.missingEpisodes.isEmpty
        tally.count(subject.member, went ? true : subject.window.missingCovered ? false : nil)
    }

    /// Episodes of missing that began in the period, for each child who had one; an episode is counted on the day it
    /// began. Unit: episodes a child. Unknown, and outside: children as in K56.
    static let episodesPerChild = Indicator(
        "K57", "Missing episodes for each child who went missing", .missing, .lowerIsBetter, for: .lookedAfter,
        from: [.episodes, .missing], over: .year, unit: .perChild,
        Definition(
            "episodes of missing that began in the period", of: "children looked after in the period who had one",
            unknown: "none on record, where the returns do not speak for the whole period",
            on: "the day the episode began")
    ) { subject, tally in
        guard subject.wasLookedAfterInPeriod else { return }
        let episodes = subject.missingEpisodes
        if !episodes.isEmpty {
            tally.count(subject.member, events: episodes)
        } else if !subject.window.missingCovered {
            tally.countUnplaced(subject.member)
        }
    }
}
