import Days

/// What is asked of what a reviewing officer raises, of the answer and of each step after it, beyond their single fields: days
/// are still to come, nothing is answered before it was raised or after it was closed, a step goes up and not down.
extension RecordChecks {
    var ofTheConcerns: [RecordRefusal] { toldToNobody + askedTooLate }

    /// A concern is put to somebody and seen by whoever has to act, so that what was told to the reviewing officer alone is no
    /// part of one.
    private var toldToNobody: [RecordRefusal] {
        let alone = InformationClass.privateTalk.rawValue
        let all = answers.rows(.classes).contains {
            $0.text(.question) == CoreField.concerns.name && $0.text(.informationClass) == alone
        }
        return answers.rows(.concerns).enumerated().compactMap { index, row in
            guard all || row.text(.informationClass) == alone else { return nil }
            return RecordRefusal(
                "\(CoreField.concerns.name)[\(index + 1)].\(RecordColumn.informationClass.name)",
                "a concern is put to somebody, and what was told to the IRO alone is for nobody else",
                "say it without what was told alone, or in another record")
        }
    }

    private var askedTooLate: [RecordRefusal] {
        answers.rows(.concerns).enumerated().compactMap { index, row in
            if let before, before.rows(.concerns).contains(where: { $0.day(.due) == row.day(.due) }) { return nil }
            return row.dueBefore(day, at: "\(CoreField.concerns.name)[\(index + 1)]")
        }
    }

    var ofTheConcernAnswers: [RecordRefusal] {
        about(.concernAnswers).flatMap { $0.concern.refusals(of: $0.place, on: day) }
    }

    var ofTheConcernSteps: [RecordRefusal] {
        var refusals: [RecordRefusal] = []
        var now: [ItemID: Course] = [:]
        for (place, concern, row) in about(.concernSteps) {
            let course = now[concern.id] ?? Course(concern, on: day)
            if course.closed == nil { refusals += concern.refusals(of: place, on: day) }
            refusals += course.refusals(of: row, at: place, on: day)
            now[concern.id] = course.after(row, on: day)
        }
        return refusals
    }

    /// The rows of a table, each with the concern it is about. What the version before said of one is not asked again.
    private func about(_ field: CoreField) -> [(place: String, concern: IROConcern, row: AnswerRow)] {
        let stood = Set((before?.rows(field) ?? []).flatMap { $0.items(.concern) })
        return answers.rows(field).enumerated().flatMap { index, row in
            row.items(.concern).filter { !stood.contains($0) }.compactMap { id in
                child.thread.concerns.first { $0.id == id }.map {
                    ("\(field.name)[\(index + 1)]", $0, row)
                }
            }
        }
    }
}

/// How far a concern had gone, from row to row of one record.
private struct Course {
    var stage: ConcernStage
    var isFormal: Bool
    var closed: Day?

    init(_ concern: IROConcern, on day: Day) {
        stage = concern.asks.last { $0.on <= day }?.stage ?? .worker
        isFormal = concern.disputeBegun.map { $0 <= day } ?? false
    }

    func after(_ row: AnswerRow, on day: Day) -> Course {
        var next = self
        guard let move = ConcernMove(rawValue: row.text(.step)) else { return self }
        if move == .disputeBegun { next.isFormal = true }
        if move.isClosing { next.closed = day }
        if move.asks, let stage = ConcernStage(rawValue: row.text(.stage)) { next.stage = stage }
        return next
    }

    func refusals(of row: AnswerRow, at place: String, on day: Day) -> [RecordRefusal] {
        guard let move = ConcernMove(rawValue: row.text(.step)) else { return [] }
        func refusal(_ column: RecordColumn, _ what: String, _ remedy: String) -> RecordRefusal {
            RecordRefusal("\(place).\(column.name)", what, remedy)
        }
        if closed != nil { return [refusal(.step, "the row before it closes the concern", "leave one of the two out")] }
        var refusals: [RecordRefusal] = []
        if move == .disputeBegun, isFormal {
            refusals.append(
                refusal(.step, "the formal dispute has begun already", "say asked_again, or taken_higher"))
        }
        if move == .takenHigher, let to = ConcernStage(rawValue: row.text(.stage)), to <= stage {
            refusals.append(
                refusal(
                    .stage, "\(to.words) is not above \(stage.words), whom it was put to before",
                    "name whoever is above, or say asked_again"))
        }
        if move.asks, let due = row.dueBefore(day, at: place) { refusals.append(due) }
        return refusals
    }
}

extension ConcernStage {
    /// In the middle of a sentence.
    public var words: String { "the " + rawValue.replacing("_", with: " ") }
}

extension AnswerRow {
    fileprivate func dueBefore(_ day: Day, at place: String) -> RecordRefusal? {
        guard let due = self.day(.due), due < day else { return nil }
        return RecordRefusal(
            "\(place).\(RecordColumn.due.name)", "\(due.inWords) had passed when it was asked, on \(day.inWords)",
            "give \(day.inWords) or a later day")
    }
}

extension IROConcern {
    /// Why a record of a day says nothing more of it.
    fileprivate func refusals(of place: String, on day: Day) -> [RecordRefusal] {
        let place = "\(place).\(RecordColumn.concern.name)"
        if day < raised {
            return [
                RecordRefusal(
                    place, "\(id) was raised on \(raised.inWords), after \(day.inWords)",
                    "give the record the day that it is about")
            ]
        }
        guard let closing, closing.on <= day else { return [] }
        return [
            RecordRefusal(
                place, "the reviewing officer closed \(id) on \(closing.on.inWords)",
                "where it is so again, the reviewing officer raises it anew and names \(id) in what it is about")
        ]
    }
}
