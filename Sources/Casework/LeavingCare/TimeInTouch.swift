import Days

/// Who kept in touch with a young person.
public enum WhoKeptInTouch: String, Hashable, Sendable, CaseIterable {
    case adviser
    case socialWorker = "social_worker"
    case anotherWorker = "another_worker"
    case somebodyElse = "somebody_else"
    static let names = allCases.map(\.rawValue)

    /// In the middle of a sentence.
    public var words: String {
        switch self {
        case .adviser: "personal adviser"
        case .socialWorker: "social worker"
        case .anotherWorker: "another worker"
        case .somebodyElse: "somebody else"
        }
    }
}

/// How somebody kept in touch, or tried to.
public enum WayOfKeepingInTouch: String, Hashable, Sendable, CaseIterable {
    case atHome = "at_home"
    case metElsewhere = "met_elsewhere"
    case phone, video, message, letter
    case throughOther = "through_other"
    static let names = allCases.map(\.rawValue)

    /// Whether the two were in one place, or were to be.
    public var isInPerson: Bool { self == .atHome || self == .metElsewhere }

    /// In the middle of a sentence.
    public var words: String {
        switch self {
        case .atHome: "at home"
        case .metElsewhere: "met somewhere else"
        case .phone: "by phone"
        case .video: "by video"
        case .message: "by message"
        case .letter: "by letter"
        case .throughOther: "through somebody else"
        }
    }
}

/// Whether a young person’s home suits them, as they say.
public enum HomeSuits: String, Hashable, Sendable, CaseIterable {
    case suitable
    case notSuitable = "not_suitable"
    case notSaid = "not_said"
    static let names = allCases.map(\.rawValue)

    /// In the middle of a sentence.
    public var words: String {
        switch self {
        case .suitable: "suits them"
        case .notSuitable: "does not suit them"
        case .notSaid: "not said"
        }
    }
}

/// Whether a young person studies, trains or works, as they say.
public enum LearningOrWork: String, Hashable, Sendable, CaseIterable {
    case fullTime = "full_time"
    case partTime = "part_time"
    case looking, neither
    case notSaid = "not_said"
    static let names = allCases.map(\.rawValue)

    /// In the middle of a sentence.
    public var words: String {
        switch self {
        case .fullTime: "full time"
        case .partTime: "part time"
        case .looking: "looking for something"
        case .neither: "nothing now"
        case .notSaid: "not said"
        }
    }
}

/// One time that somebody kept in touch with a young person, or tried to, as far as rules may know: their words stay in the
/// record.
public struct TimeInTouch: Hashable, Sendable {
    public let on: Day
    public let who: WhoKeptInTouch
    public let way: WayOfKeepingInTouch
    public let isReached: Bool
    /// Nil where they were not reached.
    public let home: HomeSuits?
    public let work: LearningOrWork?
    public let origin: Origin

    /// Whether the young person was seen, and not only spoken or written with.
    public var isSeen: Bool { isReached && way.isInPerson }

    public init?(_ record: HeldRecord) {
        guard record.kind == .keepingInTouch, let who: WhoKeptInTouch = record.named(.keptInTouchBy),
            let way: WayOfKeepingInTouch = record.named(.keptInTouchHow)
        else { return nil }
        (on, self.who, self.way, origin) = (record.day, who, way, record.origin)
        isReached = record.isFlag(.reached, true)
        (home, work) = (record.named(.homeSuits), record.named(.learningOrWork))
    }
}

extension ChildRecord {
    /// Every time that somebody kept in touch or tried to, as records signed here say, earliest first.
    public var timesInTouch: [TimeInTouch] { records.compactMap(TimeInTouch.init) }
}
