import Days

/// What is asked of the records of an assessment beyond their single fields: a day that is set before is not passed over in
/// what is signed, and a manager's word is about something that is there and says something.
struct AssessmentChecks {
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
        default: []
        }
    }

    /// A day that is set beforehand is still to come.
    private var ofTheDaySet: [RecordRefusal] {
        guard let target = answers.day(.target), target < day else { return [] }
        return [
            RecordRefusal(
                CoreField.target.name, "\(target.inWords) had passed when it was set, on \(day.inWords)",
                "give \(day.inWords) or a later day; an assessment that is written already needs none")
        ]
    }

    private var ofTheAssessment: [RecordRefusal] {
        var refusals: [RecordRefusal] = []
        if answers[.managersComment] != nil, before?.answers[.managersComment] == nil {
            refusals.append(
                RecordRefusal(
                    CoreField.managersComment.name, "what the manager thinks of it is the manager’s own record",
                    "leave it out; a manager signs \(RecordKind.assessmentApproval.name) once this is signed"))
        }
        let set = child.asAt(day).assessmentWorks.last { $0.assessment == nil && $0.isOf(answers[.assessmentType]) }
        if before == nil, let due = set?.due, let target = answers.day(.target), target != due {
            refusals.append(
                RecordRefusal(
                    CoreField.target.name, "the day that is set for it is \(due.inWords)",
                    "give \(due.inWords), which is set for it; where it has to be another, a manager signs \(RecordKind.assessmentStart.name) with the new day and why"
                ))
        }
        return refusals
    }

    private var ofTheApproval: [RecordRefusal] {
        var refusals: [RecordRefusal] = []
        if let of = answers.day(.assessedOn),
            !child.records.contains(where: { $0.kind == .assessment && $0.day == of && of <= day })
        {
            refusals.append(
                RecordRefusal(
                    CoreField.assessedOn.name, "no assessment of \(of.inWords) is signed here by \(day.inWords)",
                    "give the day that the assessment is about"))
        }
        if case .text(let comment)? = answers[.managersComment], let stamped = StampedComment(comment) {
            refusals.append(RecordRefusal(CoreField.managersComment.name, stamped.what, stamped.remedy))
        }
        let isSentBack = answers[.managersAnswer] == .choice(ManagersAnswer.sentBack.rawValue)
        if isSentBack, let again = answers.day(.target), again < day {
            refusals.append(
                RecordRefusal(
                    CoreField.target.name, "\(again.inWords) is before it was sent back",
                    "give the day by which it is to be put right"))
        }
        return refusals
    }
}

extension AssessmentWork {
    /// Whether an assessment of this type goes on with it.
    fileprivate func isOf(_ type: Answer?) -> Bool { isForLeavingCare == (type == .choice("leaving_care")) }
}

extension [CoreField: Answer] {
    fileprivate func day(_ field: CoreField) -> Day? { if case .day(let day)? = self[field] { day } else { nil } }
}
