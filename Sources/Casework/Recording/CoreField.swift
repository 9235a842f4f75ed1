/// A fact of a record that rules may read. A form binds each to a question of its own, in the council's words; it may not
/// leave one out or ask less of it.
public enum CoreField: UInt16, Hashable, Sendable, CaseIterable {
    // Any record.
    case subject = 1
    case actions, progress, views, viewsAnswered, risks, closed, significant, managerTold, movedDates
    case needs = 11
    case strengths, outcomes, measurements
    // A visit.
    case purpose = 20
    case seen, alone, notAloneBecause, place, othersPresent, childsWords, observations, bedroomSeen
    case purposeActions = 29
    // An assessment.
    case assessmentType = 40
    case target, targetReason, history, what, soWhat, nowWhat, placementFrom, managersComment
    // Plans.
    case permanence = 60
    case parallelPlan, health, education, emotional, identity, familyAndSocial, socialPresentation
    case selfCare = 68
    case wishes, agreement, delegatedAuthority, arrangements, adulthood
    // A review.
    case participation = 80
    case chairsView, decisions, decisionsLooked, risksConsidered, healthConsidered
    case viewsConsidered = 86
    case spokeAlone, minutes
    // The others.
    case tool = 100
    case aim, effectOnPlan, lifeStoryState, toldWhyInCare, people, contacts, consentSent, appointmentHeld
    case reportReceived = 109
    case school, attendance, decided, reason, legalStatus, nextLook, pen
    // Who may be given what, and the people of the child's network.
    /// Of any record: the questions whose answers are not ordinary information.
    case classes = 150
    /// Of a review: what the child told the IRO alone.
    case toldAlone, network, addressConfidential, homeAddress, healthProvider, carersNames
    /// Of a review: what was not talked about in the meeting.
    case discussed
    // The chronology: which of its lines a record is about or rests on, and what a person says of them.
    case chronologyLines = 200
    case significance, impact, theme, alsoTheme, historyUsed
    // A statement for court.
    case hearing = 210
    case drawnFrom, facts, asked
    // What the law has a review look at besides.
    case familyTimeConsidered = 220
    case advocacyTold, visitorConsidered
    /// The rest of Schedule 7.
    case changesConsidered = 270
    case permanenceConsidered, placementConsidered, educationConsidered, identityConsidered
    /// Of a manager's decision: the day of the review whose decisions it answers, and with what.
    case ofReview
    case decisionsAnswer
    /// Of a care plan: why another long-term plan could not wait for a review.
    case changedBecause
    /// Of an education plan: the rest of what Schedule 1 has in it.
    case schoolsBefore = 290
    case schoolChanges, leisure, carersPart
    // What is settled with the people around the child.
    /// Of a plan: what each need is answered with.
    case needsAnswered = 230
    case delegatedDecisions, agreements, readiness, consents
    /// Of a review: who was there, and the first of its meetings where it took several.
    case attended = 235
    case firstMeeting
    /// What in a record shows how a need, an outcome or an action stands.
    case evidences = 237
    // Keeping in touch with a care leaver.
    case keptInTouchBy, keptInTouchHow, reached, notReachedBecause, homeSuits, learningOrWork
    // A chapter of a child's life story.
    case partOfLife = 245
    case wordsForChild, stillUnknown, keepsakes, sources, chapterTold, toldBy, toldOn, notToldBecause
    // What a reviewing officer looks at between reviews, raises, and does about it.
    case lookedBecause = 260
    case concerns, concernAnswers, concernSteps
    // Brothers and sisters.
    /// The other child, as people know them: by number or id.
    case sibling = 300
    case siblingRelation
    // From one worker to another.
    case handedTo, handedOver, promises, nextDates, childTold, jointVisit, takenOver
    // A home that is asked for.
    case neededBy, askedOfHome, togetherWith, homesConsidered, decidedBy, approval, approvedOn
    // Who was given a copy.
    case copyOf, copyOfDay, givenToChild, given
    // A home that is planned for.
    /// Of a placement plan: who visits and how often, and who helps between visits.
    case visitsAndSupport = 320
    /// How long the placement is to last, and how it may end.
    case howLongHere, howItMayEnd
    /// Of a decision: which plan it rests on, and of which day that is.
    case planUsed, planUsedOf
    // On which day something was had, sent or told.
    /// Of a review: when the IRO had the social worker's report and the plan.
    case reportHad = 500
    case decisionsSent
    /// Of a placement plan: when whoever regulation 13 names had been told.
    case everybodyTold, healthTold, moveToldIro
    /// Of a visit: whether the child is not safe or well cared for where they live, so that a review has to be sooner.
    case reviewAsked = 510
    // An assessment before it is written, and once it is.
    /// What changed in the child's life, so that it is written.
    case answersChanges = 520
    /// The day that the assessment is about.
    case assessedOn
    case managersAnswer, whatIsMissing
    // What a child has to say to their review.
    case contributedHow = 530
    case helpedBy, takingPart, wantsThere
    /// Of an assessment that was begun: why it is not needed any more.
    case notNeededBecause = 540
    // Who the child is.
    /// What only some may know of it, a line each: pronouns, sexuality, immigration status.
    case identityForSome = 541
    // An audit of an assessment.
    /// Whoever wrote the assessment.
    case assessor = 542
    case auditGrade, analysisGrade, needsGrade, historyGrade, viewsGrade, currencyGrade, whatWasGood

