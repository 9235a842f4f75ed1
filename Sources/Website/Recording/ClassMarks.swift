import Casework
import Forms
import HTML

/// Where a writer says that something they have written does not go into copies: about somebody else, from the police, …
///
/// It stands at the end, closed, so that it costs nobody anything who has nothing of the kind.
struct ClassMarks {
    let form: Form
    let filled: FilledForm

    func draw(into page: inout Writer) {
        let questions = form.questions.filter {
            $0.takesWords && $0.informationClass == .ordinary && (form.asksAnew($0) || !filled[$0.id].isEmpty)
        }
        guard !questions.isEmpty else { return }
        let isMarked = questions.contains { !filled["class." + $0.id].isEmpty }
        page.details(.class("govuk-details"), .id("classes"), .flag("open", if: isMarked)) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span(
                    "Is anything here about somebody else, or from the police?", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { inside in
                inside.p(
                    "What you mark goes into no copy by itself. Rows of a list are marked where you write them.",
                    .class("govuk-hint"))
                inside.p(AboutMarks.how, .class("govuk-hint"))
                for question in questions {
                    inside.classMark(
                        question.asks, "class." + question.id, filled["class." + question.id], on: form.kind)
                }
            }
        }
    }
}

extension FormQuestion {
    /// Whether somebody writes sentences into it.
    fileprivate var takesWords: Bool {
        switch answers {
        case .core(let field, _): field.kind == .text
        case .own(.text), .own(.longText), .own(.person), .own(.table): true
        case .own: takesNoneBecause
        }
    }
}

extension Writer {
    /// The same of a row, a line until somebody opens it: most rows say nothing of the kind.
    mutating func foldedClassMark(_ asks: String, _ name: String, _ chosen: String, on kind: RecordKind) {
        details(.class("tl-why tl-mark-row"), .flag("open", if: !chosen.isEmpty)) { fold in
            fold.summary("Not for copies?")
            fold.classMark(asks, name, chosen, on: kind)
        }
    }

    /// Chooses the class of something written; nothing chosen is ordinary. What was told to the IRO alone is marked on the
    /// records that an IRO signs.
    mutating func classMark(_ asks: String, _ name: String, _ chosen: String, on kind: RecordKind) {
        let offered = InformationClass.allCases.filter {
            $0 != .ordinary && ($0 != .privateTalk || kind.isSigned(by: [.iro]) || $0.rawValue == chosen)
        }
        div(.class("govuk-form-group")) { group in
            group.label(asks, .class("govuk-label"), .for(name))
            group.select(.class("govuk-select"), .id(name), .name(name)) { select in
                select.option("No, it may go into copies", .value(""))
                for one in offered {
                    select.option(one.title, .value(one.rawValue), .flag("selected", if: one.rawValue == chosen))
                }
            }
        }
    }
}
