import Casework
import Days
import HTML
import Oversight

/// Where something to join up is answered otherwise than by mending it: not so for this child, or later, and why.
struct AnswerJoinPage {
    let child: ChildRecord
    /// Nil where it is not there to join up any more.
    let found: Break?
    let way: JoinWay
    let visit: Visit
    /// Why the viewer may not; nil where they may.
    let refusal: RecordRefusal?
    /// The last day that it can be put off until.
    let lastDay: Day?
    var errors: [FieldError] = []

    func reply() -> Reply {
        let title = "\(way.title) – \(child.identity.title)"
        return visit.page(errors.isEmpty ? title : "Error: " + title) { main in
            main.a(.child(child.id, .thread), "Thread", .class("govuk-back-link"))
            main.errorSummary(errors)
            main.h1(way.title, .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { $0.a(.child(child.id), child.identity.title, .class("govuk-link")) }
            guard let found, way != .stillRight || found.lookingAgain != nil else {
                return main.p(
                    "That is not there to join up now. Somebody may have mended it.", .class("govuk-inset-text"))
            }
            main.joinFacts(found)
            if let refusal {
                main.p(
                    "You cannot answer it so: \(refusal.what). \(refusal.remedy.capitalised).",
                    .class("govuk-inset-text"))
            } else {
                ask(found, into: &main)
            }
            main.p(.class("govuk-body")) {
                $0.a(.child(child.id, .thread), "Go back to the thread", .class("govuk-link"))
            }
        }
    }

    private func ask(_ found: Break, into page: inout Writer) {
        page.form(recordingTo: .answering(found, way), visit.frame) { form in
            form.input(
                "hidden", name: "command",
                value: visit.form["command"].isEmpty ? CommandID.new.text : visit.form["command"])
            form.input("hidden", name: "join", value: found.rule.id)
            form.input("hidden", name: "about", value: found.about?.name ?? "")
            form.input("hidden", name: "answer", value: way.rawValue)
            switch way {
            case .notSo:
                form.p(
                    "A second person has to agree before it leaves the list. It is there again if what it rests on changes.",
                    .class("govuk-body"))
                form.textArea(
                    "Why is it not so for this child?", name: "because", value: visit.form["because"],
                    hint: "What you know of this child that the record does not show", rows: 4, errors: errors)
            case .stillRight:
                let parts = found.lookingAgain?.parts ?? []
                form.p(
                    "Signed with your name; the manager sees it. What has to change is written down in a record of its own.",
                    .class("govuk-body"))
                form.choices(
                    "What is still right?", name: "parts", parts.map { ($0.name, $0.words.capitalised) }, several: true,
                    chosen: Set(visit.form.all("parts")), hint: "Leave out what you have not looked at",
                    error: errors.first { $0.field == "parts" })
                form.textArea(
                    "Why is it still right?", name: "because", value: visit.form["because"],
                    hint: "What you looked at, and what the child says", rows: 4, errors: errors)
            case .later:
                form.p(
                    "It stays counted, and the reviewing officer sees it. It is there again on the day, or before if what it rests on changes.",
                    .class("govuk-body"))
                form.textField(
                    "On which day is it to be there again?", name: "until", value: visit.form["until"],
                    hint: "As \(visit.today + 7)" + (lastDay.map { "; \($0.inWords) at the latest" } ?? ""),
                    width: "tl-date", errors: errors)
                form.textArea(
                    "Why later?", name: "because", value: visit.form["because"], hint: "What is waited for", rows: 4,
                    errors: errors)
            }
            form.submit(way.submits)
        }
    }
}

extension Writer {
    /// What is to be joined up, with what on the record raised it.
    mutating func joinFacts(_ found: Break) {
        div(.class("govuk-inset-text")) { inset in
            inset.p(.class("govuk-body govuk-!-margin-bottom-1")) { $0.strong(found.title) }
            inset.p(MarkedText(found.facts.joined(separator: " ")), .class("govuk-body govuk-!-margin-bottom-1"))
            for folded in found.folded {
                inset.p("With it: \(folded.rule.title.lowercasedFirst).", .class("govuk-body govuk-!-margin-bottom-1"))
            }
            inset.p(
                "Since \(found.since.inWords) · \(found.rule.saysWhy)",
                .class("govuk-body tl-since govuk-!-margin-bottom-0"))
        }
    }
}
