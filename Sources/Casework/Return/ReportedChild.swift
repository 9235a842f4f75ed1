import Days

/// What one return says of one child: facts as they were read, not yet compared with what is known.
public struct ReportedChild: Hashable, Sendable {
    /// The number the return knows the child by.
    public var ssda903: String
    /// Header's first, then any that another table gives instead.
    public var birthDates: [Day] = []
    public var sexes: [Sex] = []
    /// The `Header` row; nil where the child has none.
    public var details: ChildDetails?
    public var unaccompanied: ReportedUnaccompanied?
    public var episodes: [ReportedEpisode] = []
    public var reviews: [Review] = []
    public var missing: [ReportedMissing] = []
    public var outcomes: YearlyOutcomes?
    public var decisions: [ReportedDecision] = []
    public var match: AdoptionMatch?
    public var permanence: PreviousPermanence?
    public var contact: LeavingCareContact?
    public var socialWorkers: [ReportedAllocation] = []
    public var deprivations: [ReportedDeprivation] = []
    /// The child's rows, or rows with cells, that could not be used.
    public var setAside: [SetAside] = []

    public init(ssda903: String) { self.ssda903 = ssda903 }
}

/// That a child is an unaccompanied asylum seeker, until a day that may lie ahead or not be given.
public struct ReportedUnaccompanied: Hashable, Sendable {
    public var until: Day?
    public init(until: Day?) { self.until = until }
}

public struct ReportedEpisode: Hashable, Sendable {
    public var episode: Episode
    public var end: EpisodeEnd?
    public init(_ episode: Episode, end: EpisodeEnd?) { (self.episode, self.end) = (episode, end) }
}

public struct ReportedMissing: Hashable, Sendable {
    public var start: Day
    public var kind: MissingKind
    public var end: Day?
    public init(start: Day, kind: MissingKind, end: Day?) { (self.start, self.kind, self.end) = (start, kind, end) }
}

public struct ReportedDecision: Hashable, Sendable {
    public var decided: Day
    public var ceased: Day?
    public var reason: AdoptionCeasedReason
    public init(decided: Day, ceased: Day?, reason: AdoptionCeasedReason) {
        (self.decided, self.ceased, self.reason) = (decided, ceased, reason)
    }
}

public struct ReportedAllocation: Hashable, Sendable {
    public var worker: String
    public var role: AllocationRole
    public var start: Day
    public var reason: WorkerChangeReason
    public var end: Day?
    public init(worker: String, role: AllocationRole, start: Day, reason: WorkerChangeReason, end: Day?) {
        (self.worker, self.role, self.start, self.reason, self.end) = (worker, role, start, reason, end)
    }
}

public struct ReportedDeprivation: Hashable, Sendable {
    public var start: Day
    public var end: Day?
    public init(start: Day, end: Day?) { (self.start, self.end) = (start, end) }
}
