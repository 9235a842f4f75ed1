import Casework
import Days

/// One child's record gone through once: each day in it on which clocks start is handed to every standard that hangs on
/// such days.
struct Walk {
    let child: ChildAsAt
    let context: Context
    let stretches: [Stretch]
    /// Every birth date on record, earliest first.
    let births: [Day]
    /// The last day that the returns could speak for, as at the day asked about.
    let lastSeen: Day
    let rota: Rota
    /// The days on which somebody saw the child on a visit signed here, each once, in order.
    let visitsSigned: [Day]
    /// The first day on which anything of the child was signed here, whatever it was about; nil where that is not known.
    let signedSince: Day?

    init(_ child: ChildAsAt, _ context: Context) {
        (self.child, self.context) = (child, context)
        (stretches, births) = (child.stretches, child.record.identity.birthDates)
        lastSeen = min(child.day, context.horizon ?? child.day)
        rota = Catalogue.rota
        visitsSigned = child.visitsSigned
        signedSince = child.record.records.lazy.compactMap(\.signed).min()
    }

    func run(_ list: inout DutyList) {
        for index in stretches.indices { care(index, &list) }
        for index in child.placements.indices { placement(index, &list) }
        for index in child.legalSpells.indices { legalStatus(index, &list) }
        reviews(&list)
        missing(&list)
        decisions(&list)
        deprivations(&list)
        yearlyOutcomes(&list)
        youngPeople(&list)
        recorded(&list)
    }

    /// The reviews of care alone.
    func runReviews(_ list: inout DutyList) {
        for index in stretches.indices where !stretches[index].isShortBreaks {
            reviewCycles(index, stretches[index].opensCare ? .lookedAfter : .shortBreaksGaveWay, &list)
        }
    }

    /// Gives an occasion to every standard that hangs on its kind.
    func hand(_ kind: Occasion.Kind, _ occasion: Occasion, _ list: inout DutyList) {
        for row in rota.rows[kind.rawValue] {
            list.turn(to: row.standard, inForce: row.inForce)
            switch row.answer {
            case .unseen(let duty): duty.add(occasion, self, &list)
            case .worked(let work): work(occasion, self, &list)
            }
        }
    }

    // MARK: Care and its law

    private func care(_ index: Int, _ list: inout DutyList) {
        let stretch = stretches[index]
        let stop = child.stop(of: stretch)
        if stretch.isShortBreaks {
            let began = Occasion(
                trigger: stretch.start, because: .shortBreaksAgreed, stop: stop, unknownStart: .startOfCare,
                stretch: index)
            hand(.shortBreaksBegan, began, &list)
            visit(stretch, stop, &list)
            ReviewCycles(child, context, stretch, ReviewCycles.shortBreaks).run { place, trigger, due, done, standing in
                list.turn(to: rota.shortBreaks)
                list.add(
                    trigger: trigger, due: due, done: done, standing,
                    because: place == .first ? .shortBreaksAgreed : .reviewHeld)
            }
            return
        }
        let because: Trigger = stretch.opensCare ? .lookedAfter : .shortBreaksGaveWay
        let began = Occasion(
            trigger: stretch.start, because: because, stop: stop, unknownStart: .startOfCare, stretch: index)
        hand(.careBegan, began, &list)
        if stretch.start.day.adding(years: 1) <= stretch.end ?? child.day {
            hand(.lookedAfterForYear, Occasion(trigger: stretch.start, because: because, stretch: index), &list)
        }
        reviewCycles(index, because, &list)
        if stretch.closesCare, let end = stretch.end {
            let ended = Occasion(trigger: StartDay(end, isKnown: true), because: .careEnded, stretch: index)
            hand(.careEnded, ended, &list)
            custody(ended, &list)
        }
    }

    private func reviewCycles(_ index: Int, _ because: Trigger, _ list: inout DutyList) {
        let stretch = stretches[index]
        let cycles = ReviewCycles(child, context, stretch, ReviewCycles.ordinary)
        cycles.run { place, trigger, due, done, standing in
            switch place {
            case .first: list.turn(to: rota.first)
            case .second: list.turn(to: rota.second)
            case .later: list.turn(to: rota.later)
            }
            list.add(
                trigger: trigger, due: due, done: done, standing, because: place == .first ? because : .reviewHeld)
            guard let done else { return }
            // Where the review before may have been the first or not, the next is the second at the earliest.
            let mayBeSecond = standing == .unknown(.lastReview) && trigger.isKnown
            guard place == .second || mayBeSecond else { return }
            let day = StartDay(done, isKnown: cycles.isWhole)
            hand(.secondReview, Occasion(trigger: day, because: .reviewHeld, stretch: index), &list)
        }
    }

    private func reviews(_ list: inout DutyList) {
        let held = child.reviews
        for index in held.indices {
            let day = held[index].day
            guard let stretch = stretch(on: day) else { continue }
            let start = StartDay(day, isKnown: true)
            hand(
                .reviewHeld, Occasion(trigger: start, because: .reviewHeld, stretch: stretch, index: index), &list)
        }
    }

    /// The stretch under all the rules that is open on a day.
    private func stretch(on day: Day) -> Int? { stretches.firstIndex { !$0.isShortBreaks && $0.isOpen(on: day) } }

    private func decisions(_ list: inout DutyList) {
        for (index, decision) in child.record.adoptionDecisions.enumerated() {
            guard let stretch = stretch(on: decision.decided) else { continue }
            let start = StartDay(decision.decided, isKnown: true)
            hand(
                .adoptionDecided,
                Occasion(trigger: start, because: .adoptionDecision, stretch: stretch, index: index), &list)
        }
    }

