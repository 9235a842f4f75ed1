import Days

/// What people say of something to join up, other than by mending it
/// (`docs/decisions/0080-an-answer-holds-for-the-facts-it-was-given-on.md`).
public enum JoinEvent: Hashable, Sendable {
    case answered(JoinAnswer)
    /// Whether a second person agrees with a “not so”.
    case seconded(answer: EventID, JoinSecond)
    /// What a second reader says of something that was closed.
    case read(SecondReading)
}

/// An answer to one thing to join up, with all that it rested on.
public struct JoinAnswer: Hashable, Sendable {
    public enum Word: Hashable, Sendable {
        /// It is not so for this child.
        case notSo
        /// It waits, and is there again on the day.
        case later(until: Day)
        /// After a change in the child’s life, these parts of what is known and planned are still right.
        case stillRight(after: Day, [LookAgain])
    }

    /// The kind of thing to join up, as files and commands name it.
    public let kind: String
    /// The part of the thread, or the record, that it is about; nil where it is about the child as a whole.
    public let about: ItemID?
    /// What the person was shown when they answered. Where the record comes to show anything else, the answer is over.
    public let facts: [String]
    public let word: Word
    public let because: String
    /// The account that answered.
    public let by: String
    /// Whose word it is, where a program wrote it down for somebody; else empty.
    public let onBehalfOf: String
    public let at: Instant

    /// The most that a reason may be, in characters.
    public static let longest = 1000

    public init(
        kind: String, about: ItemID?, facts: [String], word: Word, because: String, by: String,
        onBehalfOf: String = "", at: Instant
    ) {
        (self.kind, self.about, self.facts, self.word) = (kind, about, facts, word)
        (self.because, self.by, self.onBehalfOf, self.at) = (because, by, onBehalfOf, at)
    }
}

/// What a second person says of a “not so”.
public struct JoinSecond: Hashable, Sendable {
    public let agrees: Bool
    /// Why not, where they do not; may be empty where they do.
    public let because: String
    public let by: String
    public let at: Instant

    public init(agrees: Bool, because: String, by: String, at: Instant) {
        (self.agrees, self.because, self.by, self.at) = (agrees, because, by, at)
    }
}

extension JoinEvent {
    public var at: Instant {
        switch self {
        case .answered(let answer): answer.at
        case .seconded(_, let second): second.at
        case .read(let reading): reading.at
        }
    }

    /// In a sentence that tells nothing of the reason.
    public var sentence: String {
        switch self {
        case .answered(let answer):
            switch answer.word {
            case .notSo: "answered that something to join up (\(answer.kind)) is not so for this child"
            case .later(let until): "something to join up (\(answer.kind)) put off until \(until.inWords)"
            case .stillRight(let change, let parts):
                "\(parts.inWords) still right after the change of \(change.inWords)"
            }
        case .seconded(let answer, let second):
            "a second person \(second.agrees ? "agreed" : "did not agree") with the answer of event \(answer)"
        case .read(let reading):
            "a second reader \(reading.agrees ? "agreed" : "did not agree") that event \(reading.version) closed it rightly"
        }
    }
}
