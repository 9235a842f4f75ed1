import Days

/// What is asked of a review, and of a manager's answer to one, beyond their single fields: a first meeting is not after the
/// last, an open high risk and an unmet decision each have an answer of their own, and what is answered is a review that was
/// signed here.
extension RecordChecks {
    var ofTheMeetings: [RecordRefusal] {
        guard let first = answers.day(.firstMeeting), first > day else { return [] }
        // What stands is not asked again by a rule that came since.
        if let before, before.day == day, before.day(.firstMeeting) == first { return [] }
        return [
            RecordRefusal(
                CoreField.firstMeeting.name,
                "the first meeting was on \(first.inWords), after the review, which is of \(day.inWords)",
                "give the day of the first meeting; a review is of the day of the last")
        ]
    }

    /// An open high risk and an unmet decision are answered each by itself; everything else may share a row and a reason.
    var ofWhatIsAnsweredTogether: [RecordRefusal] {
        let high = Set(child.thread.risks.filter { $0.level == .high && $0.isOpen(on: day) }.map(\.id))
        let risks = shared(.risksConsidered, .item) { !high.isDisjoint(with: $0.items(.item)) }
        let decisions = shared(.decisionsLooked, .decision) { $0.text(.state) != ActionState.done.rawValue }
        return risks.map {
            RecordRefusal(
                $0, "an open high risk is answered together with something else",
                "give each high risk a row of its own; the rest may share one")
        }
            + decisions.map {
                RecordRefusal(
                    $0, "decisions that are not done are answered together",
                    "give each decision that is not done a row of its own; those that are done may share one")
            }
    }

    /// The places of rows about several things at once, of those that are meant. What stood before is not asked again by a
    /// rule that came since.
    private func shared(_ field: CoreField, _ column: RecordColumn, _ isMeant: (AnswerRow) -> Bool) -> [String] {
        let stood = before?.rows(field) ?? []
        return answers.rows(field).enumerated().compactMap { index, row in
            let about = row.items(column)
            guard Set(about).count > 1, isMeant(row), !stood.contains(where: { $0.items(column) == about }) else {
                return nil
            }
            return "\(field.name)[\(index + 1)].\(column.name)"
        }
    }

    var ofTheAnswer: [RecordRefusal] {
        guard let of = answers.day(.ofReview) else { return [] }
        var refusals: [RecordRefusal] = []
        if answers[.decisionsAnswer] == nil {
            refusals.append(
                RecordRefusal(
                    CoreField.decisionsAnswer.name, "it is needed where a review’s decisions are answered",
                    "say agreed or challenged"))
        }
        if of > day || !child.hasSigned(.review, of: of) {
            refusals.append(
                RecordRefusal(
                    CoreField.ofReview.name, "no review of \(of.inWords) is signed here by \(day.inWords)",
                    "give the day of the review whose decisions it answers"))
        }
        return refusals
    }
}
