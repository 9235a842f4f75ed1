import Casework
import Forms
import HTML

/// The parts of a page that a council's own question is asked with.
struct OwnParts {
    let page: RecordPage
    let question: FormQuestion
    private var filled: FilledForm { page.filled }
    private var name: String { question.id }

    func draw(_ kind: FormQuestion.OwnKind, _ asks: String, _ hint: String?, into body: inout Writer) {
        switch kind {
        case .upload:
            UploadPart(child: page.child, visit: page.visit).draw(
                name, asks, hint, filled[name], page.errors, into: &body)
        case .moment: moment(asks, hint, into: &body)
        case .person: person(asks, hint, into: &body)
        case .link(let kinds):
            LinkParts(page: page, name: name, asks: asks, hint: hint, kinds: kinds, table: nil).draw(into: &body)
        case .table(let columns):
            return OwnTableParts(page: page, question: question, columns: columns).draw(asks, hint, into: &body)
        default: cell(name, kind, asks, hint, into: &body)
        }
        if question.takesNoneBecause { none(into: &body) }
    }

    /// What a cell of a table may take as well as a question.
    func cell(
        _ name: String, _ kind: FormQuestion.OwnKind, _ asks: String, _ hint: String?, into body: inout Writer
    ) {
        let parts = QuestionParts(page: page)
        switch kind {
        case .longText: parts.long(name, asks, hint, into: &body)
        case .day: parts.day(name, asks, hint, into: &body)
        case .flag: parts.choose(name, asks, hint, offered(QuestionParts.yesOrNo, at: name), into: &body)
        case .choice(let choices):
            parts.choose(name, asks, hint, offered(choices.map { ($0.name, $0.label) }, at: name), into: &body)
        case .many(let choices):
            parts.choose(
                name, asks, hint, offered(choices.map { ($0.name, $0.label) }, at: name), several: true, into: &body)
        default:
            body.textField(
                asks, name: name, value: filled[name], hint: hint, width: "govuk-!-width-full", errors: page.errors)
        }
    }

    /// What may be chosen, and what was chosen before that the form does not offer any more: it stands until somebody
    /// chooses otherwise.
    private func offered(_ choices: [(String, String)], at name: String) -> [(String, String)] {
        let gone = filled[name].split(separator: "\n").map(String.init).filter { word in
            !choices.contains { $0.0 == word }
        }
        return choices + gone.map { ($0, "\($0) (no longer offered)") }
    }

    func none(into body: inout Writer) {
        let field = "\(name).\(OwnPart.none)"
        body.textField(
            "If there is none, why?", name: field, value: filled[field], width: "govuk-!-width-full",
            errors: page.errors, describedBy: ["\(name)-asks"])
        body.span(question.asks, .class("govuk-visually-hidden"), .id("\(name)-asks"))
    }

    // A day and a time -------------------------------------------------------------------------------------------------

    private func moment(_ asks: String, _ hint: String?, into body: inout Writer) {
        group(into: &body) { group in
            // The day has the question's own name, and with it the hint's; both lines are told what is wrong.
            let whole = "\(name).whole"
            let wrong = Writer.notes(whole, nil, error)
            group.fieldset(.class("govuk-fieldset"), .describedBy(Writer.notes(whole, hint, error))) { set in
                set.legend(asks, .class("govuk-fieldset__legend"))
                set.fieldNotes(whole, hint, error)
                set.textField(
                    "Day", name: name, value: filled[name], hint: "As 2026-03-31", width: "tl-date", describedBy: wrong)
                let time = "\(name).\(OwnPart.time)"
                set.textField(
                    "Time", name: time, value: filled[time], hint: "As 16:30", width: "tl-date", describedBy: wrong)
            }
        }
    }

    // Somebody ---------------------------------------------------------------------------------------------------------

    /// The people of the record to choose from, and a line for somebody else.
    private func person(_ asks: String, _ hint: String?, into body: inout Writer) {
        let people = PeopleAround(of: page.child, in: page.visit.question?.authority, on: page.visit.today).offered
        let chosen = filled[name]
        group(into: &body) { group in
            group.label(asks, .class("govuk-label"), .for(name))
            group.fieldNotes(name, hint, error)
            group.select(
                .class("govuk-select"), .id(name), .name(name), .describedBy(Writer.notes(name, hint, error))
            ) { select in
                select.option("Nobody of these", .value(""))
                for person in people {
                    select.option(
                        person.name + (person.who.isEmpty ? "" : " (\(person.who))"), .value(person.name),
                        .flag("selected", if: PersonKey(person.name) == PersonKey(chosen)))
                }
                if !chosen.isEmpty, !people.contains(where: { PersonKey($0.name) == PersonKey(chosen) }) {
                    // Where two devices chose differently, both stand there until one is chosen.
                    select.option(
                        chosen.split(separator: "\n").joined(separator: " or "), .value(chosen),
                        .flag("selected", if: true))
                }
            }
        }
        let other = "\(name).\(OwnPart.somebodyElse)"
        body.textField(
            "Or somebody else: who?", name: other, value: filled[other], width: "govuk-!-width-full",
            errors: page.errors, describedBy: ["\(name)-who"])
        body.span(question.asks, .class("govuk-visually-hidden"), .id("\(name)-who"))
    }

    // What is around it ------------------------------------------------------------------------------------------------

    private var error: FieldError? { page.errors.first { $0.field == name } }

    private func group(into body: inout Writer, _ inside: (inout Writer) -> Void) {
        body.div(.class("govuk-form-group\(error == nil ? "" : " govuk-form-group--error")"), body: inside)
    }
}
