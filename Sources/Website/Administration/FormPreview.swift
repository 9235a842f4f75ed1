import Casework
import Days
import FormFiles
import Forms
import HTML

/// A form as a worker sees it, for whoever looks after it: of a made-up child with one of everything.
struct FormPreview {
    let file: FormFile
    let visit: Visit
    /// The page that it stands on.
    let place: Link
    private var isNarrow: Bool { visit.asked("width") == "phone" }

    func draw(into main: inout Writer) {
        main.p(.class("govuk-body")) { line in
            line.text("A preview, as a worker sees it. Nothing that is typed here is sent or kept. ")
            if isNarrow {
                line.a(place, "At the width of this page", .class("govuk-link"))
            } else {
                line.a(place.query("width", "phone"), "At the width of a telephone", .class("govuk-link"))
            }
        }
        // Its buttons are the worker's, and do nothing here.
        main.form(.dialog, to: place, .class(isNarrow ? "tl-preview tl-phone" : "tl-preview")) { body in
            body.input("hidden", name: "width", value: isNarrow ? "phone" : "", .id("draft-mark"))
            body.p(file.form.about, .class("govuk-body"))
            let page = RecordPage(child: Self.example, file: file, filled: FilledForm(fields: [:]), visit: visit)
            SectionParts(page: page).draw(into: &body)
        }
        main.script(.asset("draft.js"))
    }

    /// Nobody: a record with one of each part that a form may point at.
    private static let example: ChildRecord = {
        func row(_ id: String, _ what: String, _ more: [RecordColumn: Casework.Answer] = [:]) -> Casework.Answer {
            .rows([AnswerRow(more.merging([.id: .items([ItemID(id)].compactMap { $0 }), .what: .text(what)]) { $1 })])
        }
        let day = Day(ordinal: 20_000)
        var child = ChildRecord(id: ChildID(key: 0))
        child.apply(
            .signed(
                SignedRecord(
                    kind: .visit, day: day, form: FormEdition(version: 0, digest: 0),
                    answers: [
                        .needs: row("N1", "A need, as an example"), .risks: row("R1", "as an example"),
                        .outcomes: row("O1", "An outcome, as an example"),
                        .actions: row("A1", "An action, as an example"), .views: row("V1", "A view"),
                        .decisions: row("D1", "A decision, as an example"),
                        .network: .rows([
                            AnswerRow([.person: .text("Somebody, as an example"), .relation: .text("grandparent")])
                        ]),
                    ])), origin: Origin(EventID(0), .recordedHere))
        return child
    }()
}
