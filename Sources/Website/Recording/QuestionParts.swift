import Casework
import Forms
import HTML

/// The parts of a page that a question is asked with: the same for every form.
struct QuestionParts {
    let page: RecordPage
    private var filled: FilledForm { page.filled }

    func draw(_ question: FormQuestion, into body: inout Writer) {
        guard let condition = question.condition else { return drawKnown(question, into: &body) }
        // Without scripts it stands there with its condition in words; with them it is there when it applies.
        body.div(
            .class("tl-when"), .data("data-question", question.id), .data("data-when", condition.question),
            .data("data-is", condition.values.joined(separator: " "))
        ) { part in
            part.p(words(of: condition), .class("tl-since tl-condition"))
            drawKnown(question, into: &part)
        }
    }

    /// A question whose answer the record knew, marked with where it is from; asked only whether it is still right.
    private func drawKnown(_ question: FormQuestion, into body: inout Writer) {
        guard let from = filled.from(question.id) else { return drawAlone(question, into: &body) }
        body.div(.class("tl-known")) { part in
            drawAlone(question, into: &part)
            part.p(
                from + ". It is signed as yours only where you say that it is still right, or change it.",
                .class("govuk-hint"), .id("from-\(question.id)"))
            part.div(.class("govuk-checkboxes govuk-checkboxes--small")) { boxes in
                boxes.div(.class("govuk-checkboxes__item")) { box in
                    box.input(
                        "checkbox", name: FilledForm.right, value: question.id, .id("right-\(question.id)"),
                        .class("govuk-checkboxes__input"), .aria("aria-describedby", "from-\(question.id)"),
                        .flag("checked", if: filled.isRight(question.id)))
                    box.label(.class("govuk-label govuk-checkboxes__label"), .for("right-\(question.id)")) { label in
                        label.text("Still right")
                        label.span(": \(question.asks)", .class("govuk-visually-hidden"))
                    }
                }
            }
        }
    }

    private func drawAlone(_ question: FormQuestion, into body: inout Writer) {
        let asks = question.asks + (question.needed == .no ? " (optional)" : "")
        let hint = question.help.isEmpty ? nil : question.help
        switch question.answers {
        case .own(let kind): OwnParts(page: page, question: question).draw(kind, asks, hint, into: &body)
        case .core(let field, let labels):
            core(question.id, asks, hint, field.kind, labels, into: &body)
        }
    }

    /// "Only where “Did you see the child?” is answered No."
    private func words(of condition: Condition) -> String {
        let other = page.file.form.question(condition.question)
        let values = condition.values.map { other?.word(for: $0) ?? $0 }.joined(separator: " or ")
        return "Only where “\(other?.asks ?? condition.question)” is answered \(values)."
    }

    private func core(
        _ name: String, _ asks: String, _ hint: String?, _ kind: AnswerKind, _ labels: [String: String],
        in table: RecordTable? = nil, into body: inout Writer
    ) {
        switch kind {
        case .text:
            if isFolded(name) { folded(name, asks, hint, into: &body) } else { long(name, asks, hint, into: &body) }
        case .name: body.textField(asks, name: name, value: filled[name], hint: hint, errors: page.errors)
        case .flag: choose(name, asks, hint, Self.yesOrNo, into: &body)
        case .day: day(name, asks, hint, into: &body)
        case .choice(let names):
            choose(
                name, asks, hint, names.map { ($0, labels[$0] ?? ConcernMove(rawValue: $0)?.title ?? $0.spoken) },
                into: &body)
        case .items(let kinds):
            LinkParts(page: page, name: name, asks: asks, hint: hint, kinds: kinds, table: table).draw(into: &body)
        case .lines: lines(name, asks, hint, into: &body)
        case .rows(let table): rows(name, asks, hint, table, into: &body)
        }
    }

    static let yesOrNo = [("true", "Yes"), ("false", "No")]

    func long(
        _ name: String, _ asks: String, _ hint: String?, labelled label: String = "govuk-label", into body: inout Writer
    ) {
        body.textArea(
            asks, name: name, value: filled[name], hint: hint, rows: 3, errors: page.errors, labelled: label)
    }

