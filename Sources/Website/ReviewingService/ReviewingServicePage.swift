import Access
import Casework
import Days
import HTML
import Measures
import Service
import Standards

/// Where the reviewing service stands, function by function: what its plan says, what the records show, and what is being
/// done until it holds. Every number opens the children behind it.
struct ReviewingServicePage {
    let standing: ReviewingStanding
    let question: Question
    let visit: Visit

    private var day: Day { standing.day }
    private var hidden: Set<ChildID> { visit.sight(question, .findChildren).hidden }

    func reply() -> Reply {
        let hidden = hidden
        return visit.page("Reviewing service") { main in
            if visit.asked("signed") != nil { main.doneBanner("The plan is signed. This version stands now.") }
            if visit.asked("published") != nil { main.doneBanner("Written down.") }
            main.h1("The reviewing service", .class("govuk-heading-l"))
            plan(into: &main)
            summary(into: &main)
            past(into: &main)
            capacity(hidden, into: &main)
            for one in standing.functions {
                FunctionPart(one: one, day: day, hidden: hidden, visit: visit).draw(into: &main)
            }
        }
    }

    private func plan(into page: inout Writer) {
        if let version = standing.version {
            page.p("The plan of \(version.value.year), \(version.signing).", .class("govuk-body"))
        }
        if !standing.hasPlanOfTheYear {
            page.div(.class("govuk-inset-text")) { inset in
                inset.p(
                    "No plan of \(standing.year) is signed\(standing.plan == nil ? "" : " yet, so the last one stands"). The IRO manager writes it: who there is to do the work, how each function below is met here, and what is being done where it is not.",
                    .class("govuk-body"))
            }
        }
        page.p(.class("govuk-body")) { line in
            if visit.viewer.may(.planReviewing) {
                line.a(
                    .reviewingPlan, standing.hasPlanOfTheYear ? "Change the plan" : "Write the plan",
                    .class("govuk-link"))
                line.text(" · ")
            }
            if !question.authority.reviewing.plans.isEmpty {
                line.a(.reviewingVersions, "Every version, and what changed", .class("govuk-link"))
                line.text(" · ")
            }
            line.a(.reviewingReport, "The year’s report", .class("govuk-link"))
        }
    }

    private func summary(into page: inout Writer) {
        page.p(
            "In the twelve months to \(standing.records.asAt.inWords), as far as the records show: \(standing.count(.met)) of \(standing.functions.count) functions met, \(standing.count(.notMet)) not met for all, \(standing.count(.unknown)) not known.",
            .class("govuk-body"))
        page.details(.class("govuk-details")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("How a function is judged", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { text in
                text.p(
                    "What is owed to every child is met only where every child had it; one who did not makes it not met for all."
                )
                text.p(
                    "Where the record cannot say of one, or no record shows a part of it, it is not known. What the plan says is the service’s word, and changes no answer."
                )
                text.p(
                    "A function that is done on time and comes to nothing is not met: what was done stands beside when."
                )
            }
        }
    }

    private func past(into page: inout Writer) {
        let past = standing.actionsPast
        guard !past.isEmpty || standing.report.isLate else { return }
        page.h2("Past its day", .class("govuk-heading-m tl-rung"))
        page.ul(.class("govuk-list govuk-list--bullet")) { list in
            for action in past {
                list.li { item in
                    item.a(.reviewingAction(action), action.what, .class("govuk-link"))
                    item.text(", \(action.owner), by \(action.due.inWords): \(action.pastInWords(on: day)) ago")
                }
            }
            if standing.report.isLate { list.li(standing.report.words) }
        }
    }

    private func capacity(_ hidden: Set<ChildID>, into page: inout Writer) {
        let (capacity, spread) = (standing.capacity, standing.records.spread)
        page.h2("Officers and children", .class("govuk-heading-m"))
        page.dl(.class("govuk-summary-list")) { list in
            list.summaryRow(
                "Children for each full-time officer (K28)",
                capacity.words)
            list.summaryRow(
                "Full-time officers in post",
                capacity.inPost.map {
                    "\(FullTimePosts.text($0)) of \(FullTimePosts.text(capacity.established ?? 0)) posts"
                } ?? "Not known")
            row("Children with an officer", spread.allocated, hidden, "all", into: &list)
            row("Looked after, and no officer is known", spread.without, hidden, "none", into: &list)
        }
        guard !spread.officers.isEmpty else { return }
        page.details(.class("govuk-details")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("Children by officer", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { box in
                box.p("By name. It ranks nobody: officers work different hours, and children need different things.")
                box.table("Children by officer", ["Officer", "Children"], numbers: ["Children"]) { body in
                    let named = spread.officers.map { (question.name(of: $0.code), $0) }
                    for (name, officer) in named.sorted(by: { ($0.0, $0.1.code) < ($1.0, $1.1.code) }) {
                        body.tr(.class("govuk-table__row")) { row in
                            row.th(name, .scope(.row), .class("govuk-table__header"))
                            row.td(.class("govuk-table__cell govuk-table__cell--numeric")) {
                                number(officer.children, hidden, officer.code, " of \(name)", into: &$0)
                            }
                        }
                    }
                }
            }
        }
    }

    private func row(
        _ title: String, _ children: [ChildID], _ hidden: Set<ChildID>, _ officer: String, into list: inout Writer
    ) {
        list.div(.class("govuk-summary-list__row")) { row in
            row.dt(title, .class("govuk-summary-list__key"))
            row.dd(.class("govuk-summary-list__value")) {
                number(children, hidden, officer, ": \(title)", into: &$0)
            }
        }
    }

    private func number(
        _ children: [ChildID], _ hidden: Set<ChildID>, _ officer: String, _ about: String, into page: inout Writer
    ) {
        page.listed(
            children.count < Figure.smallestCell && children.contains(where: hidden.contains) ? nil : children.count,
            visit.keepingDay(.reviewingChildren).query("officer", officer), about)
    }
}

extension Writer {
    /// A number that opens its list; nought opens none. One that is not told says so.
    mutating func listed(_ number: Int?, _ link: Link, _ about: String) {
        guard let number else { return text("fewer than \(Figure.smallestCell)") }
        guard number > 0 else { return text(0) }
        a(link, .class("govuk-link")) { words in
            words.text(number)
            words.span(about, .class("govuk-visually-hidden"))
        }
    }
}
