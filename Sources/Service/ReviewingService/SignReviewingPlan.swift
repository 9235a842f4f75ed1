import Casework
import Days
import JournalStore

/// Writes down a version of the reviewing service’s plan, decided on what stands when it is written. The same version again
/// writes nothing.
public struct SignReviewingPlan: Sendable {
    public let plan: ReviewingPlanCommand
    public init(_ plan: ReviewingPlanCommand) { self.plan = plan }

    public struct Outcome: Sendable {
        public let plan: ReviewingServicePlan
        /// Nil where it said nothing new, or was only tried.
        public let event: EventID?
    }

    /// - Parameter isRehearsal: Say what it would come to, and write nothing.
    /// - Throws: ``RecordRefusals`` with everything that is in the way; ``JournalError``. Nothing is written then.
    nonisolated(nonsending) public func run<Kept: Journal>(
        in journal: Kept, knowing known: Authority, command: CommandID, by author: Actor, at now: Instant,
        isRehearsal: Bool = false
    ) async throws -> Outcome {
        var plan = try decided(in: known, at: now)
        guard !isRehearsal else { return Outcome(plan: plan, event: nil) }
        let appended = try await journal.append(command, by: author, at: now) { transaction in
            let authority = try transaction.authority(from: known)
            plan = try decided(in: authority, at: now)
            guard authority.reviewing.plans.last(where: { $0.value.year == plan.year })?.value != plan else { return }
            try transaction.append(
                Proposed(
                    stream: .authority, occurred: Moment(plan.day), source: .recordedHere,
                    body: AuthorityEvent.reviewingPlanSigned(plan).body))
        }
        return Outcome(plan: plan, event: appended.events?.lowerBound)
    }

    private func decided(in authority: Authority, at now: Instant) throws -> ReviewingServicePlan {
        let year = CollectionYear(plan.year.trimmed)
        let known = authority.reviewing.plans.last { $0.value.year == year }?.value
        return try plan.decided(beside: known, names: NamesHere(authority), today: now.inLondon.day).get()
    }
}

/// Writes down that a year’s report was published, or that the board has had it since. The same again writes nothing.
public struct PublishReviewingReport: Sendable {
    public let report: ReviewingReportCommand
    public init(_ report: ReviewingReportCommand) { self.report = report }

    /// - Returns: the event it became; nil where it said nothing new.
    /// - Throws: ``RecordRefusals``; ``JournalError``. Nothing is written then.
    @discardableResult
    nonisolated(nonsending) public func run<Kept: Journal>(
        in journal: Kept, knowing known: Authority, command: CommandID, by author: Actor, at now: Instant
    ) async throws -> EventID? {
        let report = try report.decided(today: now.inLondon.day).get()
        let appended = try await journal.append(command, by: author, at: now) { transaction in
            let reports = try transaction.authority(from: known).reviewing.reports
            guard reports.last(where: { $0.value.year == report.year })?.value != report else { return }
            try transaction.append(
                Proposed(
                    stream: .authority, occurred: Moment(report.day), source: .recordedHere,
                    body: AuthorityEvent.reviewingReportPublished(report).body))
        }
        return appended.events?.lowerBound
    }
}
