import Casework
import Days
import Forms

extension FilledForm {
    /// With a row for each fact that what is ticked tells. What has been drawn from a source already stays as its writer has
    /// made it.
    ///
    /// - Returns: The form, and how many answers were passed over because they are not ordinary information.
    func drawing(on form: Form, of chronology: Chronology?, told: [ToldRecord]) -> (filled: FilledForm, passedOver: Int)
    {
        guard let chronology, let from = form.questions.first(where: { $0.field == .drawnFrom }),
            let facts = form.questions.first(where: { $0.field == .facts })
        else { return (self, 0) }
        let lines = self[from.id].split(separator: "\n").compactMap { ItemID(String($0)) }
        let draft = StatementDraft(from: lines, of: chronology, told: told)
        let count = rows(facts.id)
        let drawn = Set((count > 0 ? Array(1...count) : []).map { self["\(facts.id).\($0).source"] })
        var (filled, place) = (self, count)
        for fact in draft.facts where !drawn.contains(fact.source) {
            place += 1
            filled = filled.filling("\(facts.id).\(place).on", "\(fact.day)")
                .filling("\(facts.id).\(place).what", fact.what)
                .filling("\(facts.id).\(place).source", fact.source)
        }
        return (filled, draft.passedOver)
    }
}
