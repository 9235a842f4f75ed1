import Access
import Casework
import Days
import HTML
import Measures
import Service

/// The service's report of a year, drawn by rule from its plan and the records, for the public: no number below ten, and
/// nobody's name.
struct ReviewingReportPage {
    let year: CollectionYear
    /// As at the last day of the year.
    let standing: ReviewingStanding
    let question: Question
    let visit: Visit
    let paper: PaperLink

    func bytes() -> [UInt8] {
        let names = NamesHere(question.authority)
        return visit.frame.page(title: "Report of the reviewing service, \(year)") { main in
            main.p(.class("tl-do")) { $0.a(.reviewingService, "Reviewing service", .class("govuk-back-link")) }
            main.h1(.class("govuk-heading-l")) { h1 in
                h1.span("Independent reviewing service", .class("govuk-caption-l"))
                h1.text("Report of \(year)")
            }
            main.p(
                "Every child who is looked after has an independent reviewing officer, who sees that the plan is right for the child and is carried out. This says how well the service did that from \(year.firstDay.inWords) to \(standing.records.asAt.inWords). Numbers below ten are not given, so that nobody can be known by them.",
                .class("govuk-body"))
            paper.draw(into: &main)
            summary(into: &main)
            for one in standing.functions { function(one, names, into: &main) }
            if visit.viewer.may(.planReviewing), visit.asked("pdf") == nil {
                ReviewingPublishedPage(.toWrite(year, question), question, visit).draw(into: &main)
            }
        }
    }

    private func summary(into page: inout Writer) {
        page.h2("In short", .class("govuk-heading-m"))
        page.p(
            "Of \(standing.functions.count) things that the service is there to do, the records show that \(standing.count(.met)) were done; \(standing.count(.notMet)) were not, or not for every child; of \(standing.count(.unknown)) they cannot say.",
            .class("govuk-body"))
        if !standing.hasPlanOfTheYear {
            let last = standing.plan.map { " What is said of the service below is from its plan of \($0.year)." } ?? ""
            page.p("The service had no plan of this year.\(last)", .class("govuk-body"))
        }
    }

    private func function(_ one: FunctionStanding, _ names: NamesHere, into page: inout Writer) {
        page.h2(one.function.title, .class("govuk-heading-s govuk-!-margin-bottom-1"))
        page.p("\(one.title).\(one.said.map { " " + $0 } ?? "")", .class("govuk-body govuk-!-margin-bottom-1"))
        if let how = one.how {
            page.p("What the service does: \(names.without(how))", .class("govuk-body govuk-!-margin-bottom-1"))
        }
        page.ul(.class("govuk-list govuk-list--bullet")) { list in
            for (row, count) in one.rows {
                list.li("\(row.title). \(row.isUnseen ? "No record shows it." : count.inPublic)")
            }
            for action in one.actions {
                if action.isOpen(on: standing.day) {
                    list.li("Still to do, by \(action.due.inWords): \(names.without(action.what)).")
                } else {
                    list.li(
                        "Done: \(names.without(action.what)). What it changed for children: \(names.without(action.changed))"
                    )
                }
            }
        }
    }
}

/// In the place of the report of a year that the records do not speak of to its end.
struct ReviewingReportToCome {
    let year: CollectionYear
    let question: Question
    let visit: Visit

    func reply() -> Reply {
        visit.page("Report of the reviewing service, \(year)") { main in
            main.a(.reviewingService, "Reviewing service", .class("govuk-back-link"))
            main.h1("Report of \(year)", .class("govuk-heading-l"))
            main.p(
                "It is drawn as at \(year.lastDay.inWords), and will be here once the records speak for that day. They speak up to \(question.asAt.inWords).",
                .class("govuk-body"))
            // It may be public before the records here are up to date.
            if visit.viewer.may(.planReviewing), year.lastDay < question.serviceDay {
                ReviewingPublishedPage(.toWrite(year, question), question, visit).draw(into: &main)
            }
        }
    }
}
