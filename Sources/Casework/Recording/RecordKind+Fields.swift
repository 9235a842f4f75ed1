/// What a field is needed for.
public enum Need: Hashable, Sendable {
    /// Nothing can be kept without it.
    case toSave
    /// It may wait until the record is signed.
    case toSign
    /// To sign, where another field says so.
    case toSignWhere(CoreField, [String])
    /// To sign, where another field says nothing: what was once said in words, and has since a list of its own.
    case toSignUnless(CoreField)
    /// A table or, where there is none, why.
    case toSignOrNoneBecause
    case never
}

/// The least that a kind of record holds, and what says so.
public struct RecordField: Sendable {
    public let field: CoreField
    public let need: Need
    /// The law, guidance or local aim behind it; empty where it is only asked for.
    public let source: String
    /// Whether a form of this kind may leave the list out, because one of another kind always asks for it.
    public let isAskedElsewhere: Bool

    /// The same for whoever fills a form in: the number of a local aim tells them nothing.
    var law: String { source.hasPrefix("local aim") ? "a local aim" : source }

    init(_ field: CoreField, _ need: Need = .never, _ source: String = "", isAskedElsewhere: Bool = false) {
        (self.field, self.need, self.source) = (field, need, source)
        self.isAskedElsewhere = isAskedElsewhere
    }
}

extension RecordKind {
    /// Every field of this kind of record, in the order that a form usually asks.
    public var fields: [RecordField] { Self.fields[self] ?? [] }

