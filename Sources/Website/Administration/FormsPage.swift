import Casework
import Days
import FormFiles
import Forms
import HTML
import Service

extension Link {
    static let forms = Link("administration", "forms")
    static func form(_ kind: RecordKind) -> Link { Link("administration", "forms", kind.name) }
}

extension Site {
    /// The forms in force, for whoever looks after them.
    var formRoutes: [Route] {
        [
            .get("/administration/forms", .may(.administer)) { visit in
                guard let forms else { return .notFound }
                return FormsPage(forms: forms, published: try await journal.formsPublished(), visit: visit).reply()
            },
            .get("/administration/forms/:kind", .may(.administer)) { visit in
                guard let kind = visit.parameters.get("kind").flatMap(RecordKind.init(name:)), let file = forms?[kind]
                else { return .notFound }
                return FormPreviewPage(file: file, visit: visit).reply()
            },
        ]
    }
}

/// Forms in force: each with its version, whose it is and since when; and what is wrong with a file that cannot be used.
struct FormsPage {
    let forms: FormLibrary
    let published: [FormEdition: Instant]
    let visit: Visit

    func reply() -> Reply {
        visit.page("Forms in force") { main in
            main.a(.administration, "Administration", .class("govuk-back-link"))
            main.h1("Forms in force", .class("govuk-heading-l"))
            main.formProblems(forms)
            main.p(
                "A council’s own forms are files in the folder “forms” of the service’s records, or in the one that --forms names. They are read when the service starts; throughline forms check says before that whether one will do.",
                .class("govuk-body"))
            main.table("Forms in force", ["Form", "Version", "Whose", "Since"]) { body in
                for kind in RecordKind.allCases {
                    guard let file = forms[kind] else { continue }
                    body.tr(.class("govuk-table__row")) { row in
                        row.td(.class("govuk-table__cell")) { $0.a(.form(kind), file.form.title, .class("govuk-link")) }
                        row.cell("\(file.form.version)")
                        row.cell(forms.origin(of: kind).words)
                        row.cell(published[file.edition].map { $0.inLondon.day.inWords } ?? "not used yet")
                    }
                }
            }
        }
    }
}

extension FormLibrary.Origin {
    fileprivate var words: String {
        switch self {
        case .builtIn: "Comes with the service"
        case .council: "The council’s own"
        case .published: "The council’s own, as last published: its file cannot be used"
        }
    }
}

extension Writer {
    /// The council's files that cannot be used: what is wrong, on which line, what to do, and what serves meanwhile. Nothing
    /// where all can.
    mutating func formProblems(_ forms: FormLibrary) {
        guard !forms.problems.isEmpty else { return }
        div(.class("govuk-error-summary"), .id("form-problems")) { box in
            box.h2("A form cannot be used", .class("govuk-error-summary__title"))
            for wrong in forms.problems {
                box.p(.class("govuk-body")) { line in
                    line.strong(wrong.file)
                    line.text(". " + forms.serving(wrong))
                }
                box.ul(.class("govuk-list govuk-list--bullet")) { list in
                    for problem in wrong.problems { list.li(problem.sentence + ".") }
                }
            }
        }
    }
}

extension FormLibrary {
    /// What serves in the place of a file that cannot be used.
    fileprivate func serving(_ wrong: FormFileError) -> String {
        guard let kind = wrong.kind, let file = self[kind] else { return "The forms before it go on serving." }
        let whose =
            origin(of: kind) == .builtIn ? "the form that comes with the service" : "the last that was published"
        return "Until it is mended, \(whose) goes on serving: “\(file.form.title)”, version \(file.form.version)."
    }
}

/// A form as a worker sees it, for whoever looks after it: of a made-up child with one of everything.
struct FormPreviewPage {
    let file: FormFile
    let visit: Visit

    func reply() -> Reply {
        let isNarrow = visit.asked("width") == "phone"
        return visit.page("\(file.form.title) – preview") { main in
            main.a(.forms, "Forms in force", .class("govuk-back-link"))
            main.h1("\(file.form.title), version \(file.form.version)", .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { line in
                line.text("A preview, as a worker sees it. Nothing that is typed here is kept. ")
                if isNarrow {
                    line.a(.form(file.form.kind), "At the width of this page", .class("govuk-link"))
                } else {
                    line.a(
                        Link.form(file.form.kind).query("width", "phone"), "At the width of a telephone",
                        .class("govuk-link"))
                }
            }
            main.form(.get, to: .form(file.form.kind), .class(isNarrow ? "tl-preview tl-phone" : "tl-preview")) {
                body in
                body.input("hidden", name: "width", value: isNarrow ? "phone" : "", .id("draft-mark"))
                body.p(file.form.about, .class("govuk-body"))
                let page = RecordPage(
                    child: Self.example, file: file, filled: FilledForm(fields: [:]), visit: visit)
                for section in file.form.sections {
                    body.h2(section.title, .class("govuk-heading-m"))
                    for question in section.questions { QuestionParts(page: page).draw(question, into: &body) }
                }
            }
            main.script(.asset("draft.js"))
        }
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
                    ])), origin: Origin(EventID(0), .recordedHere))
        return child
    }()
}
