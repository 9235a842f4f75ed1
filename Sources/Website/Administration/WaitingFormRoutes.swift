import Casework
import FormFiles
import Forms
import HTML
import Service

extension Link {
    static func waitingForm(_ kind: RecordKind) -> Link { Link("administration", "forms", kind.name, "file") }
}

extension Site {
    /// A council's file before it serves: what it would change, and the button that brings it into force.
    var waitingFormRoutes: [Route] {
        [
            .get("/administration/forms/:kind/file", .may(.administer)) { visit in
                guard let forms, let kind = visit.formKind, let inForce = forms[kind] else { return .notFound }
                return WaitingFormPage(waiting: forms.waiting(kind), inForce: inForce, visit: visit).reply()
            },
            .post("/administration/forms/:kind/file", .may(.administer)) { visit in
                guard let forms, let kind = visit.formKind, let inForce = forms[kind] else { return .notFound }
                let waiting = forms.waiting(kind)
                // What was read is what comes into force, and nothing that was written into the file since.
                guard let file = waiting?.file, "\(file.edition.digest)" == visit.form["digest"] else {
                    return WaitingFormPage(
                        waiting: waiting, inForce: inForce, visit: visit,
                        errors: [
                            FieldError(
                                "changes", "The file is not what you read any more. Read it again before it serves.")
                        ]
                    ).reply()
                }
                try await PublishForms([file]).run(into: journal, by: .account(visit.viewer.id), at: visit.now)
                formsInForce?.bring(file)
                keptPages.forget()
                visit.note(.formInForce)
                return .seeOther(Link.forms.query("brought", kind.name))
            },
        ]
    }
}

extension Visit {
    /// The form that the address names.
    var formKind: RecordKind? { parameters.get("kind").flatMap(RecordKind.init(name:)) }
}

/// A council's file before it serves, for whoever looks after forms.
struct WaitingFormPage {
    /// Nil where no file waits.
    let waiting: WaitingForm?
    let inForce: FormFile
    let visit: Visit
    var errors: [FieldError] = []

    func reply() -> Reply {
        let title = "\(waiting?.file?.form.title ?? inForce.form.title) – not in force"
        return visit.page(errors.isEmpty ? title : "Error: " + title) { main in
            main.errorSummary(errors)
            main.a(.forms, "Forms in force", .class("govuk-back-link"))
            main.h1(title, .class("govuk-heading-l"))
            guard let waiting else {
                return main.p(
                    "No file of this form waits: what the folder holds is in force, or it holds none.",
                    .class("govuk-body"))
            }
            main.p(.class("govuk-body")) { line in
                line.text("As \(waiting.name) is now. In force is ")
                line.a(.form(inForce.form.kind), "version \(inForce.form.version)", .class("govuk-link"))
                line.text(".")
            }
            if let file = waiting.file {
                draw(file, into: &main)
            } else {
                main.waitingProblems(waiting)
            }
        }
    }

    private func draw(_ file: FormFile, into main: inout Writer) {
        let changes = file.form.changes(from: inForce.form)
        main.h2("What it changes", .class("govuk-heading-m"), .id("changes"))
        if !file.form.isNumberedAnew(from: inForce.form) {
            main.p(
                "Its version is \(file.form.version), and \(inForce.form.version) is in force: give it the next number, so that people can tell the two apart.",
                .class("govuk-inset-text"))
        }
        if changes.isEmpty {
            main.p("No question. Its title, its sections or their order may be others.", .class("govuk-body"))
        } else {
            main.ul(.class("govuk-list govuk-list--bullet")) { list in
                for change in changes { list.li(change.sentence + ".") }
            }
        }
        main.p(
            "Once it is in force, it is what people are asked from then on. What was signed stays on the form that it was signed on; drafts go on with it, and nothing that was typed is dropped. There is no way back but another version.",
            .class("govuk-body"))
        main.form(recordingTo: .waitingForm(inForce.form.kind), visit.frame) { body in
            body.input("hidden", name: "digest", value: "\(file.edition.digest)")
            body.button("Bring version \(file.form.version) into force", .class("govuk-button"), .type("submit"))
        }
        main.h2("As a worker will see it", .class("govuk-heading-m"))
        FormPreview(file: file, visit: visit, place: .waitingForm(file.form.kind)).draw(into: &main)
    }
}

extension Writer {
    /// What is wrong with a file that waits.
    mutating func waitingProblems(_ waiting: WaitingForm) {
        div(.class("govuk-error-summary"), .id("changes")) { box in
            box.h2("It cannot be used", .class("govuk-error-summary__title"))
            box.ul(.class("govuk-list govuk-list--bullet")) { list in
                for problem in waiting.problems { list.li(problem.sentence + ".") }
            }
        }
    }
}