    /// As files name it.
    public var name: String { Self.names[self] ?? spelt }

    /// Worked out once: a record's fields are named at every turn.
    private static let names = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.spelt) })

    private var spelt: String {
        // The case's own name with its capitals taken down: `childsWords` is `childs_words`.
        var name = ""
        for scalar in "\(self)".unicodeScalars {
            if scalar.properties.isUppercase {
                name += "_" + scalar.properties.lowercaseMapping
            } else {
                name.unicodeScalars.append(scalar)
            }
        }
        return name
    }

    public static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

    public var kind: AnswerKind { Self.kinds[self] ?? .text }

    private static let kinds = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.asked) })

    private var asked: AnswerKind {
        switch self {
        case .actions: .rows(.actions)
        case .progress: .rows(.progress)
        case .views: .rows(.views)
        case .viewsAnswered: .rows(.viewsAnswered)
        case .risks: .rows(.risks)
        case .closed: .rows(.closed)
        case .movedDates: .rows(.movedDates)
        case .needs: .rows(.needs)
        case .strengths: .rows(.strengths)
        case .outcomes: .rows(.outcomes)
        case .measurements: .rows(.measurements)
        case .decisions: .rows(.decisions)
        case .decisionsLooked: .rows(.decisionsLooked)
        case .risksConsidered, .viewsConsidered: .rows(.considered)
        case .people: .rows(.people)
        case .contacts: .rows(.contacts)
        case .classes: .rows(.classes)
        case .network: .rows(.network)
        case .handedOver: .rows(.handedOver)
        case .takenOver: .rows(.takenOver)
        case .askedOfHome: .rows(.asked)
        case .homesConsidered: .rows(.homes)
        case .given: .rows(.given)
        case .needsAnswered: .rows(.needsAnswered)
        case .delegatedDecisions: .rows(.delegated)
        case .agreements: .rows(.agreements)
        case .readiness: .rows(.readiness)
        case .consents: .rows(.consents)
        case .attended: .rows(.attended)
        case .evidences: .rows(.evidence)
        case .keepsakes: .rows(.keepsakes)
        case .concerns: .rows(.concerns)
        case .concernAnswers: .rows(.concernAnswers)
        case .concernSteps: .rows(.concernSteps)
        case .lookedBecause: .choice(LookReason.names)
        case .keptInTouchBy: .choice(WhoKeptInTouch.names)
        case .keptInTouchHow: .choice(WayOfKeepingInTouch.names)
        case .homeSuits: .choice(HomeSuits.names)
        case .learningOrWork: .choice(LearningOrWork.names)
        case .partOfLife: .choice(PartOfLife.names)
        case .chapterTold: .choice(ChapterTold.names)
        case .copyOf: .choice(RecordKind.givenOutNames)
        case .approval: .choice(PlacementApproval.names)
        case .managersAnswer: .choice(ManagersAnswer.names)
        case .decisionsAnswer: .choice(DecisionsAnswer.names)
        case .planUsed: .choice(PlanUsed.names)
        case .auditGrade, .analysisGrade, .needsGrade, .historyGrade, .viewsGrade, .currencyGrade:
            .choice(AuditGrade.names)
        case .ofReview: .day
        case .contributedHow: .choice(ContributionWay.names)
        case .takingPart: .choice(TakingPart.names)
        case .discussed: .rows(.discussed)
        case .addressConfidential: .choice(Secret.answers)
        case .siblingRelation: .choice(SiblingRelation.names)
        case .purposeActions: .items([.action])
        case .chronologyLines, .historyUsed, .drawnFrom, .answersChanges: .lines
        case .facts: .rows(.facts)
        case .significance: .choice(["significant", "background"])
        case .theme, .alsoTheme: .choice(ChronologyTheme.names)
        case .significant: .choice(["none", "disclosure", "significant_event"])
        case .alone: .choice(["alone", "not_alone"])
        case .place: .choice(["placement", "school", "family", "office", "elsewhere", "online"])
        case .bedroomSeen: .choice(["seen", "not_seen", "does_not_apply"])
        case .assessmentType: .choice(["initial", "core", "update", "leaving_care"])
        case .permanence:
            .choice([
                "return_home", "kinship", "long_term_fostering", "special_guardianship", "adoption", "residential",
                "independence", "not_decided",
            ])
        case .participation: .choice(["PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7"])
        case .spokeAlone: .choice(["yes", "declined", "not_appropriate", "no"])
        case .lifeStoryState: .choice(["not_started", "started", "current"])
        case .seen, .reached, .reviewAsked, .toldWhyInCare, .advocacyTold, .visitorConsidered: .flag
        case .firstMeeting, .reportHad, .decisionsSent, .everybodyTold, .healthTold, .moveToldIro, .copyOfDay,
            .givenToChild, .neededBy, .approvedOn, .assessedOn, .childTold, .jointVisit, .managerTold, .target,
            .planUsedOf, .placementFrom, .consentSent, .appointmentHeld, .reportReceived, .nextLook, .toldOn:
            .day
        default: .text
        }
    }
}
