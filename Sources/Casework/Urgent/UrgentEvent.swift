import Days

/// What is said, and answered, where a child may not be safe now (`docs/decisions/0067-someone-needs-to-know-now.md`). Said
/// before and apart from any record that is signed.
public enum UrgentEvent: Hashable, Sendable {
    case said(UrgentWord)
    /// One of those who were told has it. The first to say so stops it from climbing.
    case acknowledged(word: EventID, by: String, at: Instant)
    /// What somebody now does about it: an action of the child’s thread, unless it is about somebody who may read that.
    case acted(word: EventID, UrgentAction)
    /// What it is, said after it was told that something is: whoever pressed was asked nothing before.
    case added(word: EventID, UrgentAddition)
    /// It was pressed by mistake, as whoever pressed says. It stays, with the reason.
    case takenBack(word: EventID, UrgentTakenBack)
}

/// The few words, whom they are about, and to whom they go.
public struct UrgentWord: Hashable, Sendable {
    public let at: Instant
    /// The account that said it.
    public let by: String
    public let concern: UrgentConcern
    /// Whom it is about, where that is a carer or a member of staff: ids of accounts and codes of workers. None of them is
    /// told, nor shown that anything was said.
    public let about: [String]
    /// The same as it was typed.
    public let who: String
    /// Empty where somebody pressed and has not said more: that something is, who says it and of which child.
    public let words: String
    public let way: UrgentWay
    /// The accounts that are told: at once, and then after each further stretch of ``minutes`` in which nobody acknowledged.
    /// Worked out when it was said and kept, so that who was told when does not change with the staff.
    public let steps: [[String]]
    /// Minutes until it climbs a step.
    public let minutes: UInt16

    public init(
        at: Instant, by: String, concern: UrgentConcern, about: [String] = [], who: String = "", words: String,
        way: UrgentWay, steps: [[String]], minutes: UInt16
    ) {
        (self.at, self.by, self.concern, self.about, self.who) = (at, by, concern, about, who)
        (self.words, self.way, self.steps, self.minutes) = (words, way, steps, minutes)
    }

    /// The most that may be said, in characters: a few words, and not the record.
    public static let longest = 2000
}

/// Whom it is about.
public enum UrgentConcern: UInt8, Hashable, Sendable, CaseIterable {
    case child = 1
    case carer, staff

    /// Whether it is against somebody who cares for or works with children, so that the LADO must be told within one working
    /// day (SG11; Working Together to Safeguard Children; unverified).
    public var isAllegation: Bool { self != .child }
}

/// Why it went to those it went to.
public enum UrgentWay: UInt8, Hashable, Sendable, CaseIterable {
    /// The manager of the child's worker.
    case manager = 1
    case outOfHours
    /// No table of holidays reaches the day: to the manager and the out-of-hours team.
    case both
    /// No manager is known who may be told, so it goes to the directors.
    case noManager
    /// Outside office hours, and nobody is in the out-of-hours team.
    case noOutOfHours
    /// Nobody who may open the record can be told: administrators see that something was said, and nothing of it.
    case nobody
}

/// More about something that was told already, by whoever told it: a few words, and whom it is about.
public struct UrgentAddition: Hashable, Sendable {
    public let at: Instant
    public let concern: UrgentConcern
    /// As ``UrgentWord/about``; the accounts of the workers among them with it.
    public let about: [String]
    public let who: String
    public let words: String
    /// To whom it goes from now on: those it is about are passed over, whoever has told them of it before.
    public let way: UrgentWay
    public let steps: [[String]]

    public init(
        at: Instant, concern: UrgentConcern, about: [String] = [], who: String = "", words: String, way: UrgentWay,
        steps: [[String]]
    ) {
        (self.at, self.concern, self.about, self.who) = (at, concern, about, who)
        (self.words, self.way, self.steps) = (words, way, steps)
    }
}

/// That it was pressed by mistake, and why whoever did thinks so.
public struct UrgentTakenBack: Hashable, Sendable {
    public let at: Instant
    public let by: String
    public let because: String

    public init(at: Instant, by: String, because: String) { (self.at, self.by, self.because) = (at, by, because) }
}

/// What somebody does about it now.
public struct UrgentAction: Hashable, Sendable {
    public let at: Instant
    public let by: String
    /// Its name in the child's thread.
    public let id: ItemID
    public let what: String
    public let owner: String
    public let due: Day

    public init(at: Instant, by: String, id: ItemID, what: String, owner: String, due: Day) {
        (self.at, self.by, self.id, self.what, self.owner, self.due) = (at, by, id, what, owner, due)
    }
}

extension UrgentEvent {
    /// When it was written, by the clock in London.
    public var at: Instant {
        switch self {
        case .said(let word): word.at
        case .acknowledged(_, _, let at): at
        case .acted(_, let action): action.at
        case .added(_, let addition): addition.at
        case .takenBack(_, let taken): taken.at
        }
    }

    /// What it answers or adds to; nil of what was said first.
    public var word: EventID? {
        switch self {
        case .said: nil
        case .acknowledged(let word, _, _), .acted(let word, _), .added(let word, _), .takenBack(let word, _): word
        }
    }

    /// In a sentence that tells nothing of what was said.
    public var sentence: String {
        switch self {
        case .said: "somebody said that the child may not be safe"
        case .acknowledged: "what was said urgently was acknowledged"
        case .acted: "an action was recorded for what was said urgently"
        case .added: "more was said of what was told urgently"
        case .takenBack: "what was told urgently was taken back, with a reason"
        }
    }
}
