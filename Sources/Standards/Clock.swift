import Casework
import Days

/// What starts a standard's clock in a record, and what follows.
enum Clock: Sendable {
    /// Nothing that a return holds: what it would take.
    case none(String)
    /// Each occasion of these kinds.
    case on([Occasion.Kind], Answer)
    /// A cycle of reviews (``ReviewCycles``).
    case review(ReviewCycles.Place)
    case shortBreakReview
    /// The placements that come under a rule of ``VisitRule/order``.
    case visit

    /// In the words of the catalogue's table.
    var title: String {
        switch self {
        case .none(let why): "a return starts none: \(why)"
        case .on(let kinds, _): kinds.map(\.title).joined(separator: ", or ")
        case .review(.first): Occasion.Kind.careBegan.title
        case .review: Occasion.Kind.reviewHeld.title
        case .shortBreakReview: "a series of short breaks begins, or its review is held"
        case .visit: "a placement comes under it"
        }
    }
}

/// What an occasion gives a standard.
enum Answer: Sendable {
    /// A duty that no return can show done.
    case unseen(UnseenDuty)
    /// Whatever the function works out.
    case worked(@Sendable (Occasion, Walk, inout DutyList) -> Void)
}

/// The catalogue arranged by what starts each clock, so that a record is gone through once for all standards together.
struct Rota: Sendable {
    struct Row: Sendable {
        let standard: UInt16
        let inForce: DayInterval
        let answer: Answer
    }

    /// By the kind of occasion.
    private(set) var rows = [[Row]](repeating: [], count: Occasion.Kind.allCases.count)
    /// The standards of ordinary reviews, and the one of short breaks.
    private(set) var first: UInt16 = 0
    private(set) var second: UInt16 = 0
    private(set) var later: UInt16 = 0
    private(set) var shortBreaks: UInt16 = 0
    /// The standard of each rule of ``VisitRule/order``.
    let visits: [UInt16]

    init(_ standards: [Standard]) {
        visits = VisitRule.order.map { rule in UInt16(standards.firstIndex { $0.id == rule.id } ?? 0) }
        for (index, standard) in standards.enumerated() {
            let place = UInt16(index)
            switch standard.clock {
            case .on(let kinds, let answer):
                let row = Row(standard: place, inForce: standard.inForce, answer: answer)
                for kind in kinds { rows[kind.rawValue].append(row) }
            case .review(.first): first = place
            case .review(.second): second = place
            case .review(.later): later = place
            case .shortBreakReview: shortBreaks = place
            case .visit, .none: break
            }
        }
    }
}
