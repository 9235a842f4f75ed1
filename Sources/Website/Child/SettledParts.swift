import Casework
import Days
import HTML

/// What is settled with the people around the child, each row leading to the record that says it and why.
extension ChildView {
    /// Needs of which a plan in force says why nothing is done.
    func needsLeft(into page: inout Writer) {
        let left = record.thread.needs.compactMap { need in
            need.isOpen(on: child.day) && !record.thread.isAnswered(need.id, on: child.day, byLiveOnly: false)
                ? record.reason(forLeaving: need).map { (need: need, plan: $0) } : nil
        }
        guard !left.isEmpty else { return }
        page.h2("Needs that the plan leaves", .class("govuk-heading-m"))
        page.table("Needs with no action, and where it is said why", ["Need", "Since", "Said in"]) { body in
            for one in left {
                body.tr(.class("govuk-table__row")) { row in
                    row.cell(MarkedText(one.need.what))
                    row.cell(one.need.since)
                    source(
                        one.plan.origin, "The \(one.plan.from.title.lowercased()) of \(one.plan.on.inWords)", into: &row
                    )
                }
            }
        }
    }

    /// Who decides what where the child lives now, by the last plan of that placement.
    func whoDecides(into page: inout Writer) {
        let start = child.currentPlacement?.start.day
        let plan = record.records.last { $0.kind == .placementPlan && start != nil && $0.day(.placementFrom) == start }
        guard let plan else { return }
        let decisions = record.thread.settled(by: plan)
        let said = decisions.compactMap { one in
            if case .decision(let matter, let decider) = one.what { (one, matter, decider) } else { nil }
        }
        guard !said.isEmpty else { return }
        page.h2("Who decides what", .class("govuk-heading-m"))
        page.p(.class("govuk-body")) { p in
            p.a(.signed(record.id, plan.origin.event), "The plan says why, and who is told", .class("govuk-link"))
        }
        page.table(
            "By the placement plan of \(plan.day.inWords)", ["About", "What", "Who decides"]
        ) { body in
            for (one, matter, decider) in said {
                body.tr(.class("govuk-table__row")) { row in
                    row.cell(matter.title)
                    row.cell(MarkedText(one.words))
                    row.cell(decider.title)
                }
            }
        }
        let missing = DelegatedMatter.needed.filter { matter in !said.contains { $0.1 == matter } }
        if !missing.isEmpty {
            page.p(
                "Not said: \(missing.map(\.title.lowercasedFirst).joined(separator: ", ")).",
                .class("govuk-inset-text"))
        }
    }

    /// What each person said to the latest care plan and to the latest placement plan.
    func whoAgrees(into page: inout Writer) {
        let plans = [RecordKind.carePlan, .placementPlan].compactMap { kind in record.records.last { $0.kind == kind } }
        let said = plans.flatMap { plan in
            record.thread.settled(by: plan).compactMap { one in
                if case .agreement(let role, let answer) = one.what { (one, role, answer) } else { nil }
            }
        }
        guard !said.isEmpty else { return }
        page.h2("Who agrees", .class("govuk-heading-m"))
        page.table("To the latest plans, by person", ["Who", "To the child", "What they said", "On", "Said in"]) {
            body in
            for (one, role, answer) in said {
                body.tr(.class("govuk-table__row")) { row in
                    row.cell(MarkedText(one.who))
                    row.cell(role.title)
                    row.cell(answer.title)
                    row.cell(one.on?.inWords ?? "")
                    source(one.origin, "The \(one.from.title.lowercased()) of \(one.since.inWords)", into: &row)
                }
            }
        }
    }

    /// Each thing that adult life needs, whether anything is said of it or not.
    func readiness(into page: inout Writer) {
        let said = record.thread.readiness
        guard !said.isEmpty else { return }
        page.h2("Ready for adult life", .class("govuk-heading-m"))
        page.table("One by one", ["What", "How it stands", "With whom", "By when", "Recorded"]) { body in
            for matter in ReadyMatter.allCases {
                body.tr(.class("govuk-table__row")) { row in
                    row.cell(matter.title)
                    guard let one = said[matter], case .readiness(_, let state) = one.what else {
                        row.cell("Nothing is said")
                        for _ in 0..<3 { row.cell("") }
                        return
                    }
                    row.cell(state.title)
                    row.cell(MarkedText(one.who))
                    row.cell(one.until.map { $0.inWords + ($0 < child.day ? ", which has passed" : "") } ?? "")
                    source(one.origin, one.since.inWords, into: &row)
                }
            }
        }
    }

    /// What was consented to, by whom and until when; what is over says so.
    func consents(into page: inout Writer) {
        let consents = record.thread.consents
        guard !consents.isEmpty else { return }
        page.h2("Consents", .class("govuk-heading-m"))
        page.table("Who has consented to what", ["To what", "Who", "Consent", "On", "Until", "Recorded"]) { body in
            for one in consents {
                guard case .consent(let matter, let answer) = one.what else { continue }
                body.tr(.class("govuk-table__row")) { row in
                    row.cell(MarkedText(matter.title + (one.words.isEmpty ? "" : ": " + one.words)))
                    row.cell(MarkedText(one.who))
                    row.cell(answer.title)
                    row.cell(one.on?.inWords ?? "")
                    row.cell(
                        one.until.map { $0.inWords + (one.holds(on: child.day) ? "" : ", which has passed") }
                            ?? "No end is said")
                    source(one.origin, one.since.inWords, into: &row)
                }
            }
        }
    }

    /// Who was at the latest review of which that is said.
    func whoWasThere(into page: inout Writer) {
        let told = record.thread.settled.filter { if case .attendance = $0.what { true } else { false } }
        // One may be signed after a later one.
        guard let day = told.map(\.since).max(), let last = told.last(where: { $0.since == day }) else { return }
        page.h2("Who was at the review of \(last.since.inWords)", .class("govuk-heading-m"))
        page.p(.class("govuk-body")) { p in
            p.a(.signed(record.id, last.origin.event), "The record of the review", .class("govuk-link"))
        }
        page.table("By person", ["Who", "To the child", "At the review"]) { body in
            for one in record.thread.settled where one.origin.event == last.origin.event {
                guard case .attendance(let role, let there) = one.what else { continue }
                body.tr(.class("govuk-table__row")) { row in
                    row.cell(MarkedText(one.who))
                    row.cell(role.title)
                    row.cell(there.title)
                }
            }
        }
    }

    private func source(_ origin: Origin, _ words: String, into row: inout Writer) {
        row.td(.class("govuk-table__cell")) {
            $0.a(.signed(record.id, origin.event), words, .class("govuk-link"))
        }
    }
}
