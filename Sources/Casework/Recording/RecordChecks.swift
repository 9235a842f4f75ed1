import Days

/// What is asked of a record as a whole, beyond its single fields: of a review and a manager's answer to one, of the records of an
/// assessment and an audit of one, and of what reviewing officers are concerned about.
struct RecordChecks {
    let kind: RecordKind
    let day: Day
    let answers: [CoreField: Answer]
    /// What the version before said, where this puts one right.
    let before: SignedRecord?
    /// The child without the record itself.
    let child: ChildRecord

    var refusals: [RecordRefusal] {
        switch kind {
        case .assessmentStart: ofTheDaySet
        case .assessment: ofTheAssessment
        case .assessmentApproval: ofTheApproval
        case .assessmentAudit: ofTheAudit
        case .review: ofTheMeetings + ofWhatIsAnsweredTogether
        case .managementDecision: ofTheAnswer
        case .lookBetweenReviews: ofTheConcerns
        case .concernAnswer: ofTheConcernAnswers
        case .concernStep: ofTheConcernSteps
        default: []
        }
    }
}
