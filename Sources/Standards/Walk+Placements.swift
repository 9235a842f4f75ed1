import Casework
import Days

/// What placements start, each within the stretch of care that it lies in.
extension Walk {
    func placement(_ index: Int, _ list: inout DutyList) {
        let placement = child.placements[index]
        for (place, stretch) in stretches.enumerated()
        where stretch.period == placement.period && !stretch.isShortBreaks {
            let from = max(placement.start.day, stretch.start.day)
            let isWhole = from == placement.start.day
            if let end = placement.end, end < from || (end == from && !isWhole) { continue }
            if let end = stretch.end, end < from || (end == from && from != stretch.start.day) { continue }
            let stop = stop(of: placement, in: stretch)
            let began = Occasion(
                trigger: isWhole ? placement.start : StartDay(from, isKnown: true),
                because: isWhole ? .placement(placement.type) : .shortBreaksGaveWay, stop: stop, stretch: place,
                index: index)
            hand(.placementBegan, began, &list)
            visits(began, &list)
            let year = from.adding(years: 1)
            if year <= child.day, stop.map({ year < $0.day }) ?? true {
                let passed = Occasion(
                    trigger: StartDay(year, isKnown: began.trigger.isKnown),
                    because: .yearInPlacement(placement.type), stop: stop, stretch: place, index: index)
                hand(.yearInPlacement, passed, &list)
            }
            if let stop, stop.why == .placementEnded {
                let ended = Occasion(
                    trigger: StartDay(stop.day, isKnown: true), because: .placementEnded, stretch: place, index: index)
                hand(.placementEnded, ended, &list)
            }
        }
    }

    /// When what a placement is owed stops: with the placement, or with the stretch of care it lies in.
    private func stop(of placement: Placement, in stretch: Stretch) -> Stop? {
        if let end = placement.end, !placement.closesCare, end <= stretch.end ?? end {
            return Stop(day: end, why: .placementEnded)
        }
        return child.stop(of: stretch)
    }
}