    private static let fields = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.listed) })
    private static let needs = fields.mapValues { fields in
        Dictionary(uniqueKeysWithValues: fields.map { ($0.field, $0.need) })
    }

    private var listed: [RecordField] {
        switch self {
        case .caseNote:
            [
                RecordField(.subject, .toSave), RecordField(.observations), RecordField(.significant, .toSign),
                RecordField(.managerTold), RecordField(.views), RecordField(.risks), RecordField(.actions),
                RecordField(.progress), RecordField(.measurements), RecordField(.viewsAnswered), RecordField(.closed),
                RecordField(.movedDates), RecordField(.contacts, isAskedElsewhere: true),
                RecordField(.evidences, isAskedElsewhere: true),
            ]
        case .visit:
            // What a local aim asks is not needed to sign: a visit without it is recorded, and shown as not joined up.
            [
                RecordField(.purpose, .never, "local aim VI17"), RecordField(.purposeActions),
                RecordField(.seen, .toSign, "CPR 2010 reg 28"),
                RecordField(.alone, .toSignWhere(.seen, ["true"]), "CPR 2010 reg 29"),
                RecordField(.notAloneBecause, .toSignWhere(.alone, ["not_alone"]), "CPR 2010 reg 29"),
                RecordField(.place, .toSign), RecordField(.othersPresent),
                RecordField(.childsWords, .never, "local aim VI17"),
                RecordField(.observations, .toSign), RecordField(.bedroomSeen), RecordField(.views),
                RecordField(.significant, .toSign, "local aim VI17"), RecordField(.managerTold), RecordField(.risks),
                RecordField(.actions, .never, "local aim VI17"),
                RecordField(.reviewAsked, .never, "CPR 2010 regs 30, 33(3)(b)"), RecordField(.progress),
                RecordField(.measurements), RecordField(.viewsAnswered), RecordField(.closed), RecordField(.movedDates),
                RecordField(.contacts, isAskedElsewhere: true), RecordField(.evidences, isAskedElsewhere: true),
            ]
        case .assessment:
            [
                RecordField(.assessmentType, .toSave),
                RecordField(.target, .toSign, "Working Together: a time that is right for the child"),
                RecordField(.targetReason, .toSign), RecordField(.placementFrom), RecordField(.history),
                RecordField(.historyUsed),
                RecordField(.views), RecordField(.strengths),
                RecordField(.needs, .toSignOrNoneBecause, "CPR 2010 reg 4"),
                RecordField(.risks), RecordField(.risksConsidered), RecordField(.what), RecordField(.soWhat),
                RecordField(.nowWhat), RecordField(.readiness, isAskedElsewhere: true), RecordField(.answersChanges),
                RecordField(.closed),
            ]
        case .carePlan:
            [
                RecordField(.permanence, .toSign, "CPR 2010 reg 5(a)"), RecordField(.parallelPlan),
                RecordField(.changedBecause, .never, "CPR 2010 reg 32(2)"),
                RecordField(.health, .toSign, "CPR 2010 Sch 1"), RecordField(.education, .toSign, "CPR 2010 Sch 1"),
                RecordField(.emotional, .toSign, "CPR 2010 Sch 1"), RecordField(.identity, .toSign, "CPR 2010 Sch 1"),
                RecordField(.familyAndSocial, .toSign, "CPR 2010 Sch 1"),
                RecordField(.socialPresentation, .toSign, "CPR 2010 Sch 1"),
                RecordField(.selfCare, .toSign, "CPR 2010 Sch 1"), RecordField(.wishes, .toSign, "CPR 2010 reg 5"),
                RecordField(.agreements, .toSignUnless(.agreement), "CPR 2010 reg 4(4)"), RecordField(.agreement),
                RecordField(.needs), RecordField(.needsAnswered, .never, "CPR 2010 regs 4, 5"), RecordField(.outcomes),
                RecordField(.actions, .toSignOrNoneBecause), RecordField(.viewsAnswered), RecordField(.progress),
                RecordField(.measurements), RecordField(.movedDates), RecordField(.closed),
            ]
        case .placementPlan:
            [
                RecordField(.placementFrom, .toSign, "CPR 2010 reg 9"),
                RecordField(.arrangements, .toSign, "CPR 2010 Sch 2"),
                RecordField(.health, .never, "CPR 2010 Sch 2"), RecordField(.education, .never, "CPR 2010 Sch 2"),
                RecordField(.visitsAndSupport, .never, "CPR 2010 Sch 2"),
                RecordField(.howLongHere, .never, "CPR 2010 Sch 2"),
                RecordField(.howItMayEnd, .never, "CPR 2010 Sch 2"),
                RecordField(.wishes, .toSign, "CPR 2010 reg 9(1)"),
                RecordField(.delegatedDecisions, .toSignUnless(.delegatedAuthority), "CPR 2010 Sch 2 para 3"),
                RecordField(.delegatedAuthority),
                RecordField(.familyAndSocial, .toSign, "CPR 2010 Sch 2 para 1(2)"),
                RecordField(.agreements, .toSignUnless(.agreement), "CPR 2010 reg 9(3)"), RecordField(.agreement),
                RecordField(.everybodyTold, .never, "CPR 2010 reg 13"),
                RecordField(.healthTold, .never, "CPR 2010 reg 13"), RecordField(.moveToldIro, .never, "IRO Handbook"),
                RecordField(.actions),
            ]
        case .pathwayPlan:
            [
                RecordField(.adulthood, .toSign, "CPR 2010 reg 43"),
                RecordField(.readiness, .never, "CPR 2010 regs 42, 43"), RecordField(.health, .toSign),
                RecordField(.education, .toSign), RecordField(.wishes, .toSign), RecordField(.familyAndSocial, .toSign),
                RecordField(.needs), RecordField(.needsAnswered, .never, "CPR 2010 reg 43"), RecordField(.outcomes),
                RecordField(.actions, .toSignOrNoneBecause),
                RecordField(.progress), RecordField(.measurements), RecordField(.movedDates),
            ]
        case .review:
            [
                RecordField(.participation, .toSave, "SSDA903"), RecordField(.attended, .never, "IRO Handbook"),
                RecordField(.firstMeeting, .never, "IRO Handbook"),
                RecordField(.spokeAlone, .toSign, "CPR 2010 reg 36(1)(b)"), RecordField(.toldAlone),
                RecordField(.discussed),
                RecordField(.wishes, .toSign), RecordField(.decisionsLooked), RecordField(.risksConsidered),
                RecordField(.healthConsidered), RecordField(.viewsConsidered), RecordField(.viewsAnswered),
                RecordField(.changesConsidered, .never, "CPR 2010 Sch 7"),
                RecordField(.permanenceConsidered, .never, "CPR 2010 Sch 7"),
                RecordField(.placementConsidered, .never, "CPR 2010 Sch 7"),
                RecordField(.educationConsidered, .never, "CPR 2010 Sch 7"),
                RecordField(.identityConsidered, .never, "CPR 2010 Sch 7"),
                RecordField(.familyTimeConsidered, .never, "CPR 2010 reg 8ZA"), RecordField(.adulthood),
                RecordField(.readiness, isAskedElsewhere: true),
                RecordField(.advocacyTold, .never, "CPR 2010 reg 31"),
                RecordField(.visitorConsidered, .never, "CPR 2010 reg 47"),
                RecordField(.chairsView, .toSign), RecordField(.decisions, .toSignOrNoneBecause, "CPR 2010 reg 37"),
                RecordField(.risks), RecordField(.needs), RecordField(.progress), RecordField(.measurements),
                RecordField(.reportHad, .never, "IRO Handbook"), RecordField(.decisionsSent, .never, "IRO Handbook"),
                RecordField(.minutes),
            ]
        case .familyTimePlan:
            [RecordField(.people, .toSignOrNoneBecause, "CPR 2010 Sch 2"), RecordField(.wishes, .toSign)]
        case .directWork:
            [
                RecordField(.aim, .toSign), RecordField(.tool, .toSign), RecordField(.childsWords, .toSign),
                RecordField(.effectOnPlan, .toSign), RecordField(.views), RecordField(.actions), RecordField(.contacts),
                RecordField(.evidences, isAskedElsewhere: true),
            ]
        case .lifeStory:
            [
                RecordField(.lifeStoryState, .toSign), RecordField(.toldWhyInCare, .toSign), RecordField(.childsWords),
                RecordField(.nowWhat), RecordField(.actions),
            ]
        case .identityProfile:
            [
                RecordField(.identity, .toSign, "CPR 2010 Sch 1"), RecordField(.identityForSome),
                RecordField(.wishes, .toSign), RecordField(.needs), RecordField(.actions),
            ]
        case .healthAssessment:
            [
                RecordField(.consentSent, .toSave, "HE12"), RecordField(.appointmentHeld), RecordField(.reportReceived),
                RecordField(.health), RecordField(.needs), RecordField(.actions),
                RecordField(.evidences, isAskedElsewhere: true),
            ]
        case .personalEducationPlan:
            [
                RecordField(.school, .toSign), RecordField(.schoolsBefore, .never, "CPR 2010 Sch 1"),
                RecordField(.attendance), RecordField(.education, .toSign), RecordField(.wishes, .toSign),
                RecordField(.schoolChanges, .never, "CPR 2010 Sch 1"),
                RecordField(.leisure, .never, "CPR 2010 Sch 1"), RecordField(.carersPart, .never, "CPR 2010 Sch 1"),
                RecordField(.needs), RecordField(.actions), RecordField(.evidences, isAskedElsewhere: true),
            ]
        case .managementDecision:
            [
                RecordField(.decided, .toSave), RecordField(.chronologyLines), RecordField(.reason, .toSign),
                RecordField(.decisionsAnswer, .never, "IRO Handbook"),
                RecordField(.ofReview, .toSignWhere(.decisionsAnswer, DecisionsAnswer.names), "IRO Handbook"),
                RecordField(.planUsed), RecordField(.planUsedOf, .toSignWhere(.planUsed, PlanUsed.plans)),
                RecordField(.actions),
            ]
        case .legalPlanning:
            [
                RecordField(.legalStatus, .toSign), RecordField(.decided, .toSign), RecordField(.reason, .toSign),
                RecordField(.nextLook),
                RecordField(.planUsed), RecordField(.planUsedOf, .toSignWhere(.planUsed, PlanUsed.plans)),
                RecordField(.actions),
            ]
        case .people:
            [
                RecordField(.network, .toSignOrNoneBecause, "CPR 2010 Sch 2"), RecordField(.addressConfidential),
                RecordField(.homeAddress), RecordField(.school), RecordField(.healthProvider),
                RecordField(.carersNames), RecordField(.consents),
            ]
        case .courtStatement:
            [
                RecordField(.hearing, .toSave), RecordField(.drawnFrom, .toSign), RecordField(.facts, .toSign),
                RecordField(.wishes, .toSign, "CA 1989 s1(3)(a)"), RecordField(.asked, .toSign),
            ]
        case .chronologyEntry:
            [
                RecordField(.chronologyLines), RecordField(.subject, .toSave), RecordField(.significance, .toSign),
                RecordField(.impact, .toSign, "local aim"), RecordField(.theme, .toSign), RecordField(.alsoTheme),
            ]
        case .siblings:
            [
                RecordField(.sibling, .toSave), RecordField(.siblingRelation, .toSign),
                RecordField(.reason, .never, "CA 1989 s22C(8)(c)"),
                RecordField(.arrangements, .never, "CA 1989 Sch 2 para 15"), RecordField(.nowWhat),
                RecordField(.nextLook),
            ]
        case .handover:
            [
                RecordField(.handedTo, .toSave), RecordField(.handedOver, .toSignOrNoneBecause, "local aim WF10"),
                RecordField(.promises, .toSign, "local aim WF10"), RecordField(.nextDates, .toSign, "local aim WF10"),
                RecordField(.nowWhat), RecordField(.childTold), RecordField(.jointVisit),
            ]
        case .placementRequest:
            [
                RecordField(.neededBy, .toSave), RecordField(.askedOfHome, .toSignOrNoneBecause, "CA 1989 s22C(8)"),
                RecordField(.wishes, .toSign, "CPR 2010 reg 9(1)"), RecordField(.risksConsidered),
                RecordField(.togetherWith, .never, "CA 1989 s22C(8)(c)"),
                RecordField(.education, .never, "CPR 2010 reg 10"), RecordField(.homesConsidered),
                RecordField(.decided), RecordField(.decidedBy), RecordField(.placementFrom),
                RecordField(.approval, .never, "CPR 2010 regs 10, 11"),
                RecordField(.approvedOn, .toSignWhere(.approval, ["nominated_officer", "director"])),
                RecordField(.planUsed), RecordField(.planUsedOf, .toSignWhere(.planUsed, PlanUsed.plans)),
            ]
        case .copiesGiven:
            [
                RecordField(.copyOf, .toSave), RecordField(.copyOfDay, .toSave), RecordField(.givenToChild),
                RecordField(.given, .toSignOrNoneBecause, "CPR 2010 reg 6(3)"),
            ]
        case .assessmentStart:
            [
                RecordField(.assessmentType, .toSave),
                RecordField(
                    .target, .toSignUnless(.notNeededBecause), "Working Together: a time that is right for the child"),
                RecordField(
                    .targetReason, .toSignUnless(.notNeededBecause),
                    "Working Together: a time that is right for the child"),
                RecordField(.answersChanges), RecordField(.notNeededBecause),
            ]
        case .assessmentApproval:
            [
                RecordField(.assessedOn, .toSave),
                RecordField(.managersComment, .toSign, "local aim: a manager’s comment on the analysis"),
                RecordField(.managersAnswer, .toSign),
                RecordField(.whatIsMissing, .toSignWhere(.managersAnswer, [ManagersAnswer.sentBack.rawValue])),
                RecordField(.target, .toSignWhere(.managersAnswer, [ManagersAnswer.sentBack.rawValue])),
            ]
        case .reviewContribution:
            [
                RecordField(.contributedHow, .toSave),
                RecordField(
                    .helpedBy,
                    .toSignWhere(.contributedHow, ContributionWay.allCases.filter(\.isHelped).map(\.rawValue))),
                RecordField(.views, .toSignOrNoneBecause), RecordField(.childsWords), RecordField(.takingPart),
                RecordField(.wantsThere),
            ]
        case .keepingInTouch:
            [
                RecordField(.keptInTouchBy, .toSave, "CA 1989 ss23B, 23C"),
                RecordField(.keptInTouchHow, .toSave, "CLR 2010 reg 8"), RecordField(.reached, .toSave),
                RecordField(.notReachedBecause, .toSignWhere(.reached, ["false"])),
                RecordField(.homeSuits, .toSignWhere(.reached, ["true"]), "CLR 2010 reg 9(2)"),
                RecordField(.learningOrWork, .toSignWhere(.reached, ["true"]), "SSDA903 OC3"),
                RecordField(.childsWords, .toSignWhere(.reached, ["true"])), RecordField(.views),
                RecordField(.significant, .toSign), RecordField(.managerTold), RecordField(.risks),
                RecordField(.actions, .toSignOrNoneBecause), RecordField(.progress), RecordField(.viewsAnswered),
                RecordField(.movedDates), RecordField(.evidences),
            ]
        case .lifeStoryChapter:
            [
                RecordField(.subject, .toSave), RecordField(.partOfLife, .toSave, "CA 1989 Guidance vol 2"),
                RecordField(.wordsForChild, .toSign, "CA 1989 Guidance vol 2"), RecordField(.stillUnknown),
                RecordField(.sources, .toSign), RecordField(.historyUsed), RecordField(.keepsakes),
                RecordField(.chapterTold, .toSign),
                RecordField(.toldBy, .toSignWhere(.chapterTold, [ChapterTold.told.rawValue])),
                RecordField(.toldOn, .toSignWhere(.chapterTold, [ChapterTold.told.rawValue])),
                RecordField(.childsWords),
                RecordField(.notToldBecause, .toSignWhere(.chapterTold, [ChapterTold.notYet.rawValue])),
                RecordField(.actions), RecordField(.evidences),
            ]
        case .lookBetweenReviews:
            [
                RecordField(.lookedBecause, .toSave, "IRO Handbook"),
                RecordField(.observations, .toSign, "IRO Handbook"),
                RecordField(.concerns, .toSignOrNoneBecause, "CA 1989 s25B(1)"),
            ]
        case .concernAnswer:
            [RecordField(.concernAnswers, .toSign, "local aim IR16"), RecordField(.actions)]
        case .concernStep: [RecordField(.concernSteps, .toSign, "CA 1989 s25B(3); CPR 2010 reg 45")]
        case .assessmentAudit:
            [RecordField(.assessedOn, .toSave), RecordField(.assessor, .toSign, Self.auditing)]
                + AuditedPart.allCases.map { RecordField($0.field, .toSign, Self.auditing) }
                + [
                    RecordField(.auditGrade, .toSign, Self.auditing), RecordField(.whatWasGood, .toSign),
                    RecordField(.whatIsMissing, .toSign), RecordField(.actions, .toSignOrNoneBecause, Self.auditing),
                ]
        case .takingOver:
            [RecordField(.takenOver, .toSignOrNoneBecause, "local aim WF10"), RecordField(.observations)]
        }
    }

    private static let auditing = "local aim: audits of practice"

    /// What a field of this kind of record is needed for; nil where the record has no such field. Every record may say
    /// the classes of its answers, and no form has to ask.
    public func need(of field: CoreField) -> Need? {
        field == .classes || isFormer(field) ? .never : Self.needs[self]?[field]
    }

    /// Whether records of this kind held a field once that is now a record of its own. What was signed keeps it; nothing new
    /// says it, and no new form asks it.
    public func isFormer(_ field: CoreField) -> Bool { self == .assessment && field == .managersComment }
}
