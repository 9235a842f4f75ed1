import Casework
import Days

/// Which visits a child is owed where they live: one rule at a time, and one takes the place of another.
struct VisitRule: Sendable {
    /// What decides between the rules, at one moment.
    struct Situation {
        var type: PlacementType
        var status: LegalStatus
        var isShortBreaks = false
        /// The placement has lasted a year.
        var isPastAYear = false
        /// Sentenced to custody, having been accommodated under section 20.
        var isInCustody = false
    }

    let id: String
    let title: String
    let weight: Weight
    let certainty: Certainty
    let source: Citation
    let populations: Populations
    var inForce = DayInterval(from: .distantPast)
    /// The last day of the first visit, from the day the rule begins to apply; nil where the rule gives none.
    var firstWithin: (@Sendable (Day, Context) -> Day?)?
    /// The last day of the visit after one that was made; nil where the rule gives none.
    var nextAfter: (@Sendable (Day, Walk, Occasion) -> Day?)?
    /// The longest time between two visits that would do if what is missing were so, in months.
    var atMostMonths: Int?
    /// What a return does not hold and another rule would need, beside the visits themselves.
    var alsoMissing: Facts = []
    let fits: @Sendable (Situation) -> Bool

    /// The place in ``order`` of the first rule that fits; the last always does.
    static func place(for situation: Situation) -> Int {
        order.firstIndex { $0.fits(situation) } ?? order.count - 1
    }

    /// First match wins, in the order of the catalogue's §2.2, which is not the order of the ids.
    ///
    /// VI04 and VI05 turn on facts that no return holds (whether the child agrees; whether parents were assessed before),
    /// so they are never claimed. Past a year the interval turns on what the placement is meant to be: long-term fostering
    /// (U1, U4) is meant to last, and of any other that is not known, so that VI03, the shorter interval, is asked with
    /// that fact missing, and VI02 is not asked beside it.
    static let order: [VisitRule] = [
        VisitRule(
            id: "AD06", title: "Placed for adoption: visited within a week, then weekly until the first review",
            weight: .regulation, certainty: .unverified, source: Citation("AAR 2005", "reg 36(4)"),
            populations: .placedForAdoption, firstWithin: week,
            nextAfter: { $1.hasBeenReviewed(by: $0, $2) ? nil : $0 + 7 },
            fits: { $0.type.isAdoptive && !$0.isInCustody }),
        VisitRule(
            id: "VI14", title: "Short breaks: first visit within three months, then every six", weight: .regulation,
            certainty: .unverified, source: .cpr2010("48(3)(c)"), populations: .shortBreaks,
            firstWithin: { start, _ in start.adding(months: 3) },
            nextAfter: { visit, _, _ in visit.adding(months: 6) }, fits: { $0.isShortBreaks }),
        VisitRule(
            id: "VI15", title: "Remanded to youth detention: visited within a week, then every six weeks",
            weight: .regulation, certainty: .unverified, source: .cpr2010("47A–47F"), populations: .remandOrCustody,
            firstWithin: week, nextAfter: sixWeeks, fits: { $0.status == .remand && $0.type.isCustodial }),
        VisitRule(
            id: "VI16", title: "Sentenced to custody after section 20: visited within 10 working days, then regularly",
            weight: .regulation, certainty: .unverified,
            source: Citation("Visits to Former Looked After Children in Detention Regs 2010"),
            populations: [.remandOrCustody, .ceased], firstWithin: { $1.day(10, workingDaysAfter: $0) },
            fits: { $0.isInCustody }),
        VisitRule(
            id: "VI05",
            title: "With parents before they are assessed: weekly until the first review, then every six weeks",
            weight: .regulation, certainty: .verified, source: .cpr2010("28(3)"), populations: .atHomeOnAnOrder,
            fits: { _ in false }),
        VisitRule(
            id: "VI06",
            title:
                "With parents on an interim order, or with a carer approved for a time: weekly until the first review, then every four weeks",
            weight: .regulation, certainty: .verified, source: .cpr2010("28(4)"), populations: .atHomeOnAnOrder,
            firstWithin: week, nextAfter: { $0 + ($1.hasBeenReviewed(by: $0, $2) ? 28 : 7) },
            fits: { $0.type.isWithParents && $0.status == .interimCareOrder }),
        VisitRule(
            id: "VI07", title: "With parents on a care order: within a week of the order, then every six weeks",
            weight: .regulation, certainty: .verified, source: .cpr2010("28(5)"), populations: .atHomeOnAnOrder,
            firstWithin: week, nextAfter: sixWeeks, fits: { $0.type.isWithParents && $0.status == .careOrder }),
        VisitRule(
            id: "VI08",
            title:
                "In care and living where another body arranges, as in hospital or custody: within a week, then every six weeks",
            weight: .regulation, certainty: .verified, source: .cpr2010("28(6)"),
            populations: [.lookedAfter, .remandOrCustody], firstWithin: week, nextAfter: sixWeeks,
            fits: { $0.status.isInCare && ($0.type.isHospital || $0.type == "R5") }),
        VisitRule(
            id: "VI04", title: "Long-term fostering past a year, where the child agrees: every six months",
            weight: .regulation, certainty: .secondary, source: .cpr2010("28(3A)"), populations: .lookedAfter,
            inForce: .fromLongTermFostering, fits: { _ in false }),
        VisitRule(
            id: "VI02", title: "Past a year in a placement meant to last to 18: every three months",
            weight: .regulation, certainty: .verified, source: .cpr2010("28(2)(c)(i)"), populations: .lookedAfter,
            nextAfter: { visit, _, _ in visit.adding(months: 3) }, atMostMonths: 6, alsoMissing: .childsAgreement,
            fits: { $0.isPastAYear && $0.type.isLongTermFostering }),
        VisitRule(
            id: "VI03", title: "Past a year in any other placement: every six weeks", weight: .regulation,
            certainty: .verified, source: .cpr2010("28(2)(c)(ii)"), populations: .lookedAfter,
            nextAfter: sixWeeks, atMostMonths: 3, alsoMissing: .placementIntention, fits: { $0.isPastAYear }),
        VisitRule(
            id: "VI01", title: "Visited within a week of the placement, then every six weeks for the first year",
            weight: .regulation, certainty: .verified, source: .cpr2010("28(2)(a),(b)"), populations: .lookedAfter,
            firstWithin: week, nextAfter: sixWeeks, fits: { _ in true }),
    ]

    /// Within a week of a day: that day and the seven after it.
    private static let week: @Sendable (Day, Context) -> Day? = { start, _ in start + 7 }

    private static let sixWeeks: @Sendable (Day, Walk, Occasion) -> Day? = { visit, _, _ in visit + 42 }

    /// VI01's week runs from the start of a placement, every other rule's from the day it begins to apply.
    var isFromPlacementStart: Bool { id == "VI01" }
}

extension DayInterval {
    /// Since the regulations know long-term foster placements. Source: SI 2015/495.
    static let fromLongTermFostering = DayInterval(from: Day(uncheckedYear: 2015, month: 4, day: 1))
}
