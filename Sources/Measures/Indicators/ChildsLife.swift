import Casework
import Days
import Standards

/// The child's health, school, story, family and voice, as they are recorded here.
extension Indicators {
    static let recordedHealth = [initialHealthAssessments, educationPlans]
    static let recordedLeavingCare = [pathwayCurrent, pathwayInTime]
    static let voice = [
        lifeStoryBegun, toldWhyInCare, directWorkLately, changedBecauseOfYou, familyTimeArranged, identityAnswered,
    ]

    static let initialHealthAssessments = Indicator(
        "K34", "First health assessment in time", .health, .higherIsBetter, for: .lookedAfter, from: [.episodes],
        over: .year, exists: .recordedHere,
        Definition(
            "first health assessments held within 20 working days of the day care began",
            of: "first health assessments that fell due in the period", unknown: Subject.notKept,
            on: "the day it was due"),
        twin: .notRecordedHere("whether what it found was done")
    ) { subject, tally in subject.countDuties(["HE01"], &tally) }

    /// School terms are not known here; four months stand for one.
    static let educationPlans = Indicator(
        "K43", "Personal education plan of this term", .health, .higherIsBetter, for: .lookedAfter, from: [.episodes],
        over: .day, exists: .recordedHere,
        Definition(
            "children with a personal education plan signed in the last four months, which stand for a term",
            of: "children aged 4 to 17 looked after on the day", unknown: Subject.notKept),
        twin: .notRecordedHere("whether the child got on at school")
    ) { subject, tally in
        guard let ages = subject.child.ages(on: subject.window.day), ages.lowerBound >= 4, ages.upperBound < 18 else {
            return
        }
        subject.countLookedAfter(&tally) { kept in
            let since = subject.window.day.adding(months: -4)
            if subject.records(.personalEducationPlan).contains(where: { $0.day >= since }) { return true }
            return kept <= since ? false : nil
        }
    }

    /// Of young people who have become eligible and are looked after, those with a pathway plan of the last six months.
    static let pathwayCurrent = Indicator(
        "K69", "Pathway plan current", .leavingCare, .higherIsBetter, for: .eligible, from: [.episodes], over: .day,
        exists: .recordedHere,
        Definition(
            "young people with a pathway plan signed in the last six months",
            of: "young people who have become eligible and are looked after on the day", unknown: Subject.notKept),
        twin: .notRecordedHere("whether the young person manages as they hoped")
    ) { subject, tally in
        guard !subject.owed(["LC02"]).isEmpty || subject.keptSince == nil else { return }
        // Where nothing is recorded here the duties are not worked out; the age stands for them.
        guard subject.child.ages(on: subject.window.day).map({ $0.upperBound >= 16 }) ?? false else { return }
        subject.countLookedAfter(&tally) { kept in
            subject.isCurrent(.pathwayPlan, since: subject.window.day.adding(months: -6), kept)
        }
    }

    static let pathwayInTime = Indicator(
        "K70", "First pathway plan in time", .leavingCare, .higherIsBetter, for: .eligible, from: [.episodes],
        over: .year, exists: .recordedHere,
        Definition(
            "pathway plans signed within three months of 16, or of becoming eligible",
            of: "first pathway plans that fell due in the period", unknown: Subject.notKept, on: "the day it was due"),
        twin: .figure("K69")
    ) { subject, tally in subject.countDuties(["LC02"], &tally) }

    static let lifeStoryBegun = Indicator(
        "K73", "Life-story work begun by the second review", .voice, .higherIsBetter, for: .lookedAfter,
        from: [.episodes, .reviews], over: .year, exists: .recordedHere,
        Definition(
            "children whose life-story work had begun by their second review",
            of: "second reviews held in the period", unknown: Subject.notKept, on: "the day of the review"),
        twin: .figure("K73a")
    ) { subject, tally in subject.countDuties(["RI06"], &tally) }

    /// Of children looked after, those of whom the last record that says so has it that they were told.
    static let toldWhyInCare = Indicator(
        "K73a", "Children who were told why they are in care", .voice, .higherIsBetter, for: .lookedAfter, from: [],
        over: .day, exists: .recordedHere,
        Definition(
            "children who were told why they are in care, as life-story work or a chapter of their story says",
            of: "children looked after on the day", unknown: "children of whom no record says whether they were told")
    ) { subject, tally in subject.countLookedAfter(&tally) { _ in subject.child.record.isToldWhyInCare } }

    /// Of children looked after, those with direct work, or a chapter of their story told to them, in the last 90 days.
    static let directWorkLately = Indicator(
        "K96b", "Direct work in the last 90 days", .voice, .higherIsBetter, for: .lookedAfter, from: [], over: .day,
        exists: .recordedHere,
        Definition(
            "children with direct work, or a chapter of their life story told to them, in the last 90 days",
            of: "children looked after on the day",
            unknown: "\(Subject.notKept), or of whom the record has been kept here for less than 90 days and has none"),
        twin: .figure("K96")
    ) { subject, tally in
        subject.countLookedAfter(&tally) { kept in
            let since = subject.window.day - 90
            if let last = subject.child.record.lastDirectWork, last >= since { return true }
            return kept <= since ? false : nil
        }
    }

    /// Of the care plans that follow an earlier one, those that say what changed because of the child.
    static let changedBecauseOfYou = Indicator(
        "K96", "Plans that changed because of the child", .voice, .higherIsBetter, for: .lookedAfter, from: [],
        over: .year, exists: .recordedHere,
        Definition(
            "plans that say what was changed because of what the child told us",
            of: "care plans of the period that follow an earlier one", unknown: "nobody", on: "the day of the plan"),
        twin: .figure("K96a")
    ) { subject, tally in
        for plan in subject.records(.carePlan).dropFirst() where subject.window.period.contains(plan.day) {
            tally.count(subject.member(plan), plan.says(.viewsAnswered))
        }
    }

    /// Of children looked after, those with an arrangement, formally agreed or ordered, for everybody who matters to them.
    static let familyTimeArranged = Indicator(
        "K97", "Family time arranged and formal", .voice, .higherIsBetter, for: .lookedAfter, from: [], over: .day,
        exists: .recordedHere,
        Definition(
            "children with a formal arrangement for each person of their family-time plan, and for each with parental responsibility or whom they may see",
            of: "children looked after on the day", unknown: Subject.notKept),
        twin: .figure("K97a")
    ) { subject, tally in
        subject.countLookedAfter(&tally) { kept in
            let people = subject.child.record.significantPeople
            if people.contains(where: { !$0.isArranged || !$0.isFormal }) { return false }
            if !subject.records(.familyTimePlan).isEmpty { return true }
            return kept <= subject.window.day.adding(months: -6) ? false : nil
        }
    }

    /// Of children with an open need about who they are, those for whom each is answered.
    static let identityAnswered = Indicator(
        "K98", "Identity needs with something being done", .voice, .higherIsBetter, for: .lookedAfter, from: [],
        over: .day, exists: .recordedHere,
        Definition(
            "children whose every open identity need has an action or a decision",
            of: "children looked after with an open identity need", unknown: "nobody"),
        twin: .figure("K11a")
    ) { subject, tally in
        let (thread, day) = (subject.child.record.thread, subject.window.day)
        let needs = thread.needs.filter { $0.area == .identity && $0.isOpen(on: day) }
        guard subject.isLookedAfter, !needs.isEmpty else { return }
        tally.count(
            subject.member, needs.allSatisfy { thread.isAnswered($0.id, on: day, byLiveOnly: false) })
    }
}
