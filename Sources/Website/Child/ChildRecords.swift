import Casework
import Days
import HTML
import Service

/// What people signed about the child, by its kind: latest first, each leading to the record as it was written.
extension ChildView {
    func plans(into page: inout Writer) {
        page.h2("Assessments and plans", .class("govuk-heading-m"))
        let signed = record.records.filter { ChildTab.planned.contains($0.kind) }.reversed()
        guard !signed.isEmpty else {
            return page.p("None is recorded here by \(child.day.inWords).", .class("govuk-body"))
        }
        page.table("Assessments and plans, latest first", ["Of", "What"]) { body in
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
        case (.assessment, .choice(let name)?, _): ": \(name.replacing("_", with: " "))"
        case (.placementPlan, _, let from?): " of the placement from \(from.inWords)"
        default: ""
        }
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
