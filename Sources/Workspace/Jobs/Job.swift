import Days
import Foundation

/// A piece of work that outlives the page that asked for it: it is kept as a row, so that closing the tab, losing the
/// signal or restarting the server loses nothing and does nothing twice.
public struct Job: Hashable, Sendable, Identifiable {
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// Staged; waits for its turn to be read.
        case waiting
        /// Being read and compared; nothing is written yet.
        case reading
        /// Read: the report is there, and a person decides.
        case ready
        /// A person has said to import; waits for its turn.
        case queued
        /// Being imported.
        case importing
        case done
        case failed
        case cancelled

        /// Whether the worker still has something to do for it.
        public var isUnderWay: Bool { self == .waiting || self == .reading || self == .queued || self == .importing }
        /// Whether it can still be called off.
        public var canBeCancelled: Bool { isUnderWay || self == .ready }
    }

    /// 32 hexadecimal digits; also the number of the command that imports, so that importing twice is importing once.
    public let id: String
    /// The account that staged it; nobody else sees it.
    public let owner: String
    public let state: State
    /// What was asked for, and what came of it so far, as the desk that works on it writes them.
    public let request: Data
    public let outcome: Data?
    /// How far it has come, in a few words.
    public let progress: String
    public let created: Instant
    /// When whoever works on it last said that it still does.
    public let heartbeat: Instant

    /// The same job, in another state.
    public func inState(_ state: State) -> Job {
        Job(
            id: id, owner: owner, state: state, request: request, outcome: outcome, progress: progress,
            created: created, heartbeat: heartbeat)
    }
}
