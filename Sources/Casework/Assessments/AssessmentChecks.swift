import Days

/// What is asked of the records of an assessment beyond their single fields: a day that is set before is not passed over in
/// what is signed, and a manager's word is about something that is there and says something.
extension RecordChecks {
    /// A day that is set beforehand is still to come; and one that is not needed any more has none.
    var ofTheDaySet: [RecordRefusal] {
        var refusals = ofTheDayMoved
        if answers[.notNeededBecause] != nil { refusals += ofTheOneNotNeeded }
        if before?.day != day, let target = answers.day(.target), target < day {
            refusals.append(
                RecordRefusal(
                    CoreField.target.name, "\(target.inWords) had passed when it was set, on \(day.inWords)",
                    "give \(day.inWords) or a later day; an assessment that is written already needs none"))
        }
        return refusals
    }

    /// A day that was set is moved by another, which keeps it; a correction would take it away.
    private var ofTheDayMoved: [RecordRefusal] {
        guard let before, before.answers[.target] != answers[.target] else { return [] }
        let was = before.answers.day(.target).map { "\($0.inWords) was the day" } ?? "no day was set"
        return [
            RecordRefusal(
                CoreField.target.name, "\(was) when this was signed, and a correction does not move it",
                before.answers.day(.target).map {
                    "give \($0.inWords); to move the day, a manager signs \(RecordKind.assessmentStart.name) anew with the new day and why, and both are kept"
                } ?? "leave it out; a manager who sets a day signs \(RecordKind.assessmentStart.name) anew")
        ]
    }

    private var ofTheOneNotNeeded: [RecordRefusal] {
        var refusals: [RecordRefusal] = []
        if answers[.target] != nil {
            refusals.append(
                RecordRefusal(
                    CoreField.target.name, "what is not needed any more has no day",
                    "leave the day out; or leave out why it is not needed, and give the new day"))
        }
        if before == nil, underWay == nil {
            refusals.append(
                RecordRefusal(
                    CoreField.notNeededBecause.name, "no such assessment is begun and not signed yet",
                    "leave it out, or choose the type of one that was begun and is not signed yet"))
        }
        return refusals
    }

    var ofTheAssessment: [RecordRefusal] {
        var refusals = before?.answers[.target] == nil ? [] : ofTheDayMoved
        if answers[.managersComment] != nil, before?.answers[.managersComment] == nil {
            refusals.append(
                RecordRefusal(
                    CoreField.managersComment.name, "what the manager thinks of it is the manager’s own record",
                    "leave it out; a manager signs \(RecordKind.assessmentApproval.name) once this is signed"))
        }
        if before == nil, let due = underWay?.due, let target = answers.day(.target), target != due {
            refusals.append(
                RecordRefusal(
                    CoreField.target.name, "the day that is set for it is \(due.inWords)",
                    "give \(due.inWords), which is set for it; where it has to be another, a manager signs \(RecordKind.assessmentStart.name) with the new day and why"
                ))
        }
        return refusals
    }

    var ofTheApproval: [RecordRefusal] {
        var refusals = ofTheOneAssessed
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

    var ofTheAudit: [RecordRefusal] {
        var refusals = ofTheOneAssessed
        if case .text(let assessor)? = answers[.assessor], let vague = VagueOwner(assessor) {
            refusals.append(
                RecordRefusal(
                    CoreField.assessor.name, vague.what,
                    "give the name of whoever wrote the assessment, or their code in the staff file"))
        }
        return refusals
    }

    /// What a manager or an auditor says is about an assessment that is there.
    private var ofTheOneAssessed: [RecordRefusal] {
        guard let of = answers.day(.assessedOn), of > day || !child.hasSigned(.assessment, of: of) else { return [] }
        return [
            RecordRefusal(
                CoreField.assessedOn.name, "no assessment of \(of.inWords) is signed here by \(day.inWords)",
                "give the day that the assessment is about")
        ]
    }

    /// The last assessment of that type that is begun by the day and not signed yet.
    private var underWay: AssessmentWork? {
        child.asAt(day).assessmentWorks.last { $0.standing == .underWay && $0.isOf(answers[.assessmentType]) }
    }
}
