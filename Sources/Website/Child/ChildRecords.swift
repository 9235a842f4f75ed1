import Casework
import Days
import HTML
import Service

/// What people signed about the child, by its kind: latest first, each leading to the record as it was written.
extension ChildView {
    func plans(into page: inout Writer) {
        page.h2("Assessments and plans", .class("govuk-heading-m"))
        let kinds = ChildTab.planned
        if !record.records.contains(where: { kinds.contains($0.kind) }) {
            page.p("None is recorded here by \(child.day.inWords).", .class("govuk-body"))
        }
        audit(into: &page)
        signed("Assessments and plans", kinds, into: &page)
        headed("Decisions of managers", [.managementDecision], into: &page)
        needsLeft(into: &page)
        whoDecides(into: &page)
        whoAgrees(into: &page)
    }

    /// What is written for court and on legal planning, after what the child is looked after under.
    func legalRecords(into page: inout Writer) {
        headed("Legal planning and statements", [.legalPlanning, .courtStatement], into: &page)
        consents(into: &page)
    }

    /// Each review that was held, told by a return or written down here: what it decided, and what is past its day of that.
    func reviews(into page: inout Writer) {
        concerns(into: &page)
        page.h2("Reviews held", .class("govuk-heading-m"))
        page.p(.class("govuk-body tl-do")) {
            $0.a(.reviewBrief(record.id), "Brief for the next review", .class("govuk-link"))
        }
        contributions(into: &page)
        guard !child.reviews.isEmpty else {
            return page.p("None is recorded by \(child.day.inWords).", .class("govuk-body"))
        }
        page.table(
            "Reviews, latest first", ["Held on", "How the child took part", "What it decided", "Past its day"],
            numbers: ["Past its day"]
        ) { body in
            for review in child.reviews.reversed() {
                let held = record.records.last { $0.kind == .review && $0.day == review.day }
                body.tr(.class("govuk-table__row")) { row in
                    if let held { link(to: held, into: &row) } else { row.cell(review.day) }
                    row.cell(review.review.participation.meaning)
                    decided(at: held, into: &row)
                }
            }
        }
        whoWasThere(into: &page)
    }

    /// What the child had to say to each, before it.
    private func contributions(into page: inout Writer) {
        if mayRecord(.reviewContribution) {
            page.p(.class("govuk-body tl-do")) {
                $0.a(
                    .recording(record.id, .reviewContribution), "Write down what the child says to it",
                    .class("govuk-link"))
            }
        }
        let said = record.records.filter { $0.kind == .reviewContribution }.compactMap(ReviewContribution.init)
        guard !said.isEmpty else { return }
        page.table("What the child said to their reviews, latest first", ["On", "How", "Taking part"]) { body in
            for one in said.reversed() {
                body.tr(.class("govuk-table__row")) { row in
                    row.td(.class("govuk-table__cell")) {
                        $0.a(.signed(record.id, one.origin.event), one.on.inWords, .class("govuk-link"))
                    }
                    row.cell(one.way.words.capitalised)
                    row.cell((one.takingPart?.words ?? "not said").capitalised)
                }
            }
        }
    }

    private func decided(at held: HeldRecord?, into row: inout Writer) {
        let decisions = held.map { held in
            record.thread.decisions.filter { $0.origin.event == held.origin.event }
        }
        let late = decisions?.count { !$0.isEnded && $0.due < child.day } ?? 0
        let words =
            switch decisions?.count {
            case nil: "not recorded here"
            case 0?: "nothing"
            case 1?: "1 decision"
            case let count?: "\(count) decisions"
            }
        row.cell(words)
        row.td(late == 0 ? "" : "\(late)", .class("govuk-table__cell govuk-table__cell--numeric"))
    }

    private func headed(_ title: String, _ kinds: [RecordKind], into page: inout Writer) {
        guard record.records.contains(where: { kinds.contains($0.kind) }) else { return }
        page.h2(title, .class("govuk-heading-m"))
        signed(title, kinds, into: &page)
    }

