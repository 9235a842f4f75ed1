import Days

/// Something that a child said, in the child's own words, with what was done about it and what the child was told.
public struct ChildsWords: Hashable, Sendable {
    public let day: Day
    public let words: String
    /// The record that holds them.
    public let record: EventID
    public let kind: RecordKind
    public let informationClass: InformationClass
    /// As the thread calls it; nil for words that were written down and ask for no answer of their own.
    public let id: ItemID?
    /// Whether a person marked it as clearly said.
    public let isClearlySaid: Bool
    /// Earliest first.
    public internal(set) var answers: [Answered] = []

    public struct Answered: Hashable, Sendable {
        public let day: Day
        public let done: String
        /// Empty where nobody wrote down that the child was told.
        public let told: String
        public let record: EventID
        public let informationClass: InformationClass
    }

    /// Everything a child said by a day, earliest first.
    public static func of(_ told: [ToldRecord], by day: Day) -> [ChildsWords] {
        let told = told.filter { $0.record.day <= day }.sorted { ($0.record.day, $0.event) < ($1.record.day, $1.event) }
        var said = told.flatMap(\.childsWords)
        for record in told {
            for (view, answer) in record.viewsAnswered {
                for place in said.indices where said[place].id == view { said[place].answers.append(answer) }
            }
        }
        return said
    }
}

extension ToldRecord {
    fileprivate var childsWords: [ChildsWords] {
        let written = record.text(.childsWords)
        let whole = ChildsWords(
            day: record.day, words: written, record: event, kind: record.kind,
            informationClass: record.informationClass(of: CoreField.childsWords.name), id: nil, isClearlySaid: false)
        let views = record.rows(.views).map { row in
            ChildsWords(
                day: record.day, words: row.text(.what), record: event, kind: record.kind,
                informationClass: record.informationClass(of: row, in: .views), id: row.items(.id).first,
                isClearlySaid: row.flag(.clearlySaid))
        }
        return (written.isEmpty ? [] : [whole]) + views
    }

    fileprivate var viewsAnswered: [(view: ItemID, answer: ChildsWords.Answered)] {
        record.rows(.viewsAnswered).flatMap { row in
            row.items(.view).map { view in
                (
                    view,
                    ChildsWords.Answered(
                        day: record.day, done: row.text(.done), told: row.text(.told), record: event,
                        informationClass: record.informationClass(of: row, in: .viewsAnswered))
                )
            }
        }
    }
}
