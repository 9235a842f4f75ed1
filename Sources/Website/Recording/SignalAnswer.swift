import Casework
import Forms
import HTML
import Oversight

/// Where the answer to a question that a record raises is written down: in a note that begins with the question.
extension JoinLinks {
    /// The note, for those who sign one; the child’s page for whoever does not.
    func answering(_ signal: Signal) -> Link {
        signs(.caseNote) ? Link.recording(signal.child, .caseNote).query("signal", signal.id) : .child(signal.child)
    }
}

extension Visit {
    /// The question that somebody goes to answer.
    var askedSignal: SignalRule? { asked("signal").flatMap { Signals.rule($0) } }
}

extension FilledForm {
    /// A note about the question that its writer was led from, where nobody has said what it is about.
    func about(_ signal: SignalRule?, on form: Form) -> FilledForm {
        guard let signal, let subject = form.questions.first(where: { $0.field == .subject }), self[subject.id].isEmpty
        else { return self }
        return filling(subject.id, signal.title)
    }
}

extension Writer {
    /// Whom to ask, and the way to where the answer is written down.
    mutating func signalAction(_ signal: Signal, _ action: String, _ links: JoinLinks) {
        p(.class("tl-act")) { $0.a(links.answering(signal), action, .class("govuk-link")) }
    }
}
