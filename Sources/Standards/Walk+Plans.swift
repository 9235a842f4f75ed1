import Casework
import Days

/// What a plan that was signed here says of something that the law has in it.
enum SaidInPlan {
    case yes, no
    /// The plan does not say it so that anybody could tell.
    case unclear(Facts)
}

extension Walk {
    /// Gives a record that was signed here to every standard of such records.
    func handSigned(_ index: Int, _ kind: Occasion.Kind, _ because: Trigger, _ list: inout DutyList) {
        let day = child.record.records[index].day
        guard let stretch = stretches.firstIndex(where: { !$0.isShortBreaks && $0.isOpen(on: day) }) else { return }
        let start = StartDay(day, isKnown: true)
        hand(kind, Occasion(trigger: start, because: because, stretch: stretch, index: index), &list)
    }

    /// A duty of each plan: met where it says so on its day, late where a later one does. While it is the latest of its kind
    /// and says no, it is owed; after that the next one owes it.
    func ofPlan(_ occasion: Occasion, _ list: inout DutyList, says: (HeldRecord) -> SaidInPlan) {
        let plan = child.record.records[occasion.index]
        let later = child.record.records[(occasion.index + 1)...].lazy.filter {
            $0.kind == plan.kind && $0.day(.placementFrom) == plan.day(.placementFrom)
        }
        func add(_ standing: Standing, done: Day? = nil) {
            list.add(trigger: occasion.trigger, due: occasion.day, done: done, standing, because: occasion.because)
        }
        switch says(plan) {
        case .yes: add(.met, done: occasion.day)
        case .unclear(let facts):
            list.addUnknown(from: occasion.trigger, due: occasion.day, facts, because: occasion.because)
        case .no:
            let mended = later.first { if case .yes = says($0) { true } else { false } }
            if let mended {
                let days = mended.day - occasion.day
                add(days == 0 ? .met : .metLate(days: days), done: mended.day)
            } else if later.isEmpty {
                let last = min(child.day, child.stop(of: stretches[occasion.stretch])?.day ?? child.day)
                add(last <= occasion.day ? .due : .overdue(days: last - occasion.day))
            }
        }
    }

    /// Whether a care plan has all that regulation 5 and Schedule 1 name: its own parts, the plan of the placement that the
    /// child has, and who the IRO is.
    func holdsAll(_ plan: HeldRecord) -> SaidInPlan {
        let parts: [CoreField] = [
            .permanence, .health, .education, .emotional, .identity, .familyAndSocial, .socialPresentation, .selfCare,
            .wishes,
        ]
        guard parts.allSatisfy(plan.says) else { return .no }
        var missing: Facts = []
        if let placement = child.placement(on: plan.day), !placement.type.isWithParents,
            !child.record.records.contains(where: {
                $0.kind == .placementPlan && $0.day(.placementFrom) == placement.start.day
            })
        {
            missing.formUnion(.placementPlan)
        }
        let hasIRO = child.record.allocations.contains {
            $0.role == .iro && $0.start <= plan.day && ($0.end.map { plan.day < $0 } ?? true)
        }
        if !hasIRO { missing.formUnion(.iroAppointment) }
        return missing.isEmpty ? .yes : .unclear(missing)
    }

    /// Whether an education plan has all that Schedule 1 (paragraph 2) names: what was before, how it is now, what will change,
    /// what the child likes to do, and what the carers do. The law asks for it as far as can be, and earlier forms did not ask
    /// for all of it: of what is left blank nobody can say.
    func holdsAllOfEducation(_ plan: HeldRecord) -> SaidInPlan {
        let parts: [CoreField] = [
            .school, .schoolsBefore, .attendance, .education, .schoolChanges, .leisure, .carersPart,
        ]
        return parts.allSatisfy(plan.says) ? .yes : .unclear(.personalEducationPlan)
    }

    /// Whether a care plan of a child who is not in care is agreed: by a parent, or by the young person from 16.
    ///
    /// Where no parent could be asked the law takes whoever cared for the child before; the carer that a plan names may be
    /// today's, so of a carer's agreement nobody can say.
    func isAgreed(_ plan: HeldRecord) -> SaidInPlan {
        var said: [Around: Set<Agreement>] = [:]
        for one in child.record.thread.settled(by: plan) {
            if case .agreement(let role, let answer) = one.what { said[role, default: []].insert(answer) }
        }
        let parents = said[.parent] ?? []
        if parents.contains(.agreed) { return .yes }
        // From 16 the young person may have asked to be looked after, which no record says.
        if said[.child]?.contains(.agreed) ?? false, let ages = ages(on: plan.day), ages.upperBound >= 16 {
            return ages.lowerBound < 16 || parents.contains(.notAgreed) ? .unclear(.whoAgreed) : .yes
        }
        return parents.contains(.notAgreed) ? .no : .unclear(.whoAgreed)
    }

    /// Whether a placement plan says for each head that the law names who decides. Of words alone nobody can say.
    func saysWhoDecides(_ plan: HeldRecord) -> SaidInPlan {
        let matters = Set(
            child.record.thread.settled(by: plan).compactMap { one in
                if case .decision(let matter, _) = one.what { matter } else { nil }
            })
        if matters.isEmpty { return plan.says(.delegatedAuthority) ? .unclear(.whoDecides) : .no }
        return matters.isSuperset(of: DelegatedMatter.needed) ? .yes : .no
    }
}
