import Casework
import Days

/// Where the reviewing service stands, function by function: what its plan says, what the records show, and what is being
/// done until both agree.
public struct ReviewingStanding: Sendable {
    public let records: ReviewingRecords
    /// The version of the plan that stands on ``day``; nil where nobody signed one.
    public let version: ReviewingService.Held<ReviewingServicePlan>?
    public var plan: ReviewingServicePlan? { version?.value }
    /// The year that ``day`` is in. A plan of an earlier one stands until one of this is signed.
    public var year: CollectionYear { CollectionYear(containing: day) }
    public var hasPlanOfTheYear: Bool { plan?.year == year }
    /// The day that the plan and the report are asked about.
    public let day: Day
    public let capacity: ReviewingCapacity
    public let report: ReportStanding
    public let functions: [FunctionStanding]

    public init(_ records: ReviewingRecords, _ service: ReviewingService, on day: Day) {
        (self.records, self.day) = (records, day)
        let version = service.standing(on: day)
        let plan = version?.value
        let capacity = ReviewingCapacity(children: records.spread.allocated.count, plan: plan)
        let report = ReportStanding(service, on: day)
        functions = ReviewingFunction.allCases.map { function in
            let rows = ReviewingRow.rows(of: function).map { (row: $0, count: records[$0]) }
            let shown: (answer: ReviewingAnswer, words: String)? =
                switch function {
                case .enoughOfficers: (capacity.answer, capacity.words)
                case .annualReport: (report.answer, report.words)
                default: nil
                }
            return FunctionStanding(
                function: function, how: plan?.how(function), rows: rows, said: shown?.words,
                openConcerns: function == .concerns ? records.openConcerns : nil,
                answer: shown?.answer ?? .of(rows.map { $0.row.isUnseen ? .unknown : $0.count.answer }),
                actions: plan?.actions(for: function) ?? [])
        }
        (self.version, self.capacity, self.report) = (version, capacity, report)
    }

    public func count(_ answer: ReviewingAnswer) -> Int { functions.count { $0.answer == answer } }
    public var actionsPast: [ReviewingAction] { plan?.actions.filter { $0.isPast(on: day) } ?? [] }

    /// Whether nothing falls short: a plan of the year stands, no function is unmet, nothing is past its day.
    public var holds: Bool { hasPlanOfTheYear && count(.notMet) == 0 && actionsPast.isEmpty }
}

/// One function beside what is said of it and done about it.
public struct FunctionStanding: Sendable {
    public let function: ReviewingFunction
    /// What the plan says; nil where no plan does.
    public let how: String?
    public let rows: [(row: ReviewingRow, count: ReviewingCount)]
    /// What is shown of it that is of the service and of no child, in a sentence; nil where it is shown by ``rows``.
    public let said: String?
    /// Those that are open, where it is about concerns. They are few, and go into no public report.
    public let openConcerns: OpenConcerns?
    public let answer: ReviewingAnswer
    /// In the order of the plan, done ones too.
    public let actions: [ReviewingAction]

    /// The answer in words: what is not owed child by child is not met, and not for some.
    public var title: String { answer == .notMet && rows.isEmpty ? "Not met" : answer.title }

    /// Whether it is not met, and nothing is being done about it.
    public func isLeft(on day: Day) -> Bool { answer == .notMet && !actions.contains { $0.isOpen(on: day) } }
}

/// The report of the last year that is over.
public struct ReportStanding: Hashable, Sendable {
    public let year: CollectionYear
    /// By when that year’s plan says that it is published; nil where no plan does.
    public let due: Day?
    public let published: ReviewingReportPublished?
    public let isLate: Bool

    init(_ service: ReviewingService, on day: Day) {
        let year = CollectionYear(containing: day).previous
        (self.year, due) = (year, service.plan(of: year, by: day)?.reportDue)
        published = service.report(of: year, by: day)
        isLate = published == nil && (due.map { $0 < day } ?? false)
    }

    /// Met where it was published and those who are corporate parents had it.
    public var answer: ReviewingAnswer {
        if let published { return published.presented == nil ? .unknown : .met }
        return isLate ? .notMet : .unknown
    }

    /// In one sentence.
    public var words: String {
        if let published {
            let board =
                published.presented.map { "was before the corporate parenting board on \($0.inWords)" }
                ?? "nobody has written down yet when the corporate parenting board had it"
            return
                "The report of \(year) was published on \(published.day.inWords); it \(published.presented == nil ? "is public, and " : "")\(board)."
        }
        guard let due else { return "No report of \(year) is known here, nor by when there was to be one." }
        return isLate
            ? "The report of \(year) was to be published by \(due.inWords), and was not."
            : "The report of \(year) is to be published by \(due.inWords)."
    }
}
