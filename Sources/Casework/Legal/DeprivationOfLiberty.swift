import Days

/// The days on which a deprivation-of-liberty order was in force (SSDA903 `DoLo`, from 2026-27).
public struct DeprivationOfLiberty: Hashable, Sendable {
    public let start: Day
    public let origin: Origin
    public internal(set) var end: Day?
    public internal(set) var endOrigin: Origin?
}

/// What can be said of deprivation-of-liberty orders. An end names its order by the day it started.
public enum DeprivationEvent: Hashable, Sendable {
    case started(Day)
    case ended(started: Day, Day)
}
