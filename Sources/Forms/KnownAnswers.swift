import Casework
import Days

/// What the record knows already of the answers to a form, so that nobody is asked for it twice: whole answers, of which a
/// person only says whether they are still right, and rows that have their subject, of which a person says what became of
/// it.
///
/// A function of the child as at a day, what was signed of the child, and the form. Nothing here is anybody's word until
/// they say so.
public struct KnownAnswers: Hashable, Sendable {
    /// An answer that stood in the record.
    public struct Whole: Hashable, Sendable {
        public let what: What
        public let from: From
        /// Its class goes with it: what was kept out of copies is not let into them by being written again.
        public var informationClass = InformationClass.ordinary

        /// The answer to a field that rules read; nil for one to a council's own question.
        public var answer: Answer? { if case .core(let answer) = what { answer } else { nil } }
    }

    public enum What: Hashable, Sendable {
        case core(Answer)
        case own(OwnAnswer)
    }

    /// Where it is from.
    public enum From: Hashable, Sendable {
        case record(RecordKind, Day)
        /// The placement that began then.
        case placement(Day)

        /// "From the care plan of 3 May 2026".
        public var words: String {
            switch self {
            case .record(let kind, let day): "From the \(kind.title.lowercased()) of \(day.inWords)"
            case .placement(let day): "From the placement that began on \(day.inWords)"
            }
        }
    }

    /// By question.
    public private(set) var whole: [String: Whole] = [:]
    /// What the rows of a question are about, in their order.
    public private(set) var subjects: [String: [ItemID]] = [:]

    public var isEmpty: Bool { whole.isEmpty && subjects.isEmpty }

    /// - Parameter told: the records of the child that were signed and stand, with their words, in the order they were signed;
    ///   those of later days are left out.
    public init(_ form: Form, of child: ChildAsAt, told: [SignedRecord]) {
        let past = told.filter { $0.day <= child.day }
        // Of two of one day, the one that was signed later.
        let ofKind = past.filter { $0.kind == form.kind }.reversed().max { $0.day < $1.day }
        let placement = child.currentPlacement?.start
        // What was planned for another placement is not known of this one.
        let goesOn = form.kind != .placementPlan || ofKind?.answers[.placementFrom] == placement.map { .day($0.day) }
        for question in form.questions {
            guard let field = question.field else {
                if let ofKind, goesOn, question.carries { carry(question, of: form, from: ofKind, child) }
                continue
            }
            // Where a young person stands is said in reviews and in pathway plans.
            let last =
                field == .readiness
                ? past.filter { $0.answers[.readiness] != nil }.reversed().max { $0.day < $1.day } : ofKind
            // A home that is asked for is another than the one that the child has.
            if field == .placementFrom, form.kind != .placementRequest, let placement, placement.isKnown {
                whole[question.id] = Whole(
                    what: .core(.day(placement.day)), from: .placement(placement.day))
            } else if let last, form.kind.carries.contains(field), let answer = last.answers[field], !answer.isBlank,
                goesOn
            {
                let ofClass = last.informationClass(of: field.name)
                guard ofClass != .privateTalk else { continue }
                whole[question.id] = Whole(
                    what: .core(answer), from: .record(last.kind, last.day), informationClass: ofClass)
            }
            if let known = Self.ofOtherRecords(field, in: form.kind, child, told) { whole[question.id] = known }
            let items = Self.subjects(of: field, in: form.kind, child)
            if !items.isEmpty { subjects[question.id] = items }
        }
    }

    /// What a record of another kind has said already: the day that a manager set for an assessment and why, how a child takes
    /// part who does not want to be there, and which plan there is to rest a decision on.
    private static func ofOtherRecords(
        _ field: CoreField, in kind: RecordKind, _ child: ChildAsAt, _ told: [SignedRecord]
    ) -> Whole? {
        switch (kind, field) {
        case (_, .planUsed), (_, .planUsedOf):
            guard let plan = child.record.planInForce(on: child.day) else { return nil }
            let answer = field == .planUsed ? Answer.choice(plan.kind.name) : .day(plan.day)
            return Whole(what: .core(answer), from: .record(plan.kind, plan.day))
        case (.assessment, .target), (.assessment, .targetReason), (.assessment, .assessmentType),
            (.assessment, .answersChanges):
            guard let work = child.record.openAssessmentWorks.last(where: { $0.assessment == nil }),
                let start = told.last(where: { work.dayIsSet(by: $0) }),
                let answer = start.answers[field], !answer.isBlank
            else { return nil }
            return Whole(
                what: .core(answer), from: .record(.assessmentStart, start.day),
                informationClass: start.informationClass(of: field.name))
        case (.review, .participation):
            guard let said = child.contributionToNextReview, let code = said.withoutTheChild else { return nil }
            return Whole(what: .core(.choice(code.description)), from: .record(.reviewContribution, said.on))
        default: return nil
        }
    }

