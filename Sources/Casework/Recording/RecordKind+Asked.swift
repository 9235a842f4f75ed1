/// What a form may not leave out.
///
/// A field may be left blank and all the same have to be asked: a break that asks for it could never be mended, and a figure
/// that counts it would say that nobody does what nobody was asked. So every field is asked that the law names, that has to be
/// answered, that the child's thread is made of, or that something in ``readers`` reads. The rest a council may leave out.
extension RecordKind {
    /// Why a form of this kind has to ask a field; nil where it may leave it out.
    public func whyAsked(_ required: RecordField) -> String? {
        if !required.source.isEmpty { return required.source }
        if let reader = Self.readers[self]?[required.field] { return reader }
        if required.field.kind.isRows, !required.isAskedElsewhere { return "the child’s thread is made of it" }
        switch required.need {
        case .never, .toSignUnless: return nil
        case .toSave: return "it is needed to save"
        case .toSign, .toSignOrNoneBecause, .toSignWhere: return "it is needed to sign"
        }
    }

    /// Where it is enough to ask a field: the other field, and its answers. Nil where it is always to be asked.
    public func isAsked(where field: CoreField) -> (field: CoreField, answers: [String])? {
        switch (self, field, need(of: field)) {
        case (_, _, .toSignWhere(let other, let answers)?): (other, answers)
        case (.visit, .managerTold, _), (.caseNote, .managerTold, _), (.keepingInTouch, .managerTold, _):
            (.significant, ["disclosure", "significant_event"])
        case (.visit, .childsWords, _), (.visit, .bedroomSeen, _): (.seen, ["true"])
        case (.review, .toldAlone, _): (.spokeAlone, ["yes"])
        case (.lifeStoryChapter, .childsWords, _): (.chapterTold, [ChapterTold.told.rawValue])
        default: nil
        }
    }

    private static let planUsed = "figure K12a: which plan a decision rests on"

    /// What reads a field that nobody has to answer and no law names by itself: the break, standard, figure or copy that
    /// would go blind.
    private static let readers: [RecordKind: [CoreField: String]] = [
        .caseNote: [
            .observations: "local aim: what happened, apart from what was said",
            .managerTold: "break disclosure_not_followed",
        ],
        .visit: [
            .purposeActions: "break visit_without_purpose, local aim VI17", .bedroomSeen: "local aim VI17",
            .othersPresent: "local aim VI17: who else was there",
            .managerTold: "break disclosure_not_followed, local aim VI17",
        ],
        .assessment: [
            .placementFrom: "break assessment_of_another_placement", .history: "break assessment_without_history",
            .historyUsed: "assessments cite the chronology", .what: "break assessment_without_analysis",
            .soWhat: "break assessment_without_analysis", .nowWhat: "break assessment_without_analysis",
        ],
        .reviewContribution: [
            .childsWords: "the child’s own words, which the Voice tab shows",
            .takingPart: "the brief of the review: how the child wants to take part",
            .wantsThere: "the brief of the review: whom the child wants there",
        ],
        .carePlan: [.parallelPlan: "guidance CP33: both plans are named"],
        .review: [
            .toldAlone: "what the child told alone is kept for the IRO service, and goes into no copy",
            .healthConsidered: "break review_left_health, CPR 2010 regs 7, 35",
            .adulthood: "standards of leaving care: looked at with the review",
        ],
        .healthAssessment: [
            .appointmentHeld: "break health_dates_disagree, HE12", .reportReceived: "break health_dates_disagree, HE12",
        ],
        .personalEducationPlan: [.attendance: "standard ED04: a plan holds it"],
        .people: [
            .addressConfidential: "copies leave out what somebody may not know",
            .homeAddress: "copies leave out what somebody may not know",
            .school: "copies leave out what somebody may not know",
            .healthProvider: "copies leave out what somebody may not know",
            .carersNames: "copies leave out what somebody may not know",
        ],
        .identityProfile: [.identityForSome: "copies leave out what somebody may not know"],
        .managementDecision: [
            .chronologyLines: "break disclosure_not_followed: what it answers", .planUsed: planUsed,
        ],
        .legalPlanning: [.planUsed: planUsed],
        .chronologyEntry: [.chronologyLines: "the chronology joins what is said to its line"],
        .siblings: [.nextLook: "the child’s page says when it is looked at again"],
        .placementRequest: [
            .placementFrom: "standards of placing: which move the request was for",
            .decidedBy: "standards of placing: who decided", .planUsed: planUsed,
        ],
        .keepingInTouch: [.managerTold: "local aim: what a young person tells is known to a manager the same day"],
        .lifeStoryChapter: [
            .stillUnknown: "the child’s page says what nobody knows yet",
            .historyUsed: "a chapter cites the chronology",
            .childsWords: "the child’s own words, which the Voice tab shows",
        ],
        .copiesGiven: [.givenToChild: "CPR 2010 reg 6(3): the child has a copy"],
    ]
}
