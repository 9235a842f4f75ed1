import Casework
import HTML
import Oversight

/// What is to be audited, some at a time: the latest assessments that nobody has audited, the oldest first.
struct AuditsToDo {
    struct Line {
        let item: ToAudit
        let child: ChildRecord
        /// Why it is for another auditor; nil where it is for the viewer.
        let whyNot: String?
    }

    let lines: [Line]
    /// How many there are on all pages.
    let count: Int
    let paging: Paging
    static let pageSize = 20

    func draw(_ visit: Visit, into page: inout Writer) {
        page.h2("To audit", .class("govuk-heading-m tl-rung"), .id("to-audit"))
        guard count > 0 else {
            return page.p(
                "The latest assessment of every child who is looked after is audited, or there is none yet.",
                .class("govuk-body"))
        }
        page.p(
            "\(count) \(count == 1 ? "child’s latest assessment is" : "children’s latest assessments are") not audited, the oldest first. Nobody has to audit them all; the council decides how many.",
            .class("govuk-body"))
        page.ul(.class("tl-list")) { list in
            for line in lines { list.li { row(line, into: &$0) } }
        }
        page.pages(paging, "Pages of what is to be audited") {
            visit.keepingDay(.audits.query("page", "\($0)")).fragment("to-audit")
        }
    }

    private func row(_ line: Line, into item: inout Writer) {
        let title = "The assessment of \(line.item.assessment.day.inWords)"
        item.div { who in
            who.p(.class("tl-who")) {
                $0.a(.signed(line.child.id, line.item.assessment.origin.event), .class("govuk-link")) { words in
                    words.text(line.child.identity.title)
                    words.span(": \(title.lowercasedFirst)", .class("govuk-visually-hidden"))
                }
            }
        }
        item.div { what in
            what.p { $0.strong(title) }
            if let whyNot = line.whyNot { what.p("For somebody else: \(whyNot).", .class("tl-since")) }
        }
    }
}

extension Writer {
    /// How many assessments wait for whoever audits. It comes before no child on the ladder.
    mutating func assessmentsToAudit(_ count: Int, _ audits: Link) {
        guard count > 0 else { return }
        p(.class("govuk-body")) { line in
            line.text("For you to audit: ")
            line.a(
                audits, "\(count) \(count == 1 ? "assessment" : "assessments") that nobody has audited",
                .class("govuk-link"))
            line.text(".")
        }
    }
}
