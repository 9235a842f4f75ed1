import Access
import Casework
import Days
import HTML
import Service

/// Writing down that a year's report was published, and when those who are corporate parents had it.
struct ReviewingPublishedPage {
    let report: ReviewingReportCommand
    let question: Question
    let visit: Visit
    let errors: [FieldError]

    init(_ report: ReviewingReportCommand, _ question: Question, _ visit: Visit, errors: [FieldError] = []) {
        (self.report, self.question, self.visit, self.errors) = (report, question, visit, errors)
    }

    func reply() -> Reply {
        visit.page("Error: The report was published") { main in
            main.a(.reviewingService, "Reviewing service", .class("govuk-back-link"))
            main.errorSummary(errors)
            main.h1("The report was published", .class("govuk-heading-l"))
            form(into: &main)
        }
    }

    /// On the report's own page, off its paper.
    func draw(into page: inout Writer) {
        page.div(.class("tl-screen-only")) { box in
            box.h2("When it is published", .class("govuk-heading-m"))
            form(into: &box)
        }
    }

    private func form(into page: inout Writer) {
        page.form(recordingTo: .reviewingReport, visit.frame) { form in
            form.input("hidden", name: "command", value: CommandID.new.text)
            form.textField("Of which year?", name: "year", value: report.year, width: "tl-date", errors: errors)
            form.textField(
                "Which day was it published?", name: "day", value: report.day, hint: "As 2026-09-22", width: "tl-date",
                errors: errors)
            form.textField(
                "Where can the public read it?", name: "place", value: report.place,
                hint: "As an address on the council’s website", width: "", errors: errors)
            form.textField(
                "Which day did the corporate parenting board have it?", name: "presented", value: report.presented,
                hint: "Leave it empty until it has", width: "tl-date", errors: errors)
            form.submit("Write it down")
        }
    }
}

extension ReviewingReportCommand {
    /// What is known of a year's report, to be added to.
    static func toWrite(_ year: CollectionYear, _ question: Question) -> ReviewingReportCommand {
        var command = ReviewingReportCommand()
        command.year = "\(year)"
        if let known = question.authority.reviewing.report(of: year, by: question.serviceDay) {
            (command.day, command.place) = ("\(known.day)", known.place)
            command.presented = known.presented.map { "\($0)" } ?? ""
        }
        return command
    }
}
