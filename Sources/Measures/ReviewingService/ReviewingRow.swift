import Casework
import Days
import Standards

/// One thing by which the records show whether a function of the reviewing service was met: for each child, or each time,
/// yes, no or not known.
public struct ReviewingRow: Sendable {
    /// As an address names it: `IR02`, or a name of its own.
    public let id: String
    public let function: ReviewingFunction
    public let title: String
    /// The standards of the catalogue that it reads; empty where it reads none.
    public let standards: [String]
    /// Whether it is asked as at the last day alone, and not of the twelve months.
    public let isOfOneDay: Bool
    let reads: Reads

    enum Reads: Sendable {
        /// Duties of these standards that fell due in the period.
        case duties(Set<UInt16>)
        /// A figure over the period.
        case figure(Indicator)
        /// Something that is worked out here, from the child on the day and those linked to it.
        case counted(@Sendable (ReviewingSubject, inout Tally) -> Void)
        /// No record here shows it.
        case unseen
    }

    private init(
        _ id: String, _ function: ReviewingFunction, _ title: String, _ standards: [String], _ reads: Reads,
        isOfOneDay: Bool = false
    ) {
        (self.id, self.function, self.title, self.standards, self.reads) = (id, function, title, standards, reads)
        self.isOfOneDay = isOfOneDay
    }

    /// Standards of the catalogue, by the title of the first unless another is given.
    static func standards(_ function: ReviewingFunction, _ ids: String..., title: String? = nil) -> ReviewingRow {
        let found = ids.compactMap { id in Catalogue.standards.firstIndex { $0.id == id }.map { UInt16($0) } }
        let own = found.first.map { Catalogue.standards[Int($0)].title } ?? ""
        return ReviewingRow(ids[0], function, title ?? own, ids, .duties(Set(found)))
    }

    static func figure(_ function: ReviewingFunction, _ indicator: Indicator) -> ReviewingRow {
        ReviewingRow(indicator.id, function, indicator.title, [], .figure(indicator))
    }

    static func counted(
        _ function: ReviewingFunction, _ id: String, _ title: String, _ standards: [String] = [],
        isOfOneDay: Bool = false, count: @escaping @Sendable (ReviewingSubject, inout Tally) -> Void
    ) -> ReviewingRow {
        ReviewingRow(id, function, title, standards, .counted(count), isOfOneDay: isOfOneDay)
    }

    /// What no record here shows, in words.
    static func unseen(_ function: ReviewingFunction, _ id: String, _ title: String) -> ReviewingRow {
        ReviewingRow(id, function, title, [], .unseen)
    }

    /// Whether no record here shows it, so that it is never met and never late.
    public var isUnseen: Bool { if case .unseen = reads { true } else { false } }

    /// The rows of a function, in the order of the table.
    public static func rows(of function: ReviewingFunction) -> [ReviewingRow] { all.filter { $0.function == function } }
}

extension ReviewingFunction {
    /// The row of the catalogue that it comes from, with its source, its weight and how sure we are of it.
    public var standard: Standard? {
        let id =
            switch self {
            case .appointed: "IR02"
            case .enoughOfficers: "IR09"
            case .speaksWithChild: "IR03"
            case .voice: "RI02"
            case .consulted: "IR04"
            case .reviews: "RV03"
            case .recordGiven: "IR08"
            case .betweenReviews: "IR10"
            case .concerns: "IR11"
            case .independentAdvice: "IR12"
            case .independence: "IR14"
            case .oneOfficer: "IR15"
            case .annualReport: "IR13"
            }
        return Catalogue.standards.first { $0.id == id }
    }
}
