import Casework
import Forms
import HTML

/// Where a writer says that something they have written does not go into copies: about somebody else, from the police, …
///
/// It stands at the end, closed, so that it costs nobody anything who has nothing of the kind. A long form, of many answers,
/// asks of each only once somebody says that there is something to mark; the draft is kept with that, as with a row more.
struct ClassMarks {
    let form: Form
    let filled: FilledForm
    /// Whether somebody has said that there is something to mark.
    let isAskedFor: Bool

    /// What the page is asked for more of.
    static let name = "classes"

    func draw(into page: inout Writer) {
        let questions = form.questions.filter {
            $0.takesWords && $0.informationClass == .ordinary && (form.asksAnew($0) || !filled[$0.id].isEmpty)
        }
        guard !questions.isEmpty else { return }
        let marked = questions.filter { !filled["class." + $0.id].isEmpty }
        let asked = isAskedFor || !form.kind.isLong ? questions : marked
        page.details(
            .class("govuk-details"), .id(Self.name), .flag("open", if: isAskedFor || !marked.isEmpty)
        ) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span(
                    "Is anything here about somebody else, or from the police?", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { inside in
                inside.p(
                    "What you mark goes into no copy by itself. Rows of a list are marked where you write them.",
                    .class("govuk-hint"))
                inside.p(AboutMarks.how, .class("govuk-hint"))
                for question in asked {
                    inside.classMark(
                        question.asks, "class." + question.id, filled["class." + question.id], on: form.kind)
                }
                if asked.count < questions.count {
                    inside.button(
                        asked.isEmpty ? "Mark an answer" : "Mark another answer",
                        .class("govuk-button govuk-button--secondary"), .type("submit"), .name("do"),
                        .value("more:\(Self.name)"))
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
    mutating func foldedClassMark(_ name: String, _ chosen: String, on kind: RecordKind) {
        let asks = "Not for copies?"
        details(.class("tl-why tl-mark-row"), .flag("open", if: !chosen.isEmpty)) { fold in
            fold.summary(asks)
            fold.select(.class("govuk-select"), .id(name), .name(name), .aria("aria-label", asks)) {
                $0.options(Self.classes(chosen, on: kind), chosen: [chosen], none: Self.ordinary)
            }
        }
    }

    /// Chooses the class of something written; nothing chosen is ordinary.
    mutating func classMark(_ asks: String, _ name: String, _ chosen: String, on kind: RecordKind) {
        choiceToOpen(asks, name: name, Self.classes(chosen, on: kind), chosen: [chosen], none: Self.ordinary)
    }

    private static var ordinary: String { "No, it may go into copies" }

    /// What was told to the IRO alone is marked on the records that an IRO signs.
    private static func classes(_ chosen: String, on kind: RecordKind) -> [(String, String)] {
        InformationClass.allCases.filter {
            $0 != .ordinary && ($0 != .privateTalk || kind.isSigned(by: [.iro]) || $0.rawValue == chosen)
        }.map { ($0.rawValue, $0.title) }
    }
}