    /// Whether the words of a question are a line to open until there are some: of a long form, what nobody has to answer.
    private func isFolded(_ name: String) -> Bool {
        guard page.form.kind.isLong, page.correction == nil, let question = page.form.question(name) else {
            return false
        }
        return question.needed == .no && question.condition == nil && question.field != .healthConsidered
    }

    /// A question that is a line until somebody opens it, as a list is.
    private func folded(_ name: String, _ asks: String, _ hint: String?, into body: inout Writer) {
        let isOpen = !filled[name].isEmpty || page.errors.contains { $0.field == name }
        body.details(.class("govuk-details tl-rows"), .flag("open", if: isOpen)) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span(asks, .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) {
                long(name, asks, hint, labelled: "govuk-visually-hidden", into: &$0)
            }
        }
    }

    func day(_ name: String, _ asks: String, _ hint: String?, into body: inout Writer) {
        let form = "As 2026-03-31"
        body.textField(
            asks, name: name, value: filled[name], hint: hint.map { $0 + " " + form + "." } ?? form, width: "tl-date",
            errors: page.errors)
    }

    /// Radios, or boxes where several may be ticked; in a row of a list, which may stand there ten times, one of many is a
    /// list to open.
    func choose(
        _ name: String, _ asks: String, _ hint: String?, _ choices: [(String, String)], several: Bool = false,
        into body: inout Writer
    ) {
        let chosen = Set(filled[name].split(separator: "\n").map(String.init))
        let error = page.errors.first { $0.field == name }
        let isOfRow = name.contains(".")
        if isOfRow, !several, choices.count > Self.mostRadiosOfRow {
            body.choiceToOpen(asks, name: name, choices, chosen: chosen, hint: hint, error: error)
        } else {
            body.choices(asks, name: name, choices, several: several, chosen: chosen, hint: hint, error: error)
        }
    }

    private static let mostRadiosOfRow = 3

    /// A table as groups of fields, one more than is filled in; without scripts a button gives another.
    private func rows(
        _ name: String, _ asks: String, _ hint: String?, _ table: RecordTable, into body: inout Writer
    ) {
        // A table that only speaks of what is there is asked where something is.
        let isNeeded = page.file.form.question(name).map { $0.needed != .no } ?? false
        guard table.hasSubject(in: page.child.thread) || filled.rows(name) > 0 || isNeeded else { return }
        let count = filled.rows(name) + (page.visit.asked("more") == name ? 1 : 0)
        let known =
            filled.rows(name) > 0 ? (1...filled.rows(name)).count { filled.subject(ofRow: "\(name).\($0)") != nil } : 0
        // Of what is due at every visit nobody need say anything; what a review has to look at is open before it, and so is what is
        // to follow from a visit or an audit.
        let isOpen =
            count > known || filled.saysAnything(in: name, table) || !filled["\(name).none"].isEmpty
            || page.errors.contains { $0.field.hasPrefix(name) }
            || (known > 0 && page.file.form.kind.asksFirst(of: table))
            || (table == .actions && (page.file.form.kind == .visit || page.file.form.kind.isAuditors))
            || table == .concerns
        body.details(.class("govuk-details tl-rows"), .id(name), .flag("open", if: isOpen)) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span(asks + (known > 0 ? " – \(known) to look at" : ""), .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { inside in
                if let hint { inside.div(.class("govuk-hint")) { $0.text(hint) } }
                if let error = page.errors.first(where: { $0.field == name }) {
                    inside.fieldNotes(name, nil, error)
                }
                for place in 1...max(1, count) { row(name, place, table, into: &inside) }
                inside.button(
                    "Add another", .class("govuk-button govuk-button--secondary"), .type("submit"), .name("do"),
                    .value("more:\(name)"))
                inside.textField(
                    "If there are none, why?", name: "\(name).none", value: filled["\(name).none"],
                    width: "govuk-!-width-full", errors: page.errors)
            }
        }
    }

    private func row(_ name: String, _ place: Int, _ table: RecordTable, into body: inout Writer) {
        body.fieldset(.class("govuk-fieldset tl-row")) { set in
            let subject = filled.subject(ofRow: "\(name).\(place)")
            set.legend(
                "\(table.one) \(place)" + (subject.map { ": \(page.what($0))" } ?? ""),
                .class("govuk-fieldset__legend govuk-fieldset__legend--s"))
            if let subject, let column = table.subject {
                set.input("hidden", name: "\(name).\(place).\(column.name)", value: subject.name)
                set.input("hidden", name: "known.\(name).\(place)", value: subject.name)
            }
            let called = "\(name).\(place).\(RecordColumn.id.name)"
            if !filled[called].isEmpty { set.input("hidden", name: called, value: filled[called]) }
            for cell in table.cells where cell.kind != .name && (subject == nil || cell.column != table.subject) {
                let field = "\(name).\(place).\(cell.column.name)"
                let isOnTheDay = table.isOnTheDay && cell.column == .on
                let asks =
                    table.asks(cell.column)
                    + (isOnTheDay ? " (the record’s, where left blank)" : cell.need.saying)
                if cell.kind == .text, cell.column.isShort {
                    set.textField(
                        asks, name: field, value: filled[field], width: "govuk-!-width-full", errors: page.errors,
                        .when(cell.column == .owner, Attribute("list", OwnerNames.id)))
                } else if cell.column == .informationClass {
                    set.foldedClassMark(field, filled[field], on: page.form.kind)
                } else {
                    core(field, asks, nil, cell.kind, [:], in: table, into: &set)
                }
            }
            if subject == nil, filled.holds(row: "\(name).\(place)", besides: nil) {
                set.button(
                    "Take this one out", .class("govuk-button govuk-button--secondary"), .type("submit"), .name("do"),
                    .value("out:\(name).\(place)"))
            }
        }
    }
}

