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

    var refusals: [RecordRefusal] { ofItsKind + ofThePlanUsed }

    private var ofItsKind: [RecordRefusal] {
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

    /// A decision rests on a plan that was there.
    private var ofThePlanUsed: [RecordRefusal] {
        guard case .choice(let name)? = answers[.planUsed], let used = PlanUsed(rawValue: name),
            let of = answers.day(.planUsedOf)
        else { return [] }
        guard let plan = used.kind else {
            return [
                RecordRefusal(
                    CoreField.planUsedOf.name, "what rests on no plan has no plan’s day",
                    "leave the day out, or say which plan it is")
            ]
        }
        if of <= day, child.hasSigned(plan, of: of) { return [] }
        return [
            RecordRefusal(
                CoreField.planUsedOf.name,
                "no \(plan.title.lowercased()) of \(of.inWords) is signed here by \(day.inWords)",
                "give the day that stands at the top of the plan")
        ]
    }
}
