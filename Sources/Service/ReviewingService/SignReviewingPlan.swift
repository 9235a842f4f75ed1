import Casework
import Days
import JournalStore

/// Writes down a version of the reviewing service’s plan, decided on what stands when it is written. The same version again
/// writes nothing, and no version takes the place of one that its writer has not seen.
public struct SignReviewingPlan: Sendable {
    public let plan: ReviewingPlanCommand
    public let basis: Basis
    public init(_ plan: ReviewingPlanCommand, on basis: Basis = .file) { (self.plan, self.basis) = (plan, basis) }

    /// What its writer had before them.
    public enum Basis: Hashable, Sendable {
        /// A form, drawn when this version was the last that had been written; nil where there was none.
        case version(EventID?)
        /// A file, which names no version: its day tells whether it is later than the one that stands.
        case file
    }

    /// The field of a refusal because another version was written meanwhile.
    public static let drawnField = "drawn"

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
        guard !isRehearsal else {
            if !stands(plan, in: known) { try checkBasis(of: plan, in: known) }
            return Outcome(plan: plan, event: nil)
        }
        let appended = try await journal.append(command, by: author, at: now) { transaction in
            let authority = try transaction.authority(from: known)
            plan = try decided(in: authority, at: now)
            if stands(plan, in: authority) { return }
            try checkBasis(of: plan, in: authority)
            try transaction.append(
                Proposed(
                    stream: .authority, occurred: Moment(plan.day), source: .recordedHere,
                    body: AuthorityEvent.reviewingPlanSigned(plan).body))
        }
        let event = appended.events?.lowerBound
        if appended.isRepeat {
            // The same form may have been sent again with other words.
            let authority = try await journal.authority(from: known)
            plan = try decided(in: authority, at: now)
            let written = authority.reviewing.plans.last { $0.event == event }?.value
            guard written.map({ $0 == plan }) ?? stands(plan, in: authority) else { throw Self.another }
        }
        return Outcome(plan: plan, event: event)
    }

    /// Whether the last version of its year says the same.
    private func stands(_ plan: ReviewingServicePlan, in authority: Authority) -> Bool {
        authority.reviewing.plans.last { $0.value.year == plan.year }?.value == plan
    }

    private func checkBasis(of plan: ReviewingServicePlan, in authority: Authority) throws {
        switch basis {
        case .version(let drawn):
            if authority.reviewing.plans.last?.event != drawn { throw Self.another }
        case .file:
            guard let last = authority.reviewing.plans.last(where: { $0.value.year == plan.year })?.value,
                plan.day < last.day
            else { return }
            throw RecordRefusals(
                one: RecordRefusal(
                    "day", "the version that stands is signed for \(last.day.inWords), which is later",
                    "sign what is to take its place for that day or a later one"))
        }
    }

    private static let another = RecordRefusals(
        one: RecordRefusal(
            drawnField, "another version was signed since this page was opened, and yours is not signed yet",
            "see below what changed, put into your words what is to stay, and sign again"))

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
