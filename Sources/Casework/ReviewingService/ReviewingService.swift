import Days

/// The reviewing service as the journal has it: every version of each year’s plan, and what was published, in the order that
/// they were written.
public struct ReviewingService: Hashable, Sendable {
    public struct Held<Value: Hashable & Sendable>: Hashable, Sendable {
        public let value: Value
        public let event: EventID
        /// Who wrote it down; nil where nobody said.
        public let author: Actor?

        /// Whether a program took it in: then whose word it is has not signed here.
        public var isTakenIn: Bool { author.map { $0.account == nil } ?? false }
    }

    public private(set) var plans: [Held<ReviewingServicePlan>] = []
    public private(set) var reports: [Held<ReviewingReportPublished>] = []

    init() {}

    mutating func add(_ plan: ReviewingServicePlan, by event: EventID, _ author: Actor?) {
        plans.append(Held(value: plan, event: event, author: author))
    }
    mutating func add(_ report: ReviewingReportPublished, by event: EventID, _ author: Actor?) {
        reports.append(Held(value: report, event: event, author: author))
    }

    /// The latest day that any of it is signed for; nil where nothing is.
    public var signedUntil: Day? { (plans.map(\.value.day) + reports.map(\.value.day)).max() }

    /// Every version of a year’s plan that was signed for a day up to `day`, the first written first.
    public func versions(of year: CollectionYear, by day: Day) -> [Held<ReviewingServicePlan>] {
        plans.filter { $0.value.year == year && $0.value.day <= day }
    }

    /// The plan of a year as it stands on a day: the last version that was written.
    public func plan(of year: CollectionYear, by day: Day) -> ReviewingServicePlan? {
        versions(of: year, by: day).last?.value
    }

    /// The version that stands on a day: of the year that the day is in or, until one of that is signed, of the last year before
    /// it that has one, so that nothing it promised is forgotten when the year turns.
    public func standing(on day: Day) -> Held<ReviewingServicePlan>? {
        let year = CollectionYear(containing: day)
        let years = plans.filter { $0.value.day <= day && $0.value.year <= year }.map(\.value.year)
        return years.max().flatMap { versions(of: $0, by: day).last }
    }

    public func plan(on day: Day) -> ReviewingServicePlan? { standing(on: day)?.value }

    /// What was published of a year, as it was last written.
    public func report(of year: CollectionYear, by day: Day) -> ReviewingReportPublished? {
        reports.last { $0.value.year == year && $0.value.day <= day }?.value
    }

    /// The years whose report was to be published by a day that has passed, and was not; the earliest first.
    public func reportsLate(on day: Day) -> [(year: CollectionYear, due: Day)] {
        Set(plans.map(\.value.year)).sorted().compactMap { year in
            guard let due = plan(of: year, by: day)?.reportDue, due < day, report(of: year, by: day) == nil else {
                return nil
            }
            return (year, due)
        }
    }

    /// What the version that was written last says differently from an earlier one; empty where that is not known.
    public func changes(since version: EventID?) -> [PlanDifference] {
        guard let last = plans.last?.value, let was = plans.last(where: { $0.event == version })?.value else {
            return []
        }
        return last.differences(from: was)
    }

    /// What of the plan that stands is past its day, the longest first.
    public func actionsPast(on day: Day) -> [ReviewingAction] {
        (plan(on: day)?.actions.filter { $0.isPast(on: day) } ?? []).sorted { ($0.due, $0.id) < ($1.due, $1.id) }
    }
}

extension ReviewingService.Held<ReviewingServicePlan> {
    /// For which day it is signed, and whose word it is: `signed for 12 May 2026 by Ruth Example`.
    public var signing: String {
        let day = "signed for \(value.day.inWords)"
        return isTakenIn
            ? "\(day), taken in from a file, on behalf of \(value.signedBy)" : "\(day) by \(value.signedBy)"
    }
}
