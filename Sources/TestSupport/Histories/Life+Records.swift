import Casework
import Days

/// What people write down of a child and sign: notes that make actions and views, and say what became of earlier ones.
extension Life {
    mutating func beWrittenAbout(from start: Day, until end: Day) {
        var day = start + dice.number(0...60)
        for number in 1...dice.number(1...5) where day < end {
            tell(.signed(note(day, number)))
            day = day + dice.number(1...120)
        }
    }

    private mutating func note(_ day: Day, _ number: Int) -> SignedRecord {
        let period = facts.count
        var answers: [CoreField: Answer] = [.subject: .text("A call"), .significant: .choice("none")]
        let name = ItemID("A\(period)-\(number)")
        answers[.actions] = .rows([
            AnswerRow([.id: .items([name].compactMap { $0 }), .what: .text("Ask"), .due: .day(day + 30)])
        ])
        if dice.chance(60) {
            answers[.views] = .rows([
                AnswerRow([
                    .id: .items([ItemID("V\(period)-\(number)")].compactMap { $0 }), .what: .text("More art"),
                    .clearlySaid: .flag(dice.chance(50)),
                ])
            ])
        }
        if let earlier = facts.last(where: { $0.record != nil })?.record?.answers[.actions],
            case .rows(let rows) = earlier, let action = rows.first?[.id]
        {
            answers[.progress] = .rows([
                AnswerRow([.action: action, .state: .choice(dice.pick(["done", "partly", "stopped"])), .on: .day(day)])
            ])
        }
        return SignedRecord(kind: .caseNote, day: day, form: FormEdition(version: 1, digest: 1), answers: answers)
    }
}

extension SignedRecord {
    /// A later version of it: on another day, without a list that it had, or with other words.
    func corrected(_ dice: inout Seeded) -> ChildEvent {
        var answers = answers
        var retired: [ItemID] = []
        let field = dice.pick([CoreField.views, .progress, .actions])
        if dice.chance(40), case .rows(let rows)? = answers[field] {
            answers[field] = nil
            if field != .progress {
                for row in rows { if case .items(let names)? = row[.id] { retired += names } }
            }
        } else {
            answers[.subject] = .text("Another call")
        }
        let days = dice.pick([-1, 0, 0, 7])
        return .corrected(
            SignedRecord(kind: kind, day: day, form: form, answers: answers, own: own).moved(by: days),
            retired: retired)
    }
}
