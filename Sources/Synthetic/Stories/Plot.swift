/// Whose story it can be: what the return says of the child's last months.
enum Cast: CaseIterable {
    /// In one home, under one order, all the while.
    case settled
    /// Settled, and at least fifteen and a half.
    case nearlyAdult
    /// Moved once while the story is told.
    case moved
    /// Came into care while the story is told.
    case new
}

/// What happens in a story: whose it is, what is left unjoined in it, and whether the child’s life got better.
struct Plot {
    let cast: Cast
    let gaps: Set<Gap>
    let ending: Ending

    enum Ending: String { case better, same, worse }

    init(_ cast: Cast, _ ending: Ending, _ gaps: Gap...) {
        (self.cast, self.ending, self.gaps) = (cast, ending, Set(gaps))
    }

    static let risk = Plot(.settled, .same, .riskWithoutAction, .reviewLeftRisk)

    /// Each is told twice, of two children and in other words, so that every gap is found twice at the least.
    static let all = [
        Plot(.settled, .better),
        risk,
        Plot(.nearlyAdult, .better),
        Plot(.settled, .same, .needWithoutAction, .viewNotAnswered),
        Plot(.settled, .worse, .disclosureNotFollowed),
        Plot(.moved, .same, .changeNotLookedAt),
        Plot(.settled, .better, .identityNeedWithoutAction, .assessmentWithoutHistory),
        Plot(.nearlyAdult, .same, .adulthoodNotAnswered),
        Plot(.new, .same, .planAbsent),
        Plot(.settled, .same),
        Plot(.settled, .same, .actionIncomplete, .outcomeNotMeasured, .assessmentSentBack),
        Plot(.settled, .better, .viewNotConsidered, .childNotToldWhy),
        Plot(.settled, .worse, .assessmentWithoutAnalysis, .actionWithoutNeed),
        Plot(.moved, .same, .planOlderThanChange, .placementPlanAbsent),
        Plot(.settled, .better),
        Plot(.settled, .same, .decisionPastTwoReviews, .noDirectWork, .concernNotAnswered),
        Plot(.settled, .better, .familyTimeNotArranged, .lifeStoryNotStarted, .needWithoutOutcome),
        Plot(.settled, .same, .familyTimeNotFormal, .visitWithoutActions, .outcomeIncomplete, .assessmentPastItsDay),
        Plot(
            .settled, .better, .familyTimeNotHappening, .actionWithoutEffect, .reviewAskedNotHeld,
            .concernAnswerNotLookedAt),
        Plot(.settled, .same, .healthDatesDisagree, .visitWithoutPurpose, .assessmentNotApproved),
        Plot(.settled, .worse, .reviewLeftHealth, .reviewLeftDecision, .assessmentLeavesOutRisk),
        Plot(.settled, .better, .assessmentOfAnotherPlacement),
        Plot(.moved, .better),
        Plot(.new, .better),
    ]
}
