import Days

extension Career {
    /// The legal statuses of one period of care, each from its day.
    mutating func throwLaw(_ period: Outline.Period) {
        legal.removeAll(keepingCapacity: true)
        let start = period.start
        func add(_ code: Code, on day: Day) {
            guard day < period.end, day <= horizon else { return }
            legal.append((day, code))
        }
        switch period.path {
        case .adoption, .proceedings:
            // How the child came: by agreement, by the police, by an emergency order, or straight by interim order.
            let throwOf = random.unit()
            let court: Day
            if throwOf < 0.4 {
                add("V2", on: start)
                court = start + random.within(5...max(6, min(100, (period.hearing - start) / 2)))
            } else if throwOf < 0.52 {
                add("L1", on: start)
                court = start + random.within(1...2)
            } else if throwOf < 0.62 {
                add("L2", on: start)
                court = start + random.within(3...8)
            } else {
                court = start
            }
            add("C1", on: court)
            if period.path == .adoption {
                add("E1", on: period.hearing)
                throwAdoptionPlan(period)
            } else if period.outcome == .careOrder {
                add("C2", on: period.hearing)
            }
        case .emergency: add(period.end - start <= 3 ? "L1" : "L2", on: start)
        case .remand: add("J1", on: start)
        case .teenager:
            add("V2", on: start)
            // For some the authority goes to court after all.
            if random.chance(0.12), outline.born.age(on: start) < 16 {
                let court = start + random.within(90...400)
                if court < outline.born.birthday(17) {
                    add("C1", on: court)
                    add("C2", on: court + random.within(150...250))
                }
            }
        default: add("V2", on: start)
        }
    }

    private mutating func throwAdoptionPlan(_ period: Outline.Period) {
        let decided = max(period.start + 20, period.hearing - random.within(10...60))
        guard decided <= horizon, decided < period.end else { return }
        let reversed = period.reason == "E3" || period.reason == "E2"
        adoption = AdoptionPlan(
            decided: decided, matched: max(period.hearing, period.placed - random.within(7...40)),
            withFormerCarer: random.chance(0.15), ceased: reversed && period.end > decided ? period.end : nil,
            reasonCeased: reversed ? "RD4" : .blank)
    }
}
