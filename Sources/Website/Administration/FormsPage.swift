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
                guard let kind = visit.formKind, let file = forms?[kind] else { return .notFound }
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
            if let kind = visit.asked("brought").flatMap(RecordKind.init(name:)), let file = forms[kind] {
                main.doneBanner("\(file.form.title), version \(file.form.version), is in force.")
            }
            main.h1("Forms in force", .class("govuk-heading-l"))
            main.formProblems(forms)
            main.p(
                "A council’s own forms are files in the folder “forms” of the service’s records, or in the one that --forms names. They are read when the service starts; a file that was put there since waits until somebody here brings it into force. throughline forms check says before that whether one will do.",
                .class("govuk-body"))
            waiting(into: &main)
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

    /// What the folder holds now and is not in force.
    private func waiting(into main: inout Writer) {
        let waiting = forms.waiting()
        guard !waiting.isEmpty else { return }
        main.h2("In the folder, and not in force", .class("govuk-heading-m"))
        main.ul(.class("govuk-list govuk-list--bullet"), .id("waiting")) { list in
            for one in waiting {
                list.li { line in
                    if let kind = one.kind {
                        let title = one.file?.form.title ?? forms[kind]?.form.title ?? kind.title
                        line.a(.waitingForm(kind), title, .class("govuk-link"))
                        line.text(one.file.map { ", version \($0.form.version)" } ?? "")
                        line.text(": \(one.name)")
                    } else {
                        line.text("\(one.name): it does not say which form it is")
                    }
                    line.text(one.problems.first.map { ". It cannot be used: \($0.sentence)." } ?? ".")
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

/// A form in force as a worker sees it.
struct FormPreviewPage {
    let file: FormFile
    let visit: Visit

    func reply() -> Reply {
        visit.page("\(file.form.title) – preview") { main in
            main.a(.forms, "Forms in force", .class("govuk-back-link"))
            main.h1("\(file.form.title), version \(file.form.version)", .class("govuk-heading-l"))
            FormPreview(file: file, visit: visit, place: .form(file.form.kind)).draw(into: &main)
        }
    }
}
