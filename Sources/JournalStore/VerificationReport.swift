import Casework

/// What came of walking the journal from end to end.
public struct VerificationReport: Hashable, Sendable {
    /// What does not agree, in the order of the journal; at most ``mostFaults``.
    public internal(set) var faults: [Fault] = []
    /// How many there were, including those beyond the first ``mostFaults``.
    public internal(set) var faultCount = 0
    /// How many events were read.
    public internal(set) var events = 0
    /// How many of them have been lawfully erased.
    public internal(set) var erased = 0
    /// The last event read and its digest, worth keeping where ``isSound``.
    public internal(set) var head: JournalHead?

    /// More than this many faults are counted, not listed: they say no more than that there are more.
    public static let mostFaults = 1000

    /// Nothing was found.
    public var isSound: Bool { faultCount == 0 }

    /// The places named by the faults, in order.
    public var named: [EventID] { faults.compactMap(\.event) }

    /// One thing that does not agree.
    public struct Fault: Hashable, Sendable, CustomStringConvertible {
        /// The event it concerns; nil where it concerns the file or the commands.
        public let event: EventID?
        public let problem: Problem

        public var description: String {
            event.map { "Event \($0): \(problem)" } ?? "\(problem)"
        }
    }

    /// What may be wrong.
    public enum Problem: Hashable, Sendable {
        /// SQLite's own check of its pages and indexes complained, in its words.
        case pages(String)
        /// The events from this one to the one named could not be read.
        case unreadable(through: EventID)
        /// The events from this one to the one named are gone.
        case missing(through: EventID)
        /// A column holds something that was never written there.
        case column(String)
        /// The contents, or the place, are not those the digest was made from. After events that changed places, the next
        /// is named as well: it no longer follows what it followed.
        case contents
        /// The contents agree with the next event; it is the digest itself that was changed.
        case digest
        /// The body is blank and no later event erased it.
        case blank
        /// Its version in its stream does not follow the one before it.
        case version(found: Int64, expected: Int64)
        /// It is recorded as written down before the event it follows.
        case recordedEarlier
        /// It corrects or erases an event that does not come before it.
        case corrects
        /// A command names events that do not exist, or that another command wrote.
        case command(first: Int64, last: Int64)
        /// The events from this one to the one named were written by no command.
        case withoutCommand(through: EventID)
        /// The journal ends before the head that was kept outside it.
        case lostTail(last: Int64, head: Int64)
        /// The event at the kept head's place has another digest.
        case otherHead
    }
}

extension VerificationReport.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .pages(let detail): "the database file is damaged: \(detail)"
        case .unreadable(let last): "the database file cannot be read from here to event \(last)"
        case .missing(let last): "events from here to \(last) are missing"
        case .column(let name): "its \(name) holds something that was never written there"
        case .contents: "it is not what was written there (its contents, its place and its digest disagree)"
        case .digest: "its digest was changed (its contents agree with the next event)"
        case .blank: "its body is blank and no later event erased it"
        case .version(let found, let expected): "it is number \(found) of its stream, and should be \(expected)"
        case .recordedEarlier: "it is recorded as written down before the event it follows"
        case .corrects: "it corrects an event that does not come before it"
        case .command(let first, let last):
            "a command says that it wrote events \(first) to \(last); they do not exist, or another wrote them"
        case .withoutCommand(let last): "no command wrote the events from here to \(last)"
        case .lostTail(let last, let head): "the journal ends at event \(last), but its kept head is event \(head)"
        case .otherHead: "its digest is not the one in the kept head: the journal was written anew from here or before"
        }
    }
}

extension VerificationReport {
    mutating func note(_ problem: Problem, at event: EventID? = nil) {
        faultCount += 1
        if faults.count < Self.mostFaults { faults.append(Fault(event: event, problem: problem)) }
    }

    /// Where the last fault noted is listed; nil where it was only counted.
    var lastListed: Int? { faultCount == faults.count && faultCount > 0 ? faultCount - 1 : nil }

    /// Says otherwise of a fault already noted.
    mutating func revise(_ index: Int, to problem: Problem) {
        faults[index] = Fault(event: faults[index].event, problem: problem)
    }
}
