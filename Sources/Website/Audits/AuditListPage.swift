import Access
import Casework
import Days
import HTML
import Measures

/// The audits behind a number, some at a time, the latest first.
struct AuditListPage {
    let visit: Visit
    let board: AuditBoard
    let asked: AuditQuery
    private let listed: [AuditedAssessment]
    private let paging: Paging

    init(_ visit: Visit, _ board: AuditBoard, _ asked: AuditQuery) {
        (self.visit, self.board, self.asked) = (visit, board, asked)
        listed = board.listed(asked)
        paging = Paging(listed.count, by: 50, visit)
    }

    func reply() -> Reply {
        let shown = Array(paging.shown(of: listed))
        let title = asked.title(assessor: listed.first?.assessor.title)
        return visit.page("\(title) – audits of assessments") { main in
            main.a(visit.keepingDay(.audits), "Audits of assessments", .class("govuk-back-link"))
            main.h1(title, .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.text("\(listed.count) \(listed.count == 1 ? "audit" : "audits") from ")
                p.text(board.audits.period.start)
                p.text(" to ")
                p.text(board.audits.period.end)
                p.text(", the latest first. What became of the plan is as at that last day.")
            }
            AuditTable(visit: visit, board: board, part: asked.part).draw(shown, title, into: &main)
            main.pages(paging, "Pages of audits") {
                visit.keepingDay(.audits(asked)).query("page", "\($0)")
            }
        }.showing(shown.map(\.child).unique)
    }
}

/// Audits, a row each: of which child and day, who wrote the assessment where the viewer may know, the grade, and what became of
/// the plan.
struct AuditTable {
    let visit: Visit
    let board: AuditBoard
    /// Which part's grade stands there; the whole's, where none is named.
    let part: AuditedPart?

    func draw(_ audits: [AuditedAssessment], _ caption: String, into page: inout Writer) {
        guard !audits.isEmpty else { return page.p("No audit.", .class("govuk-body")) }
        let graded = part.map { "Grade: \($0.title.lowercasedFirst)" } ?? "Grade"
        let headings = [
            "Child", "Assessed on", "Who assessed", graded, "Audited on", "What became of the plan",
        ]
        page.cards(caption, headings) { body in
            for one in audits { body.card { row(one, headings, into: &$0) } }
        }
    }

    private func row(_ one: AuditedAssessment, _ headings: [String], into row: inout Writer) {
        let child = board.question.authority[one.child]?.identity.title ?? ""
        row.cardHead { $0.a(visit.frame.record(one.child), child, .class("govuk-link")) }
        row.cardCell(headings[1]) { cell in
            link(
                .signed(one.child, one.assessment.origin.event), one.audit.assessed, "the assessment of \(child)", &cell
            )
        }
        row.cardCell(headings[2], board.mayName(one.assessor) ? one.assessor.title : "not known to be of your team")
        row.cardCell(headings[3], one.grade(part)?.title ?? "not graded")
        row.cardCell(headings[4]) { cell in
            link(.signed(one.child, one.audit.origin.event), one.audit.on, "the audit of \(child)", &cell)
        }
        row.cardCell(headings[5], became(one.plan))
    }

    /// `2 of 3 needs answered; 1 of 1 actions done; 0 of 1 outcomes better`: of the actions that have ended or whose day has come, and of the
    /// outcomes that were measured.
    private func became(_ plan: PlanCounts) -> String {
        guard plan.needs > 0 else { return "no need found" }
        func share(_ some: Int, _ all: Int, _ what: String) -> String? { all == 0 ? nil : "\(some) of \(all) \(what)" }
        return [
            share(plan.answered, plan.needs, "needs answered"), share(plan.done, plan.due, "actions done"),
            share(plan.better, plan.measured, "outcomes better"),
        ].compactMap { $0 }.joined(separator: "; ")
    }

    private func link(_ link: Link, _ day: Day, _ what: String, _ cell: inout Writer) {
        cell.a(link, .class("govuk-link")) { words in
            words.text(day)
            words.span(" (\(what))", .class("govuk-visually-hidden"))
        }
    }
}