extension FormQuestion {
    /// What one of its answers is called.
    fileprivate func word(for value: String) -> String {
        switch answers {
        case .core(_, let labels): labels[value] ?? (value == "true" ? "yes" : value == "false" ? "no" : value)
        case .own(.choice(let choices)), .own(.many(let choices)):
            choices.first { $0.name == value }?.label ?? value
        default: value == "true" ? "yes" : value == "false" ? "no" : value
        }
    }
}

extension RecordKind {
    /// Whether a table with something to look at stands open: what a review looks at, and what is handed over or asked.
    fileprivate func asksFirst(of table: RecordTable) -> Bool {
        self == .review || table == .handedOver || table == .takenOver || table == .asked || table == .needsAnswered
            || table == .concernAnswers || table == .concernSteps
    }
}

extension ChildThread {
    fileprivate func offers(_ kinds: [ItemKind]) -> Bool { !ThreadChoices(kinds, of: self).near.isEmpty }
}

extension RecordTable {
    /// Whether there is what its rows speak of; always, for one whose rows make something.
    fileprivate func hasSubject(in thread: ChildThread) -> Bool {
        switch self {
        case .progress, .movedDates: thread.offers([.action])
        case .asked, .needsAnswered: thread.offers([.need])
        case .measurements: thread.offers([.outcome])
        case .viewsAnswered: thread.offers([.view])
        case .decisionsLooked: thread.offers([.decision])
        case .concernAnswers, .concernSteps: thread.offers([.concern])
        case .closed: thread.offers([.need, .risk, .outcome])
        case .considered, .discussed, .handedOver, .takenOver: thread.offers([])
        case .evidence: thread.offers([.need, .outcome, .action])
        default: true
        }
    }

    /// How one of its columns is asked.
    fileprivate func asks(_ column: RecordColumn) -> String {
        switch (self, column) {
        case (.evidence, .what): "What shows it?"
        case (.concerns, .what): "What is not right for the child?"
        case (.concerns, .owner), (.concernSteps, .owner): "Who is to answer?"
        case (.concerns, .due), (.concernSteps, .due): "By which day?"
        case (.concernAnswers, .effect): "What is different for the child?"
        case (.concernSteps, .effect): "What changed for the child?"
        default: column.asks
        }
    }