    private func deprivations(_ list: inout DutyList) {
        for (index, order) in child.record.deprivations.enumerated() {
            guard let stretch = stretch(on: order.start) else { continue }
            let start = StartDay(order.start, isKnown: true)
            hand(.liberty, Occasion(trigger: start, because: .deprivedOfLiberty, stretch: stretch, index: index), &list)
        }
    }

    private func legalStatus(_ index: Int, _ list: inout DutyList) {
        let spell = child.legalSpells[index]
        guard !spell.status.isShortBreak else { return }
        let ends = spell.end.map { end in
            let care = child.periods[spell.period]
            return care.end == end ? child.stop(of: care) : Stop(day: end, why: .statusChanged)
        }
        let began = Occasion(
            trigger: spell.start, because: .legalStatus(spell.status), stop: ends ?? nil, unknownStart: .startOfStatus,
            index: index)
        hand(.legalStatusBegan, began, &list)
    }

    // MARK: What is recorded here

    /// What began on a day that is known, and is owed no longer than the stretch of care that it is in lasts.
    func occasion(_ because: Trigger, on day: Day, in stretch: Int, _ index: Int) -> Occasion {
        Occasion(
            trigger: StartDay(day, isKnown: true), because: because, stop: child.stop(of: stretches[stretch]),
            stretch: stretch, index: index)
    }

    private func recorded(_ list: inout DutyList) {
        let records = child.record.records
        for index in records.indices {
            switch records[index].kind {
            case .visit where records[index].isFlag(.seen, true):
                guard let stretch = stretches.firstIndex(where: { $0.isOpen(on: records[index].day) }) else { continue }
                let start = StartDay(records[index].day, isKnown: true)
                hand(.visitMade, Occasion(trigger: start, because: .visited, stretch: stretch, index: index), &list)
            case .healthAssessment:
                guard let held = records[index].day(.appointmentHeld), held <= child.day,
                    let stretch = stretch(on: held)
                else { continue }
                hand(.healthAssessed, occasion(.healthAssessed, on: held, in: stretch, index), &list)
            case .carePlan: handSigned(index, .carePlanned, .carePlanned, &list)
            case .placementPlan: handSigned(index, .placementPlanned, .placementPlanned, &list)
            case .personalEducationPlan: handSigned(index, .educationPlanned, .educationPlanned, &list)
            case .assessment where records[index].isChoice(.assessmentType, "leaving_care"):
                handSigned(index, .needsAssessed, .needsAssessed, &list)
            case .review where records[index].day(.firstMeeting) != nil:
                handSigned(index, .reviewInMeetings, .reviewHeld, &list)
            case .pathwayPlan:
                let start = StartDay(records[index].day, isKnown: true)
                hand(.pathwayPlanned, Occasion(trigger: start, because: .pathwayPlanned, index: index), &list)
            default: continue
            }
        }
        for (index, decision) in child.record.thread.decisions.enumerated() {
            guard let stretch = stretch(on: decision.since) else { continue }
            hand(.decisionMade, occasion(.decisionMade, on: decision.since, in: stretch, index), &list)
        }
        concerns(&list)
        guard records.contains(where: { $0.kind == .assessmentStart }) else { return }
        for (index, work) in child.record.assessmentWorks.enumerated() {
            guard let begun = work.begun, let stretch = stretch(on: begun) else { continue }
            hand(.assessmentBegun, occasion(.assessmentBegun, on: begun, in: stretch, index), &list)
        }
    }

    // MARK: Missing, outcomes, leaving care

    private func missing(_ list: inout DutyList) {
        let episodes = child.record.missing
        for index in episodes.indices {
            let start = StartDay(episodes[index].start, isKnown: true)
            hand(.missingBegan, Occasion(trigger: start, because: .wentMissing, index: index), &list)
            guard episodes[index].kind == .missing, let end = episodes[index].end else { continue }
            let back = StartDay(end, isKnown: true)
            hand(.missingEnded, Occasion(trigger: back, because: .returnedFromMissing, index: index), &list)
        }
    }

    private func yearlyOutcomes(_ list: inout DutyList) {
        let imports = context.coverage.imports
        for (index, imported) in imports.enumerated() where imported.tables.contains(.outcomes) {
            let year = imported.year
            guard year.lastDay <= child.day, !imports[(index + 1)...].contains(where: { $0.year == year }),
                child.wasContinuouslyLookedAfter(in: year)
            else { continue }
            let start = StartDay(year.firstDay, isKnown: true)
            hand(.yearlyOutcomes, Occasion(trigger: start, because: .collection(year), index: year.start), &list)
        }
    }

    private func youngPeople(_ list: inout DutyList) {
        guard let oldest = births.first, oldest.birthday(16) <= child.day, !stretches.isEmpty else { return }
        if let eligible = eligibility {
            let isBirthday = births.count == 1 && births[0].birthday(16) == eligible.day
            let became = Occasion(
                trigger: StartDay(eligible.day, isKnown: eligible.isAgreed),
                because: isBirthday ? .birthday(16) : .becameEligible, unknownStart: .birthDate)
            hand(.becameEligible, became, &list)
        }
        guard oldest.birthday(17) <= child.day, child.died == nil else { return }
        for age in 17...21 {
            guard let birthday = births.compactMap({ leaverBirthday(age, born: $0) }).first else { continue }
            hand(
                .leftCare, Occasion(trigger: StartDay(birthday, isKnown: true), because: .birthday(age), index: age),
                &list)
        }
    }
}
