import Days

/// Whether a child's whereabouts were unknown (missing), or known and not where they should be (away without
/// authorisation). SSDA903 `MISSING`.
public struct MissingKind: CodeSet {
    public let code: Code
    @inlinable public init(_ code: Code) { self.code = code }
    public static let missing: Self = "M"
    public static let away: Self = "A"
    public static let meanings: [Code: String] = ["M": "missing from care", "A": "away without authorisation"]
}

/// A time that a child was missing or away (SSDA903 `Missing`). A return gives days, never the time of day.
public struct MissingEpisode: Hashable, Sendable {
    public let start: Day
    public let kind: MissingKind
    public let origin: Origin
    public internal(set) var end: Day?
    public internal(set) var endOrigin: Origin?

    /// Whether the child had not returned by the end of `day`.
    @inlinable public func isOpen(on day: Day) -> Bool { start <= day && (end.map { day < $0 } ?? true) }
}

/// What can be said of missing episodes. A return names its episode by the day it started.
public enum MissingEvent: Hashable, Sendable {
    case started(Day, MissingKind)
    case returned(started: Day, Day)
}
