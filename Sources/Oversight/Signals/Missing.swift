import Casework
import Days
import Standards

/// Signals about going missing. Only episodes recorded as missing count; away without authorisation is another thing.
extension Signals {
    static let missing = [repeatMissing]

    /// RS01: two episodes that began within 28 days up to the day, or three within 90, the day itself included.
    /// Source: Sidebottom et al. 2019, most first repeats come within four weeks.
    static let repeatMissing = SignalRule(
        "RS01", "Going missing again: what has changed, and what is the plan?", reads: [.missing], owner: .socialWorker,
        rung: .openRisk
    ) { child, _, list in
        let all = child.record.missing
        guard all.count >= 2 else { return }
        let episodes = all.filter { $0.kind == .missing && child.day - $0.start < 90 }
        let recent = episodes.filter { child.day - $0.start < 28 }
        guard episodes.count >= 3 || recent.count >= 2 else { return }
        // Since the episode that first made the pattern: the second of the 28 days or the third of the 90.
        var since = Day.distantFuture
        if recent.count >= 2 { since = recent[1].start }
        if episodes.count >= 3 { since = min(since, episodes[2].start) }
        var facts = episodes.map { SignalFact.missing(from: $0.start, until: $0.end) }
        let starts = episodes.suffix(3).map(\.start)
        if starts.count == 3, starts[2] - starts[1] < starts[1] - starts[0] { facts.append(.gapsShortening) }
        if let last = episodes.last {
            let days = (last.end ?? child.day) - last.start
            let before = all.filter { $0.kind == .missing && $0.start < last.start }
            if !before.isEmpty, before.allSatisfy({ ($0.end ?? last.start) - $0.start < days }) {
                facts.append(.longestYet(days: days))
            }
        }
        list.add(child, since: since, facts)
    }
}
