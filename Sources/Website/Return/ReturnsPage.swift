import Days
import HTML
import Service
import Workspace

/// The Return page: send one, and see those that were sent.
struct ReturnsPage {
    let jobs: [Job]
    let visit: Visit
    var errors: [FieldError] = []

    func reply() -> Reply {
        visit.page(errors.isEmpty ? "Return" : "Error: Return", errors.isEmpty ? .ok : .badRequest) { main in
            main.errorSummary(errors)
            main.h1("SSDA903 return", .class("govuk-heading-l"))
            main.p(
                "Send a return to see what it would change and what could not be used. Nothing is imported until you say so.",
                .class("govuk-body-l"))
            form(into: &main)
            sent(into: &main)
        }
    }

    private func form(into page: inout Writer) {
        page.form(
            .post, to: .returns, Attribute("enctype", "multipart/form-data"), .class("tl-form"), .flag("novalidate")
        ) { form in
            form.input("hidden", name: "token", value: visit.frame.token)
            let fileError = errors.first { $0.field == "files" }
            form.div(.class("govuk-form-group\(fileError == nil ? "" : " govuk-form-group--error")")) { group in
                group.label("Files of the return", .class("govuk-label govuk-label--s"), .for("files"))
                group.div(.class("govuk-hint"), .id("files-hint")) {
                    $0.text("The CSV tables, a zip of them, or the DfE’s XML. They are gone again after 24 hours.")
                }
                if let fileError { group.p(fileError.sentence, .class("govuk-error-message"), .id("files-error")) }
                group.void(
                    "input",
                    [
                        .type("file"), .name("files"), .id("files"), .class("govuk-file-upload"),
                        .flag("multiple"), Attribute("accept", ".csv,.zip,.xml"),
                        .aria("aria-describedby", fileError == nil ? "files-hint" : "files-hint files-error"),
                    ])
            }
            years(into: &form)
            form.textField(
                "Day it was drawn", name: "drawn",
                hint: "Until when the return speaks, as 2026-03-31. Leave it empty for 31 March.", width: "tl-date",
                errors: errors)
            form.button("Send and check", .class("govuk-button"))
        }
    }

    private func years(into form: inout Writer) {
        let latest = CollectionYear(containing: visit.today)
        let error = errors.first { $0.field == "year" }
        form.div(.class("govuk-form-group\(error == nil ? "" : " govuk-form-group--error")")) { group in
            group.label("Collection year", .class("govuk-label govuk-label--s"), .for("year"))
            if let error { group.p(error.sentence, .class("govuk-error-message"), .id("year-error")) }
            group.select(
                .id("year"), .name("year"), .class("govuk-select"),
                .when(error != nil, .aria("aria-describedby", "year-error"))
            ) { select in
                for start in stride(from: latest.start, through: 2017, by: -1) {
                    let year = CollectionYear(startingIn: start)
                    // The year that closed last is what most people send.
                    select.option(
                        "\(year)", .value("\(year)"), .flag("selected", if: start == latest.start - 1))
                }
            }
        }
    }

    private func sent(into page: inout Writer) {
        page.h2("Sent by you", .class("govuk-heading-m"))
        guard !jobs.isEmpty else { return page.p("Nothing in the last 24 hours.", .class("govuk-body")) }
        page.table("Returns you sent, latest first", ["Sent", "Year", "Files", "State"]) { body in
            for job in jobs {
                body.tr(.class("govuk-table__row")) { row in
                    row.td(.class("govuk-table__cell")) {
                        $0.a(.job(job.id), job.created.inWords, .class("govuk-link"))
                    }
                    row.cell(job.staged?.year ?? "")
                    row.cell(job.staged.map { $0.files.count == 1 ? $0.files[0] : "\($0.files.count) files" } ?? "")
                    row.cell(job.title)
                }
            }
        }
    }
}
