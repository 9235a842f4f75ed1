/// The tables of what a reviewing officer is concerned about. Each asks one person for one thing by one day.
extension RecordTable {
    var concernCells: [Cell] {
        switch self {
        case .concerns:
            [
                Cell(.id, .name, needed: false), Cell(.what, .text), Cell(.matter, .choice(ConcernMatter.names)),
                Cell(.level, .choice(ConcernLevel.names)), Cell(.ask, .text), Cell(.owner, .text),
                Cell(.stage, .choice(ConcernStage.names)), Cell(.due, .day), Cell(.about, .items([]), needed: false),
            ]
        case .concernAnswers:
            [Cell(.concern, .items([.concern])), Cell(.done, .text), Cell(.effect, .text, needed: false)]
        case .concernSteps:
            [
                Cell(.concern, .items([.concern])), Cell(.step, .choice(ConcernMove.names)),
                Cell(.ask, .text, .whereSaid(.step, ConcernMove.asking)),
                Cell(.owner, .text, .whereSaid(.step, ConcernMove.asking)),
                Cell(.stage, .choice(ConcernStage.names), .whereSaid(.step, ConcernMove.asking)),
                Cell(.due, .day, .whereSaid(.step, ConcernMove.asking)),
                Cell(.effect, .text, .whereSaid(.step, [ConcernMove.closedWithChange.rawValue])),
                Cell(.because, .text, .whereSaid(.step, ConcernMove.withReason)),
            ]
        default: []
        }
    }
}
