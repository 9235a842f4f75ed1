import Forms
import HTML

/// A council's own table: groups of fields, one more than is filled in; without scripts a button gives another.
struct OwnTableParts {
    let page: RecordPage
    let question: FormQuestion
    let columns: [OwnColumn]
    private var filled: FilledForm { page.filled }
    private var name: String { question.id }

    func draw(_ asks: String, _ hint: String?, into body: inout Writer) {
        let count = filled.rows(name) + (page.visit.asked("more") == name ? 1 : 0)
        let isOpen =
            count > 0 || question.needed != .no || !filled["\(name).\(OwnPart.none)"].isEmpty
            || page.errors.contains { Form.question(ofKept: $0.field) == name }
        body.details(.class("govuk-details tl-rows"), .id(name), .flag("open", if: isOpen)) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span(asks, .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { inside in
                if let hint { inside.div(.class("govuk-hint")) { $0.text(hint) } }
                if let error = page.errors.first(where: { $0.field == name }) {
                    inside.fieldNotes(name, nil, error)
                }
                for place in 1...max(1, count) { row(place, into: &inside) }
                inside.button(
                    .class("govuk-button govuk-button--secondary"), .type("submit"), .name("do"),
                    .value("more:\(name)")
                ) { button in
                    button.text("Add another")
                    button.span(": \(question.asks)", .class("govuk-visually-hidden"))
                }
                if question.takesNoneBecause { OwnParts(page: page, question: question).none(into: &inside) }
            }
        }
    }

    private func row(_ place: Int, into body: inout Writer) {
        let row = "\(name).\(place)"
        body.fieldset(.class("govuk-fieldset tl-row")) { set in
            set.legend("\(question.asks) \(place)", .class("govuk-fieldset__legend govuk-fieldset__legend--s"))
            for column in columns {
                OwnParts(page: page, question: question).cell(
                    "\(row).\(column.id)", column.kind, column.asks + (column.isNeeded ? "" : " (optional)"), nil,
                    into: &set)
            }
            if filled.holds(row: row, besides: nil) {
                set.button(
                    .class("govuk-button govuk-button--secondary"), .type("submit"), .name("do"), .value("out:\(row)")
                ) { button in
                    button.text("Take this one out")
                    button.span(": \(question.asks) \(place)", .class("govuk-visually-hidden"))
                }
            }
        }
    }
}
