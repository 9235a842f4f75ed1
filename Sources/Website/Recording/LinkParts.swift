import Casework
import Forms
import HTML

/// What something is joined to: the rows of this form first, then the child's thread, the nearest before the rest.
///
/// Without scripts the rows written here are offered once the draft is saved; with them, as they are typed.
struct LinkParts {
    let page: RecordPage
    /// The field, as `actions.1.addresses`.
    let name: String
    let asks: String
    let hint: String?
    let kinds: [ItemKind]
    /// The list that it stands in; nil for a question of its own, which asks of what was there before.
    let table: RecordTable?

    private var filled: FilledForm { page.filled }
    private var form: Form { page.file.form }

    func draw(into body: inout Writer) {
        let row = name.split(separator: ".").dropLast().joined(separator: ".")
        let here =
            table?.mayPointHere ?? false
            ? WrittenHere(filled, on: form, more: page.visit.asked("more")).offered(kinds, in: row) : []
        let chosen = filled.items(name)
        let purpose = form.questions.first { $0.field == .purposeActions }.map { filled.items($0.id) } ?? []
        let choices = ThreadChoices(
            kinds, of: page.child.thread, chosen: chosen, purpose: purpose,
            named: filled.pointed(on: form, besides: name))
        let isEmpty = choices.near.isEmpty && here.allSatisfy { $0.what.isEmpty }
        let error = page.errors.first { $0.field == name }
        body.div(
            .class(error == nil ? "govuk-form-group tl-links" : "govuk-form-group govuk-form-group--error tl-links")
        ) { group in
            group.p(
                "\(asks) Nothing of the kind is recorded yet.", .class("govuk-hint tl-none"),
                .flag("hidden", if: !isEmpty))
            // Where nothing can be offered, not even as it is typed, there is nothing to stand ready.
            guard !isEmpty || !here.isEmpty else { return }
            group.fieldset(
                .class("govuk-fieldset"), .flag("hidden", if: isEmpty),
                .describedBy(Writer.notes(name, hint, error))
            ) { set in
                set.legend(asks, .class("govuk-fieldset__legend"))
                set.fieldNotes(name, hint, error)
                draw(here, choices, Set(chosen), into: &set)
            }
        }
    }

    private func draw(
        _ here: [WrittenHere.Row], _ choices: ThreadChoices, _ chosen: Set<ItemID>, into set: inout Writer
    ) {
        var drawn = 0
        func box(_ id: ItemID, _ what: String, of row: WrittenHere.Row? = nil, into list: inout Writer) {
            let isHidden = row?.what.isEmpty ?? false
            // The first that is seen has the field's own id, so that a way to the question leads to it.
            let box = isHidden ? "\(name)-\(id)" : drawn == 0 ? name : "\(name)-\(drawn)"
            if !isHidden { drawn += 1 }
            list.div(
                .class("govuk-checkboxes__item"), .flag("hidden", if: isHidden),
                .when(row != nil, .data("data-here", row?.place ?? ""))
            ) { item in
                item.input(
                    "checkbox", name: name, value: id.name, .id(box), .class("govuk-checkboxes__input"),
                    .flag("checked", if: chosen.contains(id) && !isHidden))
                item.label(what, .class("govuk-label govuk-checkboxes__label"), .for(box))
            }
        }
        set.div(.class("govuk-checkboxes govuk-checkboxes--small")) { list in
            for row in here { box(row.name, row.asChoice, of: row, into: &list) }
            for choice in choices.near { box(choice.id, choice.what, into: &list) }
        }
        guard !choices.more.isEmpty else { return }
        set.details(.class("govuk-details tl-more")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("More (\(choices.more.count))", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { inside in
                inside.div(.class("govuk-checkboxes govuk-checkboxes--small")) { list in
                    for choice in choices.more { box(choice.id, choice.what, into: &list) }
                }
            }
        }
    }
}
