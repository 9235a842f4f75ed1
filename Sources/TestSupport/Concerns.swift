import Casework
import Days

/// A concern that a reviewing officer raises on a day, called C1 unless another name is given.
public func concern(
    _ raised: String, by due: String, of stage: ConcernStage = .worker, id: String = "C1", about: [String] = [],
    what: String = "Nobody has rung the aunt", as matter: ConcernMatter = .drift
) -> [ChildEvent] {
    var row: [RecordColumn: Answer] = [
        .id: .items([ItemID(id)!]), .what: .text(what), .matter: .choice(matter.rawValue), .level: .choice("high"),
        .ask: .text("Ring her"), .owner: .text("Ann Worker"), .stage: .choice(stage.rawValue), .due: .day(day(due)),
    ]
    if !about.isEmpty { row[.about] = .items(about.compactMap { ItemID($0) }) }
    return signed(
        .lookBetweenReviews, raised,
        [
            .lookedBecause: .choice(LookReason.somebodyAsked.rawValue), .observations: .text("The decisions"),
            .concerns: .rows([AnswerRow(row)]),
        ])
}

/// What whoever was asked says of it.
public func concernAnswered(_ when: String, id: String = "C1") -> [ChildEvent] {
    signed(
        .concernAnswer, when,
        [.concernAnswers: .rows([AnswerRow([.concern: .items([ItemID(id)!]), .done: .text("She was rung")])])])
}

/// What the reviewing officer does about it.
public func concernMoved(
    _ when: String, _ move: ConcernMove, to stage: ConcernStage = .teamManager, by due: String? = nil, id: String = "C1"
) -> [ChildEvent] {
    signed(.concernStep, when, [.concernSteps: .rows([concernStep(move, to: stage, by: due, id: id)])])
}

/// The row of a step, whole.
public func concernStep(
    _ move: ConcernMove, to stage: ConcernStage = .teamManager, by due: String? = nil, id: String = "C1"
) -> AnswerRow {
    var row: [RecordColumn: Answer] = [.concern: .items([ItemID(id)!]), .step: .choice(move.rawValue)]
    if move.asks {
        row[.ask] = .text("See that she is rung")
        row[.owner] = .text("Kay Manager")
        row[.stage] = .choice(stage.rawValue)
        row[.due] = due.map { .day(day($0)) }
    }
    if move == .closedWithChange { row[.effect] = .text("They see each other on Sundays") }
    if ConcernMove.withReason.contains(move.rawValue) { row[.because] = .text("She has moved away") }
    return AnswerRow(row)
}
