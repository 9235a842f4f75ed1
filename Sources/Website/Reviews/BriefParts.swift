import Access
import Casework
import Days
import HTML
import Oversight
import Service
import Standards

extension Link {
    static func reviewBrief(_ child: ChildID) -> Link { Link("children", child.description, "review-brief") }
}

extension Site {
    /// What the next review has before it.
    var briefRoutes: [Route] {
        [
            .get("/children/:id/review-brief", .child(.seeChild)) { visit in
                guard let child = visit.child, let brief = ReviewBrief(visit) else { return .notFound }
                let words = try await records.viewWords(of: child.id)
                let accounts = brief.answered.isEmpty ? [:] : try await gate.people()
                return visit.page("Brief for the review – \(child.identity.title)") { main in
                    main.h1("Brief for the review", .class("govuk-heading-l"))
                    main.p(.class("govuk-body")) { p in
                        p.a(.child(child.id), child.identity.title, .class("govuk-link"))
                        p.text(". It writes itself from what is recorded, and knows nothing else.")
                    }
                    BriefParts(brief: brief, child: child.id, words: words, accounts: accounts).draw(into: &main)
                }
            }
        ]
    }
}

extension ReviewBrief {
    /// As at the last thing that is known of the child.
    init?(_ visit: Visit) {
        guard let question = visit.question, let child = visit.child else { return nil }
        let day = max(question.asAt, child.records.last?.day ?? question.asAt)
        let asAt = ChildAsAt(child, day)
        self.init(
            asAt, duties: Catalogue.duties(of: asAt, question.context), joins: question.joins(of: asAt))
    }
}

/// The brief as a page shows it, alone or beside the review's form.
struct BriefParts {
    let brief: ReviewBrief
    let child: ChildID
    /// What the child said, by the name of the view; without them, the days alone.
    var words: [ItemID: String] = [:]
    /// Who answered what is to be joined up; without them, that somebody did.
    var accounts: [String: Account]?

    func draw(into page: inout Writer) {
        page.p(
            (brief.last.map { "The last review on record was on \($0.inWords). " } ?? "No review is on record. ")
                + "\(brief.asking) \(brief.asking == 1 ? "thing asks" : "things ask") for an answer of \(brief.asking == 1 ? "its" : "their") own.",
            .class("govuk-body"))
        list("What was decided before", brief.decisions, none: "No decision is open.", into: &page)
        list("Open risks", brief.risks, none: "No risk is recorded as open.", into: &page)
        if !brief.concerns.isEmpty {
            list("What the reviewing officer is concerned about", brief.concerns, none: "", into: &page)
        }
        list("Health", brief.health, none: "Nothing of health is recorded here.", into: &page)
        contribution(into: &page)
        list("What the child has said", brief.views, none: "Nothing since the last review.", into: &page)
        list("Past its day", brief.overdue, none: "Nothing that the record can show.", into: &page)
        answered(into: &page)
    }

    /// What the child had to say to this review: when, how, and how they want to take part. The words are among the views.
    private func contribution(into page: inout Writer) {
        page.h2("The child’s own contribution", .class("govuk-heading-m"))
        guard let said = brief.contribution else {
            return page.p("None is recorded since the last review.", .class("govuk-body"))
        }
        page.p(.class("govuk-body")) { p in
            p.a(.signed(child, said.origin.event), "Of \(said.on.inWords)", .class("govuk-link"))
            p.text(
                ", \(said.way.words). The child \(said.takingPart?.words ?? "has not said whether they want to be there")."
            )
            if said.saysWhom { p.text(" It says whom they want there, and whom not.") }
            if let code = said.withoutTheChild {
                p.text(" Where the meeting is held without them, the return says “\(code.meaning)”.")
            }
        }
    }

    /// What the team answered instead of mending it. It is there for the reviewing officer, and for whoever reads the brief.
    private func answered(into page: inout Writer) {
        guard !brief.answered.isEmpty else { return }
        page.h2("Put off, or said not to be so", .class("govuk-heading-m"))
        page.ul(.class("govuk-list tl-duties")) { list in
            for found in brief.answered {
                list.li { item in
                    item.strong(found.title)
                    item.p(MarkedText(found.facts.joined(separator: " ")))
                    item.joinState(found, JoinWords(accounts))
                    item.p(.class("tl-since")) {
                        $0.a(JoinLinks.thread(found), "See it in the thread", .class("govuk-link"))
                    }
                }
            }
        }
    }

    private func list(_ title: String, _ lines: [ReviewBrief.Line], none: String, into page: inout Writer) {
        page.h2(title, .class("govuk-heading-m"))
        guard !lines.isEmpty else { return page.p(none, .class("govuk-body")) }
        page.ul(.class("govuk-list tl-duties")) { list in
            for line in lines {
                list.li { item in
                    item.strong(MarkedText(line.title))
                    if let said = line.about.flatMap({ words[$0] }) {
                        item.p(MarkedText("“\(said)”"), .class("tl-said"))
                    }
                    item.p(line.state)
                    item.p(.class("tl-since")) { p in
                        if line.asksForAnAnswer { p.text("Asks for an answer of its own. ") }
                        if let record = line.record { p.a(.signed(child, record), "Read it", .class("govuk-link")) }
                    }
                }
            }
        }
    }
}
