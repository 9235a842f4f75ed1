import Access
import Casework
import Days
import HTML
import Service

/// Every version of the plans, the newest first, each with what it says differently from the one before it.
struct ReviewingVersionsPage {
    private typealias Version = ReviewingService.Held<ReviewingServicePlan>
    private let visit: Visit
    /// Each year's versions, the first written first.
    private let years: [(year: CollectionYear, versions: [Version])]

    /// Nil where there is none.
    init?(_ question: Question, _ visit: Visit) {
        let (service, day) = (question.authority.reviewing, question.serviceDay)
        years = Set(service.plans.map { $0.value.year }).sorted(by: >)
            .map { (year: $0, versions: service.versions(of: $0, by: day)) }.filter { !$0.versions.isEmpty }
        self.visit = visit
        if years.isEmpty { return nil }
    }

    func reply() -> Reply {
        visit.page("Versions of the plan") { main in
            main.a(.reviewingService, "Reviewing service", .class("govuk-back-link"))
            main.h1("Every version of the reviewing service’s plan", .class("govuk-heading-l"))
            for (year, versions) in years {
                for place in versions.indices.reversed() {
                    draw(versions, place, of: year, into: &main)
                }
            }
        }
    }

    private func draw(_ versions: [Version], _ place: Int, of year: CollectionYear, into page: inout Writer) {
        let plan = versions[place].value
        page.h2(
            "\(year), version \(place + 1), \(versions[place].signing)",
            .class("govuk-heading-m"))
        if place == versions.count - 1 { page.p("The last of this year.", .class("govuk-body")) }
        if place > 0 {
            page.h3("What changed from version \(place)", .class("govuk-heading-s"))
            page.planDifferences(plan.differences(from: versions[place - 1].value))
        }
        page.details(.class("govuk-details")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("All of version \(place + 1) of \(year)", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { box in whole(plan, into: &box) }
        }
    }

    private func whole(_ plan: ReviewingServicePlan, into box: inout Writer) {
        box.dl(.class("govuk-summary-list")) { list in
            list.summaryRow(
                "Full-time officers",
                "\(FullTimePosts.text(plan.inPost)) in post of \(FullTimePosts.text(plan.established))")
            list.summaryRow("Report by", plan.reportDue.inWords)
            for words in plan.functions {
                list.summaryRow(ReviewingFunction(rawValue: words.name)?.title ?? words.name, words.how)
            }
            for action in plan.actions { list.summaryRow("Action \(action.id)", action.sentence) }
        }
    }
}

extension Writer {
    /// What two versions of a plan say differently, each thing as it was and as it is now.
    mutating func planDifferences(_ differences: [PlanDifference]) {
        dl(.class("tl-difference")) { list in
            for difference in differences {
                list.dt(difference.title)
                list.dd { pair in
                    if let was = difference.was {
                        pair.p(.class("tl-was")) { p in
                            p.text("Was: ")
                            p.del(was)
                        }
                    }
                    pair.p(.class("tl-now")) { p in
                        p.text("Now: ")
                        if let now = difference.now { p.ins(now) } else { p.text("left out") }
                    }
                }
            }
        }
    }
}
