import Casework
import HTML

/// What a decision rests on, and what rests on a plan.
struct PlanUsedParts {
    let child: ChildRecord
    let record: HeldRecord

    func draw(into page: inout Writer) {
        if record.kind.saysPlanUsed { used(into: &page) }
        let decisions = child.decisions(restingOn: record)
        guard !decisions.isEmpty else { return }
        page.p("Decisions that rest on this plan:", .class("govuk-body"))
        page.ul(.class("govuk-list tl-do")) { list in
            for decision in decisions { list.li { link(decision, into: &$0) } }
        }
    }

    private func used(into page: inout Writer) {
        guard let plan = child.planUsed(by: record) else { return }
        page.p(.class("govuk-body")) { line in
            line.text("It rests on the ")
            link(plan, into: &line)
            if let newer = child.newerPlan(than: plan, before: record) {
                line.text(", though there was a newer one: the ")
                link(newer, into: &line)
            }
            line.text(".")
        }
    }

    private func link(_ held: HeldRecord, into line: inout Writer) {
        line.a(
            .signed(child.id, held.origin.event), "\(held.kind.title.lowercased()) of \(held.day.inWords)",
            .class("govuk-link"))
    }
}
