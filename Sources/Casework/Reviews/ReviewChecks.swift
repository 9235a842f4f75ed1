import Days

/// What is asked of a review, and of a manager's answer to one, beyond their single fields: a first meeting is not after the
/// last, and what is answered is a review that was signed here.
struct ReviewChecks {
    let kind: RecordKind
    let day: Day
    let answers: [CoreField: Answer]
    /// What the version before said, where this puts one right.
    let before: SignedRecord?
    /// The child without the record itself.
    let child: ChildRecord

    var refusals: [RecordRefusal] {
        switch kind {
        case .review: ofTheMeetings
        case .managementDecision: ofTheAnswer
        default: []
        }
    }

    private var ofTheMeetings: [RecordRefusal] {
        guard case .day(let first)? = answers[.firstMeeting], first > day else { return [] }
        // What stands is not asked again by a rule that came since.
        if let before, before.day == day, before.day(.firstMeeting) == first { return [] }
        return [
            RecordRefusal(
                CoreField.firstMeeting.name,
                "the first meeting was on \(first.inWords), after the review, which is of \(day.inWords)",
                "give the day of the first meeting; a review is of the day of the last")
        ]
    }

    private var ofTheAnswer: [RecordRefusal] {
        guard case .day(let of)? = answers[.ofReview] else { return [] }
        var refusals: [RecordRefusal] = []
        if answers[.decisionsAnswer] == nil {
            refusals.append(
                RecordRefusal(
                    CoreField.decisionsAnswer.name, "it is needed where a review’s decisions are answered",
                    "say agreed or challenged"))
        }
        if !child.records.contains(where: { $0.kind == .review && $0.day == of && of <= day }) {
            refusals.append(
                RecordRefusal(
                    CoreField.ofReview.name, "no review of \(of.inWords) is signed here by \(day.inWords)",
                    "give the day of the review whose decisions it answers"))
        }
        return refusals
    }
}
