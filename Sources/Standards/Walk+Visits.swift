import Casework
import Days

/// Whose visits are owed where, asked once a placement.
extension Walk {
    /// The rules of visiting that a placement comes under, one after another as the law or the time changes.
    func visits(_ began: Occasion, _ list: inout DutyList) {
        let type = child.placements[began.index].type
        let last = began.stop?.day ?? .distantFuture
        let year = began.day.adding(years: 1)
        var current: (rule: Int, from: Occasion)?
        func come(to day: Day, _ occasion: Occasion) {
            let situation = VisitRule.Situation(
                type: type, status: child.legalStatus(on: day) ?? LegalStatus(.blank), isPastAYear: day >= year)
            let rule = VisitRule.place(for: situation)
            guard rule != current?.rule else { return }
            if var before = current {
                before.from.stop = Stop(day: day, why: .statusChanged)
                addVisit(before.rule, before.from, &list)
            }
            current = (rule, occasion)
        }
        come(to: began.day, began)
        var hasPassedYear = false
        let period = stretches[began.stretch].period
        for spell in child.legalSpells
        where spell.period == period && spell.start.day > began.day && spell.start.day < last {
            if !hasPassedYear, year <= spell.start.day { comeToYear() }
            come(
                to: spell.start.day,
                Occasion(
                    trigger: spell.start, because: .legalStatus(spell.status), stop: began.stop, stretch: began.stretch,
                    index: began.index))
        }
        if !hasPassedYear { comeToYear() }
        if let current { addVisit(current.rule, current.from, &list) }

        func comeToYear() {
            hasPassedYear = true
            guard year <= child.day, year < last else { return }
            come(
                to: year,
                Occasion(
                    trigger: StartDay(year, isKnown: began.trigger.isKnown), because: .yearInPlacement(type),
                    stop: began.stop, stretch: began.stretch, index: began.index))
        }
    }

    /// The visits of a series of short breaks.
    func visit(_ stretch: Stretch, _ stop: Stop?, _ list: inout DutyList) {
        let rule = VisitRule.place(
            for: .init(type: PlacementType(.blank), status: .shortBreakEpisode, isShortBreaks: true))
        let began = Occasion(
            trigger: stretch.start, because: .shortBreaksAgreed, stop: stop, unknownStart: .startOfCare)
        addVisit(rule, began, &list)
    }

    /// The visits owed to a child who was accommodated under section 20 and is sentenced to custody.
    func custody(_ ended: Occasion, _ list: inout DutyList) {
        let stretch = stretches[ended.stretch]
        guard child.periods[stretch.period].ending.outcome == .custody,
            child.legalSpells.last(where: { $0.period == stretch.period })?.status == .section20,
            births.first.map({ $0.birthday(18) > ended.day }) ?? true
        else { return }
        addVisit(
            VisitRule.place(for: .init(type: PlacementType(.blank), status: .section20, isInCustody: true)), ended,
            &list)
    }

    private func addVisit(_ place: Int, _ from: Occasion, _ list: inout DutyList) {
        let rule = VisitRule.order[place]
        list.turn(to: rota.visits[place], inForce: rule.inForce)
        var missing: Facts = [.visits, rule.alsoMissing]
        var due = rule.firstWithin.flatMap { $0(from.day, context) }
        // A rule that only follows on from another has no first visit of its own.
        if rule.isFromPlacementStart, case .legalStatus = from.because { due = nil }
        if case .placement(let type) = from.because, rule.isFromPlacementStart, type.mayBeTemporarilyApproved {
            missing.formUnion(.temporaryApproval)
        }
        func unseen(_ list: inout DutyList) {
            if !from.trigger.isKnown, !from.unknownStart.isEmpty {
                list.addUnknown(from: from.trigger, due: nil, missing.union(from.unknownStart), because: from.because)
            } else if let stop = from.stop, let due, stop.day <= due {
                list.add(trigger: from.trigger, due: due, .notApplicable(stop.why), because: from.because)
            } else {
                list.addUnknown(from: from.trigger, due: due, missing, because: from.because)
            }
        }
        if from.trigger.isKnown || from.unknownStart.isEmpty,
            let round = VisitRound(rule, from, self)
        {
            round.add(firstDue: due, &list, unseen: unseen)
        } else {
            unseen(&list)
        }
    }
}
