import Days

/// The last months of a child's career, and whose story they could carry.
struct Window {
    /// The first and the last day that anything is written.
    let (start, horizon): (Day, Day)
    let cast: Cast
    /// When the present placement began, and the one before it where the child moved.
    let (placed, before): (Day, Day?)
    /// The last day on which another worker took over, once there was something to hand over.
    let change: Day?
    /// Whether the child has left care since.
    let hasLeft: Bool

    /// How long a story is, in days.
    private static let length = 110

    /// Nil for a child whose last months would leave something unjoined that nobody planned: another change of law or of
    /// home, a third time missing, or turning fifteen and a half in these weeks.
    init?(_ career: Career, to horizon: Day) {
        let entered = career.outline.last.start
        let start = horizon - Self.length
        let halfWay = career.outline.born.birthday(15).adding(months: 6)
        guard let now = career.episodes.last, now.end > horizon, halfWay < horizon - 30 || halfWay > horizon,
            career.absences.count(where: { $0.start > start - 90 }) < 3
        else { return nil }
        let isNearlyAdult = halfWay < horizon
        let changes = career.episodes.count { $0.start > start - 2 && $0.start >= entered }
        let placements = career.placementStarts
        guard let placed = placements.last else { return nil }
        (self.horizon, self.placed, hasLeft) = (horizon, placed, now.end < .distantFuture)
        let workers = career.allocations.dropFirst().map(\.start)
        change = workers.last { $0 > max(start, entered) + 12 && $0 < horizon - 10 }
        switch changes {
        case 0: (cast, self.start, before) = (isNearlyAdult ? .nearlyAdult : .settled, start, nil)
        case 1 where now.start == entered:
            guard !isNearlyAdult, (40...95).contains(horizon - entered) else { return nil }
            (cast, self.start, before) = (.new, entered, nil)
        case 1:
            guard !isNearlyAdult, (15...85).contains(horizon - now.start), placed == now.start else { return nil }
            (cast, self.start, before) = (.moved, start, placements.dropLast().last)
        default: return nil
        }
    }
}

extension Career {
    /// When each placement of the present time in care began: an episode of the same place goes on with it.
    fileprivate var placementStarts: [Day] {
        var starts: [Day] = []
        var last: Placement?
        for episode in episodes where episode.start >= outline.last.start {
            if episode.place != last { starts.append(episode.start) }
            last = episode.place
        }
        return starts
    }
}
