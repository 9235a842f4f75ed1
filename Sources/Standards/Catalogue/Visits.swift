import Casework
import Days

/// Visits by the authority's representative: CPR 2010 regs 28 to 31. Which rule a placement comes under is
/// ``VisitRule/order``'s to say; here each stands in the order of the catalogue.
extension Catalogue {
    static let visits: [Standard] = [
        rule("VI01"), rule("VI02"), rule("VI03"),
        neverClaimed("VI04", "whether the child agrees; asked under VI02"),
        neverClaimed("VI05", "it does not say whether parents were assessed before; asked under VI06 and VI07"),
        rule("VI06"), rule("VI07"), rule("VI08"),
        .unstarted(
            "VI09", "Visited when child or carer reasonably asks", .regulation, .unverified, .cpr2010("28(7)(a)"),
            because: "it holds no requests"),
        .unstarted(
            "VI10", "Visited within a week of a notice about the home", .regulation, .unverified,
            .cpr2010("28(7)(b)"), because: "it holds no notices"),
        .worked("VI11", "Spoken with alone at every visit", .regulation, .verified, .cpr2010("29"), .visitMade) {
            occasion, walk, list in
            let visit = walk.child.record.records[occasion.index]
            let standing: Standing =
                if visit.isChoice(.alone, "alone") {
                    .met
                } else {
                    visit.says(.notAloneBecause) ? .lateWithReason(.reasonGiven) : .unknown(.visits)
                }
            list.add(trigger: occasion.trigger, due: occasion.day, standing, because: occasion.because)
        },
        .worked(
            "VI12", "A visit that shows the child is not safe leads to a review", .regulation, .verified,
            .cpr2010("30; 33(3)(b)"), .visitMade, alsoReads: [.reviews]
        ) { occasion, walk, list in
            guard walk.child.record.records[occasion.index].isFlag(.reviewAsked, true) else { return }
            let reviews = walk.child.reviews.map(\.day)
            let held = reviews.first { $0 >= occasion.day }
            // Before the day that the next review would have been due all the same: six months after the last, at most.
            let due = reviews.last { $0 < occasion.day }.map { $0.adding(months: 6) }
            let late = due.map { (held ?? walk.child.day) - $0 } ?? 0
            let standing: Standing =
                switch (held, late > 0) {
                case (nil, false): .due
                case (nil, true): .overdue(days: late)
                case (_?, false): .met
                case (_?, true): .metLate(days: late)
                }
            list.add(trigger: occasion.trigger, due: due, done: held, standing, because: occasion.because)
        },
        .worked(
            "VI13", "Each visit written up without delay, in 5 working days where the council sets no others",
            .regulation,
            .unverified, .cpr2010("31; 49"), .visitMade
        ) { occasion, walk, list in walk.writtenUp(occasion, &list) }
        .notAsking("advice and support between visits, of which no record tells"),
        rule("VI14"), rule("VI15"), rule("VI16"),
        .worked(
            "VI17", "Each visit has a purpose, the child’s words and what follows", .local, .secondary,
            Citation("Local aim"), .visitMade
        ) { occasion, walk, list in
            let visit = walk.child.record.records[occasion.index]
            let isWhole = visit.says(.purpose) && visit.says(.childsWords) && visit.says(.actions)
            let late = walk.child.day - occasion.day
            list.add(
                trigger: occasion.trigger, due: occasion.day, isWhole ? .met : late == 0 ? .due : .overdue(days: late),
                because: occasion.because)
        },
    ]

    /// A rule of ``VisitRule/order`` as a standard.
    static func rule(_ id: String) -> Standard { visit(id) { _ in .visit } }

    /// A rule that turns on something no return holds.
    private static func neverClaimed(_ id: String, _ why: String) -> Standard { visit(id) { _ in .none(why) } }

    private static func visit(_ id: String, _ clock: (VisitRule) -> Clock) -> Standard {
        let rule = VisitRule.order.first { $0.id == id } ?? VisitRule.order[VisitRule.order.count - 1]
        let clock = clock(rule)
        var reads: Set<Area> = [.episodes, .reviews, .recorded]
        if case .none = clock { reads = [] }
        // Custody asks the age of whoever leaves for it.
        if id == "VI16" { reads.insert(.identity) }
        return Standard(
            rule.id, rule.title, rule.weight, rule.certainty, rule.source, inForce: rule.inForce,
            populations: rule.populations, reads: reads, clock: clock)
    }
}
