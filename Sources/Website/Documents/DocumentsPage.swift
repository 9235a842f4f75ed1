import Casework
import Days
import HTML
import Service

/// The files about a child, and a form that adds one.
struct DocumentsPage {
    let child: ChildRecord
    let visit: Visit
    /// Whether files are looked at for viruses here.
    let isScanned: Bool
    /// The form whose question the document is to answer, where somebody came from one.
    var asking: AskingForm?
    /// What was typed, where it cannot be kept as it is.
    var typed: [String: String] = [:]
    var errors: [FieldError] = []

    func reply() -> Reply {
        let title = "Documents – \(child.identity.title)"
        return visit.page(errors.isEmpty ? title : "Error: " + title) { main in
            if let asking { main.a(asking.form(of: child.id), "Back to your draft", .class("govuk-back-link")) }
            main.errorSummary(errors)
            main.h1("Documents", .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { $0.a(.child(child.id), child.identity.title, .class("govuk-link")) }
            main.confidentialAddress(of: child, apart: true)
            list(into: &main)
            guard visit.may(.recordWork, child) else { return }
            form(into: &main)
        }
    }

    private func list(into page: inout Writer) {
        let documents = visit.documents(of: child)
        guard !documents.isEmpty else { return page.p("None is kept here.", .class("govuk-body")) }
        page.table("Documents, latest first", ["Of", "What", "Kind", "Class"]) { body in
            for held in documents {
                body.tr(.class("govuk-table__row")) { row in
                    row.cell(held.document.day.inWords)
                    row.td(.class("govuk-table__cell")) {
                        $0.a(.document(child.id, held.origin.event), held.document.title, .class("govuk-link"))
                    }
                    row.cell("\(held.document.type.title), \(held.document.size)")
                    row.cell(held.document.informationClass.title)
                }
            }
        }
    }

    private func form(into page: inout Writer) {
        page.h2("Add a document", .class("govuk-heading-m"))
        if let asking, !asking.asks.isEmpty {
            page.p(
                "It answers “\(asking.asks)” in your draft, which is saved. Adding it leads back there.",
                .class("govuk-inset-text"))
        }
        page.p(
            isScanned
                ? "It is looked at for viruses before it is kept."
                : "Files are not looked at for viruses here, and each says so.", .class("govuk-body"))
        page.form(
            .post, to: .documents(child.id), Attribute("enctype", "multipart/form-data"), .class("tl-form")
        ) { form in
            form.input("hidden", name: "token", value: visit.frame.token)
            form.input("hidden", name: "command", value: CommandID.new.text)
            asking?.draw(into: &form)
            form.textField(
                "What is it?", name: "title", value: typed["title"] ?? "",
                hint: "A few words that somebody looking for it in a year would look for.",
                width: "govuk-!-width-full", errors: errors)
            form.textField(
                "Which day is it of?", name: "day", value: typed["day"] ?? "", hint: "The day on it, as 2026-03-31",
                width: "tl-date", errors: errors)
            form.choices(
                "What kind of information is it?", name: "class",
                InformationClass.allCases.filter(mayChoose).map { ($0.rawValue, $0.title) },
                chosen: [typed["class"] ?? (asking?.informationClass ?? .ordinary).rawValue])
            file(into: &form)
            form.submit("Add it")
        }
    }

    private func file(into form: inout Writer) {
        let error = errors.first { $0.field == "file" }
        form.div(.class("govuk-form-group\(error == nil ? "" : " govuk-form-group--error")")) { group in
            group.label("File", .class("govuk-label"), .for("file"))
            group.div(.class("govuk-hint"), .id("file-hint")) {
                $0.text("A PDF, a picture, an Office or OpenDocument file or plain text, 25 MB at most.")
            }
            if let error { group.p(error.sentence, .class("govuk-error-message"), .id("file-error")) }
            group.void(
                "input",
                [
                    .type("file"), .name("file"), .id("file"), .class("govuk-file-upload"),
                    .aria("aria-describedby", error == nil ? "file-hint" : "file-hint file-error"),
                ])
        }
    }

    /// What a child told the IRO alone is the IRO's to write down.
    private func mayChoose(_ ofClass: InformationClass) -> Bool {
        ofClass != .privateTalk || visit.viewer.roles.contains(.iro)
    }
}

extension Document {
    /// `340 KB`.
    var size: String {
        length < 1024 * 1024
            ? "\(max(1, (Int(length) + 1023) / 1024)) KB" : "\((Int(length) + (1 << 20) - 1) >> 20) MB"
    }
}
