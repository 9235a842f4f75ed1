import Casework
import Days

/// What people wrote of the parts of a thread, by the part: the words that its rules leave in the journal. Only what the
/// reader may read of it.
struct ThreadWords {
    /// Of an outcome: how it was, how it should be, how anybody will tell.
    private(set) var wanted: [ItemID: [String]] = [:]
    /// Of a need or a risk: what shows it.
    private(set) var evidence: [ItemID: String] = [:]
    /// Of an outcome, as it was last looked at.
    private(set) var measured: [ItemID: String] = [:]
    /// Of an action or a decision: what difference it made, as it was last said.
    private(set) var effects: [ItemID: String] = [:]
    /// Of an action, why its day was moved, in the order that it was.
    private(set) var moved: [ItemID: [String]] = [:]
    /// Of a need, an outcome or an action: what each record shows of it that says so.
    private(set) var shows: [ItemID: [EventID: String]] = [:]
    /// Of a concern: what each record says of it, by the event.
    private(set) var concerns: [ItemID: [EventID: String]] = [:]
    /// What the child said.
    private(set) var said: [ItemID: ChildsWords] = [:]

    /// - Parameter mayRead: Whether the reader may read what is of a class.
    init(_ told: [ToldRecord], by day: Day, mayRead: (InformationClass) -> Bool) {
        for one in ChildsWords.of(told, by: day) where mayRead(one.informationClass) {
            if let id = one.id { said[id] = one }
        }
        let past = told.filter { $0.record.day <= day }.sorted { $0.record.day < $1.record.day }
        for (event, record) in past.map({ ($0.event, $0.record) }) {
            for (field, answer) in record.answers {
                guard case .rows(let table) = field.kind, case .rows(let rows) = answer else { continue }
                for row in rows where mayRead(record.informationClass(of: row, in: field)) {
                    take(row, of: table, event)
                }
            }
        }
    }

    private mutating func take(_ row: AnswerRow, of table: RecordTable, _ event: EventID) {
        func text(_ column: RecordColumn) -> String? {
            if case .text(let text) = row[column], !text.saysNothing { text } else { nil }
        }
        func named(_ column: RecordColumn) -> [ItemID] {
            if case .items(let items) = row[column] { items } else { [] }
        }
        switch table {
        case .outcomes:
            let words = [RecordColumn.baseline, .target, .measure].compactMap { column in
                text(column).map { "\(column.heading): \($0)" }
            }
            for id in named(.id) { wanted[id] = words }
        case .needs, .risks:
            guard let words = text(.evidence) else { return }
            for id in named(.id) { evidence[id] = words }
        case .measurements:
            guard let words = text(.value) else { return }
            for id in named(.outcome) { measured[id] = words }
        case .progress, .decisionsLooked:
            guard let words = text(.effect) else { return }
            for id in named(table == .progress ? .action : .decision) { effects[id] = words }
        case .evidence:
            guard let words = text(.what) else { return }
            for id in named(.item) {
                let before = shows[id]?[event].map { $0.asSentence + " " } ?? ""
                shows[id, default: [:]][event] = before + words
            }
        case .movedDates:
            guard let words = text(.because) else { return }
            for id in named(.action) { moved[id, default: []].append(words) }
        case .concerns, .concernAnswers, .concernSteps:
            let said = [RecordColumn.ask, .done, .effect, .because].compactMap { text($0)?.asSentence }
            for id in named(table == .concerns ? .id : .concern) {
                concerns[id, default: [:]][event] = said.joined(separator: " ")
            }
        default: break
        }
    }
}
