import Casework
import Days

extension Viewer {
    /// Whether somebody is told that two children are brother or sister: whoever may see both. Once either was adopted, the
    /// custodian of sealed records alone (conduct §4). Permission is today's, so the records are those of today.
    public func isTold(that one: ChildRecord, and other: ChildRecord, areSiblingsIn authority: Authority, on day: Day)
        -> Bool
    {
        if one.wasAdopted || other.wasAdopted, !roles.contains(.informationGovernance) { return false }
        return [one, other].allSatisfy { answer(.seeChild, $0, in: authority, on: day) == .yes }
    }
}
