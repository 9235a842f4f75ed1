import Days

/// The reviewing service’s own plan of a year: who there is to do the work, how each of the handbook’s functions is met here,
/// and what is being done where it is not. Signed by the manager of the service; a later version of the same year takes its
/// place, and the earlier ones stay.
public struct ReviewingServicePlan: Hashable, Sendable {
    /// From 1 April.
    public var year: CollectionYear
    /// The day that it is signed for.
    public var day: Day
    /// Whose word it is.
    public var signedBy: String
    /// Full-time posts in the establishment, in hundredths: 800 are eight.
    public var established: Int
    /// Of them filled on the day, in hundredths.
    public var inPost: Int
    /// By when the year’s report is to be published.
    public var reportDue: Day
    /// How each function is met, by its name, in the order of the plan.
    public var functions: [FunctionWords]
    public var actions: [ReviewingAction]

    public init(
        year: CollectionYear, day: Day, signedBy: String, established: Int, inPost: Int, reportDue: Day,
        functions: [FunctionWords], actions: [ReviewingAction]
    ) {
        (self.year, self.day, self.signedBy, self.reportDue) = (year, day, signedBy, reportDue)
        (self.established, self.inPost) = (established, inPost)
        (self.functions, self.actions) = (functions, actions)
    }

    /// How one function is met, in the service’s own words.
    public struct FunctionWords: Hashable, Sendable {
        /// ``ReviewingFunction/rawValue``, or a name that a later version gave.
        public let name: String
        public let how: String
        public init(_ name: String, _ how: String) { (self.name, self.how) = (name, how) }
    }

    /// How a function is met; nil where the plan does not say.
    public func how(_ function: ReviewingFunction) -> String? {
        functions.last { $0.name == function.rawValue }?.how
    }

    /// What is to be done for a function, in the order of the plan.
    public func actions(for function: ReviewingFunction) -> [ReviewingAction] {
        actions.filter { $0.function == function.rawValue }
    }
}

/// Something that the service will do, until a function holds.
public struct ReviewingAction: Hashable, Sendable {
    /// What tells it from the others from one version to the next; counted from 1 in a year’s plan.
    public let id: UInt32
    /// The name of the function that it is for.
    public var function: String
    public var what: String
    /// One person.
    public var owner: String
    public var due: Day
    /// How anybody will see that it worked.
    public var knownBy: String
    /// Nil until it is done.
    public var done: Day?
    /// What it changed for children; empty until it is done.
    public var changed: String

    public init(
        id: UInt32, function: String, what: String, owner: String, due: Day, knownBy: String, done: Day? = nil,
        changed: String = ""
    ) {
        (self.id, self.function, self.what, self.owner) = (id, function, what, owner)
        (self.due, self.knownBy, self.done, self.changed) = (due, knownBy, done, changed)
    }

    public func isOpen(on day: Day) -> Bool { done.map { day < $0 } ?? true }
    /// Whether its day has passed, and it is not done.
    public func isPast(on day: Day) -> Bool { due < day && isOpen(on: day) }
}

/// That a year’s report of the service was published.
public struct ReviewingReportPublished: Hashable, Sendable {
    public var year: CollectionYear
    public var day: Day
    /// Where the public can read it.
    public var place: String
    /// When it was before those who are corporate parents; nil where it was not yet.
    public var presented: Day?
    /// Whose word it is.
    public var signedBy: String

    public init(year: CollectionYear, day: Day, place: String, presented: Day?, signedBy: String) {
        (self.year, self.day, self.place, self.presented, self.signedBy) = (year, day, place, presented, signedBy)
    }
}

/// Hundredths of a full-time post as people write them: `6.4`.
public enum FullTimePosts {
    public static func text(_ hundredths: Int) -> String {
        let (whole, part) = (hundredths / 100, hundredths % 100)
        if part == 0 { return "\(whole)" }
        return part % 10 == 0 ? "\(whole).\(part / 10)" : "\(whole).\(part < 10 ? "0" : "")\(part)"
    }

    /// Nil for what is no such number, or more than a thousand.
    public static func read(_ text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            !parts[0].isEmpty, parts[0].count <= 4, let whole = Int(parts[0])
        else { return nil }
        guard parts.count == 2 else { return whole <= 1_000 ? whole * 100 : nil }
        guard (1...2).contains(parts[1].count), let part = Int(parts[1]) else { return nil }
        let all = whole * 100 + (parts[1].count == 1 ? part * 10 : part)
        return all <= 100_000 ? all : nil
    }
}