    /// What one row is called.
    fileprivate var one: String {
        switch self {
        case .needs: "Need"
        case .risks: "Risk"
        case .strengths: "Strength"
        case .outcomes: "What is wanted"
        case .actions, .progress, .movedDates: "Action"
        case .measurements: "Look"
        case .views, .viewsAnswered: "What they said"
        case .closed: "Closed"
        case .decisions, .decisionsLooked: "Decision"
        case .considered: "Looked at"
        case .discussed: "Set apart"
        case .handedOver: "Handed over"
        case .asked: "For"
        case .needsAnswered: "Need"
        case .delegated: "Decision"
        case .readiness: "Part"
        case .consents: "Consent"
        case .homes: "Home"
        case .takenOver: "Taken over"
        case .people, .network, .given, .agreements, .attended: "Person"
        case .classes: "Mark"
        case .contacts: "Time together"
        case .facts: "Fact"
        case .evidence: "What it shows"
        case .keepsakes: "Thing"
        case .concerns, .concernAnswers, .concernSteps: "Concern"
        }
    }
}

extension RecordTable.CellNeed {
    /// What stands behind its question: nothing, where every row answers it.
    fileprivate var saying: String {
        switch self {
        case .always: ""
        case .never: " (optional)"
        case .whereSaid(_, let names):
            " (where it is: \(names.map { $0.replacing("_", with: " ") }.joined(separator: ", or ")))"
        case .without: " (where there is none)"
        }
    }
}

extension RecordColumn {
    /// As a form asks it.
    var asks: String {
        switch self {
        case .what: "What"
        case .area: "Which part of life?"
        case .level: "How serious does it look?"
        case .state: "How does it stand?"
        case .change: "Is it better?"
        case .action: "Which action?"
        case .outcome: "Which outcome?"
        case .decision: "Which decision?"
        case .view: "What did they say?"
        case .item: "Which?"
        case .need: "For which need?"
        case .on: "On which day?"
        case .done: "What was done?"
        case .value: "What did you find?"
        case .person: "Who?"
        case .arrangement: "What is arranged?"
        case .often: "How often?"
        case .supervision: "Who else is there?"
        case .order: "Does an order say so?"
        case .wish: "What does the child want?"
        case .evidence: "How do you know?"
        case .known: "Must later assessments speak of it?"
        case .exploitation: "May somebody be using the child (exploitation)?"
        case .clearlySaid: "Did they say it clearly?"
        case .happened: "Did it happen?"
        case .formal: "Agreed in writing, or ordered?"
        case .informationClass: "Is it something that does not go into copies?"
        case .relation: "Who are they to the child?"
        case .parentalResponsibility: "Do they hold parental responsibility?"
        case .source: "Where is that from?"
        case .contact: "May they and the child see each other?"
        case .address: "May they know the address?"
        case .school: "May they know the school?"
        case .health: "May they know who looks after the child’s health?"
        case .carers: "May they know the carers’ names?"
        case .identity: "May they know what is private in the child’s identity, as their pronouns?"
        case .named: "Who may read this person’s own name?"
        case .by: "Who decided?"
        case .setting: "Where was it talked about?"
        case .note: "What should they know of it?"
        case .home: "Which home?"
        case .answer: "What came of it?"
        case .essential: "Will no home do without it?"
        case .matter: "What is it about?"
        case .decides: "Who decides?"
        case .informed: "Who is told?"
        case .agreed: "Do they agree?"
        case .ready: "How does it stand?"
        case .consent: "Is there consent?"
        case .there: "Were they there?"
        case .role: "Who are they to the child?"
        case .until: "Until when?"
        case .keepsake: "What kind of thing is it?"
        case .keptWhere: "Where is it kept?"
        case .ask: "What do you ask for?"
        case .stage: "Which post do they hold?"
        case .concern: "Which concern?"
        case .step: "What do you do?"
        case .about: "Which part of the thread is it about?"
        default: heading
        }
    }

    /// Whether a line is enough for it.
    fileprivate var isShort: Bool {
        self == .owner || self == .person || self == .home || self == .relation || self == .by || self == .baseline
            || self == .target
            || self == .measure
    }
}