    private func signed(_ title: String, _ kinds: [RecordKind], into page: inout Writer) {
        let signed = record.records.filter { kinds.contains($0.kind) }.reversed()
        guard !signed.isEmpty else { return }
        page.table("\(title), latest first", ["Of", "What"]) { body in
            for held in signed {
                body.tr(.class("govuk-table__row")) { row in
                    link(to: held, into: &row)
                    row.cell(held.kind.title + said(held))
                }
            }
        }
    }

    func visits(into page: inout Writer) {
        page.h2("Visits", .class("govuk-heading-m"))
        let visits = record.records.filter { $0.kind == .visit }.reversed()
        guard !visits.isEmpty else {
            return page.p("No visit is recorded here by \(child.day.inWords).", .class("govuk-body"))
        }
        page.table("Visits, latest first", ["On", "Seen", "Where", "What followed"]) { body in
            for visit in visits {
                body.tr(.class("govuk-table__row")) { row in
                    link(to: visit, into: &row)
                    row.cell(seen(visit))
                    row.cell(place(visit))
                    row.cell(followed(visit))
                }
            }
        }
    }

    private func link(to held: HeldRecord, into row: inout Writer) {
        row.td(.class("govuk-table__cell")) {
            $0.a(.signed(record.id, held.origin.event), held.day.inWords, .class("govuk-link"))
        }
    }

    /// What tells one plan from another at a glance.
    private func said(_ held: HeldRecord) -> String {
        switch (held.kind, held[.assessmentType], held.day(.placementFrom)) {
        case (.assessment, .choice(let name)?, _):
            ": \(name.replacing("_", with: " "))\(record.assessmentWork(of: held.origin.event).map { "; \($0.standing.words)" } ?? "")\(audited(held))"
        case (.assessmentStart, .choice(let name)?, _) where held.says(.notNeededBecause):
            ": \(name.replacing("_", with: " ")), not needed any more"
        case (.assessmentStart, .choice(let name)?, _):
            ": \(name.replacing("_", with: " ")), to be finished by \(held.day(.target)?.inWords ?? "a day not said")"
        case (.assessmentApproval, _, _):
            ": \(held.isChoice(.managersAnswer, "approved") ? "approved" : "sent back"), the assessment of \(held.day(.assessedOn)?.inWords ?? "a day not said")"
        case (.assessmentAudit, _, _):
            ": the assessment of \(held.day(.assessedOn)?.inWords ?? "a day not said")\(grade(held))"
        case (.placementPlan, _, let from?): " of the placement from \(from.inWords)"
        default: ""
        }
    }

    /// What an auditor found an assessment to be worth; empty where none has said.
    private func audited(_ held: HeldRecord) -> String {
        record.standingAudit(of: held).map { "; audited on \($0.on.inWords): \($0.gradeInWords)" } ?? ""
    }

    private func grade(_ held: HeldRecord) -> String {
        record.audits.first { $0.origin.event == held.origin.event }.map { ": \($0.gradeInWords)" } ?? ""
    }

    private func seen(_ visit: HeldRecord) -> String {
        guard visit.isFlag(.seen, true) else { return "Not seen" }
        if visit.isChoice(.alone, "alone") { return "Seen alone" }
        return visit.says(.notAloneBecause) ? "Seen, not alone: the record says why" : "Seen"
    }

    private func place(_ visit: HeldRecord) -> String {
        guard case .choice(let name)? = visit[.place] else { return "not said" }
        return switch name {
        case "placement": "where they live"
        case "school": "school or nursery"
        case "family": "with their family"
        case "office": "our office"
        case "online": "by telephone or video"
        default: "somewhere else"
        }
    }

    private func followed(_ visit: HeldRecord) -> String {
        switch visit[.actions] {
        case .rows(let count, _)?: count == 1 ? "1 action" : "\(count) actions"
        case .noneBecause?: "nothing, and the record says why"
        default: "nothing is recorded"
        }
    }
}
