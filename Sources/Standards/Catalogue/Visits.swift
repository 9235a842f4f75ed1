import Casework
import Days

/// Visits by the authority's representative: CPR 2010 reg 28. One rule replaces another, tested in the order of
/// ``VisitRule/order``; the first that fits a placement is the one that applies.
extension Catalogue {
    static let visits: [Standard] = VisitRule.order.map { rule in
        Standard(
            rule.id, rule.title, weight: .regulation, certainty: rule.certainty, source: .cpr2010(rule.regulation),
            populations: rule.populations, reads: [.episodes]
        ) { child, _, list in
            for placement in child.placements where VisitRule.rule(for: placement, of: child)?.id == rule.id {
                let stop = placement.closesCare ? child.stop(of: child.periods[placement.period]) : nil
                let due = rule.firstWithin.map { $0(placement.start.day) }
                if let stop, let due, stop.day <= due {
                    list.add(
                        trigger: placement.start, due: due, .notApplicable(stop.why),
                        because: .placement(placement.type))
                } else {
                    list.addUnknown(from: placement.start, due: due, .visits, because: .placement(placement.type))
                }
            }
        }
    }
}

/// Which visits a placement is owed.
struct VisitRule: Sendable {
    let id: String
    let title: String
    let regulation: String
    let certainty: Certainty
    let populations: Populations
    /// The last day of the first visit; nil where the rule gives none.
    let firstWithin: (@Sendable (Day) -> Day)?
    let fits: @Sendable (Placement, ChildAsAt) -> Bool

    /// The rule that a placement comes under.
    static func rule(for placement: Placement, of child: ChildAsAt) -> VisitRule? {
        order.first { $0.fits(placement, child) }
    }

    private static func status(_ placement: Placement, _ child: ChildAsAt) -> LegalStatus {
        child.legalStatus(on: placement.start.day) ?? LegalStatus(.blank)
    }

    /// Those that a return can tell apart, first match first. VI02, VI04, VI05 and VI08 turn on facts that no return holds
    /// (what the placement is meant to be, an assessment, who arranged it), so none of them is claimed.
    static let order: [VisitRule] = [
        VisitRule(
            id: "AD06", title: "Placed for adoption: visited within a week, then weekly until the first review",
            regulation: "AAR 2005 36(4)", certainty: .unverified, populations: .placedForAdoption,
            firstWithin: { $0 + 7 }, fits: { placement, _ in placement.type.isAdoptive }),
        VisitRule(
            id: "VI14", title: "Short breaks: first visit within three months, then every six", regulation: "48(3)(c)",
            certainty: .unverified, populations: .shortBreaks, firstWithin: { $0.adding(months: 3) },
            fits: { placement, child in child.isShortBreaks(placement.period) }),
        VisitRule(
            id: "VI15", title: "Remanded: visited within a week, then every six weeks", regulation: "47A–47F",
            certainty: .unverified, populations: .remandOrCustody, firstWithin: { $0 + 7 },
            fits: { placement, child in status(placement, child) == .remand }),
        VisitRule(
            id: "VI06", title: "With parents on an interim order: weekly until the first review, then every four weeks",
            regulation: "28(4)", certainty: .verified, populations: .atHomeOnAnOrder, firstWithin: { $0 + 7 },
            fits: { placement, child in
                placement.type.isWithParents && status(placement, child) == .interimCareOrder
            }),
        VisitRule(
            id: "VI07", title: "With parents on a care order: within a week, then every six weeks", regulation: "28(5)",
            certainty: .verified, populations: .atHomeOnAnOrder, firstWithin: { $0 + 7 },
            fits: { placement, child in placement.type.isWithParents && status(placement, child) == .careOrder }),
        VisitRule(
            id: "VI01", title: "Visited within a week of the placement, then every six weeks for the first year",
            regulation: "28(2)(a),(b)", certainty: .verified, populations: .lookedAfter, firstWithin: { $0 + 7 },
            fits: { _, _ in true }),
    ]
}
