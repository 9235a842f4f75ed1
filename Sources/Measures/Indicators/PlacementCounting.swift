import Casework
import Days

/// What counts as one placement, and as the same carers.
extension ChildAsAt {
    /// How many placements the child had in `days`, by the rule of NI62: a placement, its changes of status and the
    /// returns to it are one, which counts if any of it fell in the days.
    func placements(in days: DayInterval) -> Int {
        var count = 0
        var isCounted = false
        for (index, placement) in placements.enumerated() where !placement.type.isTemporary {
            if !continuesEarlier(index) { isCounted = false }
            guard !isCounted, placement.start.day <= days.end, placement.end.map({ $0 > days.start }) ?? true else {
                continue
            }
            isCounted = true
            count += 1
        }
        return count
    }

    /// Whether the placement at `index` is the one before at the same address, or a return to it from a temporary move.
    private func continuesEarlier(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let (placement, before) = (placements[index], placements[index - 1])
        guard before.period == placement.period else { return false }
        if before.type.isTemporary {
            return index > 1 && isSameAddress(placement, placements[index - 2])
        }
        return before.endReason == "PLACE" || placement.keepsCarer && isSameAddress(placement, before)
    }

    private func isSameAddress(_ a: Placement, _ b: Placement) -> Bool {
        a.period == b.period && !a.postcode.isBlank && a.postcode == b.postcode
    }

    /// Since when the child has been with the same carers; nil where no placement is open.
    var sameCarersSince: StartDay? {
        guard var index = placements.lastIndex(where: { $0.isOpen(on: day) }) else { return nil }
        if placements[index].type.isAdoptive, index > 0, placements[index - 1].period == placements[index].period {
            index -= 1
        }
        while index > 0, placements[index - 1].period == placements[index].period {
            if placements[index].keepsCarer || placements[index - 1].endReason == "PLACE" {
                index -= 1
            } else if continuesEarlier(index) {
                index -= placements[index - 1].type.isTemporary ? 2 : 1
            } else {
                break
            }
        }
        return placements[index].start
    }
}
