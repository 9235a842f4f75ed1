import Casework
import Days
import Forms
import HTML

extension QuestionParts {
    /// Lines of the chronology to tick: what is significant, and what was chosen already.
    func lines(_ name: String, _ asks: String, _ hint: String?, into body: inout Writer) {
        let chosen = Set(page.filled[name].split(separator: "\n").map(String.init))
        // A statement may be drawn from anything.
        let isForCourt = page.file.form.kind == .courtStatement
        let lines =
            page.chronology?.lines.filter { isForCourt || $0.isSignificant || chosen.contains($0.name.name) } ?? []
        if lines.isEmpty {
            body.p("\(asks) Nothing in the chronology is significant yet.", .class("govuk-hint"), .id(name))
        } else {
            body.choices(
                asks, name: name, lines.map { ($0.name.name, $0.words) }, several: true, chosen: chosen, hint: hint,
                error: page.errors.first { $0.field == name })
        }
        if isForCourt, !lines.isEmpty {
            body.button(
                "Draw the facts from what is ticked", .class("govuk-button govuk-button--secondary"), .type("submit"),
                .name("do"), .value("draw"))
        }
        body.p(.class("govuk-body tl-do")) {
            $0.a(.child(page.child.id, .chronology), "Read the chronology", .class("govuk-link"))
        }
    }
}

extension ChronologyLine {
    /// "3 May 2026: moved: foster placement".
    var words: String { "\(day.inWords): \(what)" }
}

extension FilledForm {
    /// Begun about a line that is there, with its day and its words; a draft that has words already stays as it is.
    func about(line name: ItemID?, on form: Form, in chronology: @autoclosure () -> Chronology?) -> FilledForm {
        guard form.kind == .chronologyEntry, let name, mark == nil, let line = chronology()?.line(name),
            let about = form.questions.first(where: { $0.field == .chronologyLines }),
            let subject = form.questions.first(where: { $0.field == .subject }), self[subject.id].isEmpty
        else { return self }
        return filling(about.id, name.name).filling(subject.id, line.what).filling("occurred", "\(line.day)")
    }
}