    /// The answer to a council's own question goes on, where the form still means it so and what it speaks of is there.
    private mutating func carry(_ question: FormQuestion, of form: Form, from last: SignedRecord, _ child: ChildAsAt) {
        let ofClass = last.informationClass(of: question.id)
        guard case .own(let kind) = question.answers, ofClass != .privateTalk,
            var answer = OwnAnswer(last.own, at: question.id, kind)
        else { return }
        switch (kind, answer) {
        case (.link(let kinds), .items(let items)):
            let there = items.filter { child.record.thread.kind(of: $0).map(kinds.contains) ?? false }
            if there.isEmpty { return }
            answer = .items(there)
        case (_, .file(let file)): if child.record.document(answering: file) == nil { return }
        case (_, .noneBecause): if !question.takesNoneBecause { return }
        default: break
        }
        whole[question.id] = Whole(
            what: .own(answer), from: .record(last.kind, last.day), informationClass: ofClass)
    }

    /// What a list of this form is to say something of: what is open, what is late, what the child has said since.
    private static func subjects(of field: CoreField, in kind: RecordKind, _ child: ChildAsAt) -> [ItemID] {
        let (thread, day) = (child.record.thread, child.day)
        switch (field, kind) {
        case (.decisionsLooked, .review): return thread.decisions.filter { !$0.isEnded }.map(\.id)
        case (.needsAnswered, _): return child.record.needsToAnswer(in: kind, on: day).map(\.id)
        case (.askedOfHome, .placementRequest): return thread.needs.filter { $0.isOpen(on: day) }.map(\.id)
        case (.risksConsidered, .review), (.risksConsidered, .assessment), (.risksConsidered, .placementRequest):
            return thread.risks.filter { $0.isOpen(on: day) }.map(\.id)
        case (.viewsConsidered, .review):
            let before = child.record.records.last { $0.kind == .review }?.day ?? .distantPast
            return thread.views.filter { $0.since > before || $0.answered == nil }.filter { $0.considered.isEmpty }
                .map(\.id)
        case (.progress, .review): return thread.actions.filter { $0.isOverdue(on: day) }.map(\.id)
        case (.progress, .visit), (.progress, .carePlan), (.progress, .pathwayPlan), (.progress, .keepingInTouch):
            return thread.actions.filter { $0.isLive(on: day) }.map(\.id)
        case (.concernAnswers, .concernAnswer), (.concernSteps, .concernStep):
            return thread.concerns.filter(\.isOpen).map(\.id)
        case (.handedOver, .handover): return thread.toHandOver
        case (.takenOver, .takingOver): return thread.handovers.last.map { thread.waiting(of: $0) } ?? []
        case (.measurements, .review), (.measurements, .carePlan), (.measurements, .pathwayPlan):
            return thread.outcomes.filter { $0.isToBeMeasured(on: day) }.map(\.id)
        default: return []
        }
    }
}

extension RecordKind {
    /// What goes on from one record of the kind to the next until somebody says otherwise. What the child wishes, who
    /// agreed and what somebody thought are said anew each time.
    var carries: Set<CoreField> {
        switch self {
        case .assessment: [.history, .historyUsed]
        case .carePlan:
            [
                .permanence, .parallelPlan, .health, .education, .emotional, .identity, .familyAndSocial,
                .socialPresentation, .selfCare,
            ]
        case .placementPlan:
            [
                .arrangements, .health, .education, .visitsAndSupport, .howLongHere, .howItMayEnd,
                .delegatedDecisions, .delegatedAuthority, .familyAndSocial,
            ]
        case .pathwayPlan: [.adulthood, .readiness, .health, .education, .familyAndSocial]
        case .review: [.readiness]
        case .people: [.consents]
        case .familyTimePlan: [.people]
        case .lifeStory: [.lifeStoryState, .toldWhyInCare]
        case .identityProfile: [.identity, .identityForSome]
        case .personalEducationPlan: [.school, .schoolsBefore, .leisure, .carersPart]
        case .legalPlanning: [.legalStatus]
        case .caseNote, .visit, .directWork, .healthAssessment, .managementDecision, .chronologyEntry, .courtStatement,
            .siblings, .handover, .takingOver, .placementRequest, .copiesGiven, .assessmentStart, .assessmentApproval,
            .reviewContribution, .keepingInTouch, .lifeStoryChapter, .lookBetweenReviews, .concernAnswer, .concernStep,
            .assessmentAudit:
            []
        }
    }
}

extension ChildAction {
    fileprivate func isOverdue(on day: Day) -> Bool { isLive(on: day) && (due.map { $0 < day } ?? false) }
}

extension ChildOutcome {
    /// Whether it was to be looked at again by now, and was not since.
    fileprivate func isToBeMeasured(on day: Day) -> Bool {
        guard isOpen(on: day), let by = measureBy, by <= day else { return false }
        return !measured.contains { $0.on >= by }
    }
}
