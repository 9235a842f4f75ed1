import Days

/// A line of a child's chronology: a day, what happened, where that is from, and what a person has said of it since.
public struct ChronologyLine: Hashable, Sendable {
    /// As records point at it: its kind and its day, or the record it is from (`moved-2026-03-01`, `record-214`).
    public let name: ItemID
    /// The day; only known to be no later than it, where its ``StartDay/isKnown`` is false.
    public let start: StartDay
    public internal(set) var what: String
    /// Of the words; what is not ordinary enters no copy by itself.
    public let informationClass: InformationClass
    public let source: Source
    /// What it is about, as long as nobody has said.
    let theme: ChronologyTheme
    /// Whether it changes a child's life whoever writes of it: coming into care, a move, a new legal status, going missing,
    /// something that the record says was serious.
    public let isTurningPoint: Bool
    public internal(set) var mark: Mark?

    public enum Source: Hashable, Sendable {
        /// The care that the journal holds: returns, or the day a child was entered here.
        case care
        case record(EventID, RecordKind)
    }

    /// What a person signed of the line: whether it matters for this child, what it meant to them, what it is about.
    public struct Mark: Hashable, Sendable {
        public let isSignificant: Bool
        /// What happened in this person's words, where they say more than the line; else empty.
        public let says: String
        public let saysClass: InformationClass
        public let impact: String
        public let impactClass: InformationClass
        public let themes: [ChronologyTheme]
        /// The record that says so.
        public let record: EventID
    }

    public var day: Day { start.day }
    var isRecord: Bool { source != .care }
    /// A person's word, before what holds for every child.
    public var isSignificant: Bool { mark?.isSignificant ?? isTurningPoint }
    public var themes: [ChronologyTheme] { mark.map(\.themes) ?? [theme] }
    public var says: String { mark?.says ?? "" }
    public var impact: String { mark?.impact ?? "" }
}

extension ItemID {
    /// The line of a chronology that a record is.
    public init(lineOf record: EventID) { self.init(unchecked: "record-\(record.seq)") }

    /// The line about something of a kind that began on a day.
    init(_ kind: String, on day: Day) { self.init(unchecked: "\(kind)-\(day)") }
}

/// A signed record with its words, and the event it is called by.
public struct ToldRecord: Hashable, Sendable {
    public let event: EventID
    public let record: SignedRecord
    public init(event: EventID, record: SignedRecord) { (self.event, self.record) = (event, record) }
}
