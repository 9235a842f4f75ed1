/// What a person can record of a child here: the forms of the service, by the names it gives them.
///
/// A number is never reused. What each holds at the least is in ``RecordKind/fields``.
public enum RecordKind: UInt8, Hashable, Sendable, CaseIterable {
    case caseNote = 1
    case visit = 2
    case assessment = 3
    case carePlan = 4
    case placementPlan = 5
    case pathwayPlan = 6
    case review = 7
    case familyTimePlan = 8
    case directWork = 9
    case lifeStory = 10
    case identityProfile = 11
    case healthAssessment = 12
    case personalEducationPlan = 13
    case managementDecision = 14
    case legalPlanning = 15
    case people = 16
    case chronologyEntry = 30
    case courtStatement = 31
    /// Of two children at once; what it says stands in neither's records (see ``SiblingSaid``).
    case siblings = 40
    /// What was open, given by whoever had the work.
    case handover = 41
    /// The same, taken over by whoever has it now.
    case takingOver = 42
    /// What is asked of a home, and each home considered.
    case placementRequest = 43
    /// Who was given a copy of a plan or a review otherwise than by one made here.
    case copiesGiven = 44
    /// The day that a manager sets for an assessment before it is written, and why it is right for this child.
    case assessmentStart = 50
    /// What the manager thinks of a signed assessment, and whether it is approved.
    case assessmentApproval = 51
    /// What a child has to say to their own review, before it.
    case reviewContribution = 52
    /// A time that somebody kept in touch with a care leaver, or tried to.
    case keepingInTouch = 53
    /// A part of a child's life, in words for the child.
    case lifeStoryChapter = 54
    /// What the reviewing officer looked at between two reviews, and the concerns they raise.
    case lookBetweenReviews = 55
    /// What whoever was asked says was done about a reviewing officer's concern.
    case concernAnswer = 56
    /// What the reviewing officer does next about a concern; they alone close it.
    case concernStep = 57
    /// What an auditor found a signed assessment to be worth, part by part.
    case assessmentAudit = 58

    /// As files and commands name it.
    public var name: String {
        switch self {
        case .caseNote: "case_note"
        case .visit: "visit"
        case .assessment: "assessment"
        case .carePlan: "care_plan"
        case .placementPlan: "placement_plan"
        case .pathwayPlan: "pathway_plan"
        case .review: "review"
        case .familyTimePlan: "family_time_plan"
        case .directWork: "direct_work"
        case .lifeStory: "life_story"
        case .identityProfile: "identity_profile"
        case .healthAssessment: "health_assessment"
        case .personalEducationPlan: "personal_education_plan"
        case .managementDecision: "management_decision"
        case .legalPlanning: "legal_planning"
        case .people: "people"
        case .chronologyEntry: "chronology_entry"
        case .courtStatement: "court_statement"
        case .siblings: "siblings"
        case .handover: "handover"
        case .takingOver: "taking_over"
        case .placementRequest: "placement_request"
        case .copiesGiven: "copies_given"
        case .assessmentStart: "assessment_start"
        case .assessmentApproval: "assessment_approval"
        case .reviewContribution: "review_contribution"
        case .keepingInTouch: "keeping_in_touch"
        case .lifeStoryChapter: "life_story_chapter"
        case .lookBetweenReviews: "look_between_reviews"
        case .concernAnswer: "concern_answer"
        case .concernStep: "concern_step"
        case .assessmentAudit: "assessment_audit"
        }
    }

    /// As pages name it.
    public var title: String {
        if self == .concernAnswer { return "Answer to a concern" }
        if self == .concernStep { return "Step on a concern" }
        return name.split(separator: "_").joined(separator: " ").capitalised
    }

    /// Whether it is a reviewing officer's own word, which nobody else has: a concern that is raised, and each step on it.
    public var isReviewingOfficers: Bool { self == .lookBetweenReviews || self == .concernStep }
    /// Whether it is an auditor's own word: how good work is that others did.
    public var isAuditors: Bool { self == .assessmentAudit }

    public init?(name: String) {
        guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = kind
    }
}
