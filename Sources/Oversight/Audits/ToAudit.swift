import Casework
import Days

/// The latest signed assessment of a child who is looked after, where nobody has audited it.
public struct ToAudit: Hashable, Sendable {
    public let child: ChildID
    public let assessment: HeldRecord

    /// Nil where the child is not looked after, has no assessment here, or the latest is audited.
    public init?(_ child: ChildAsAt) {
        guard child.isLookedAfter, let latest = child.record.latestAssessment,
            child.record.standingAudit(of: latest) == nil
        else { return nil }
        (self.child, assessment) = (child.id, latest)
    }

    /// Those of many children, the oldest assessment first.
    public static func all(of children: some Sequence<ChildRecord>, asAt day: Day) -> [ToAudit] {
        children.lazy.filter { $0.latestAssessment != nil }.compactMap { ToAudit(ChildAsAt($0, day)) }
            .sorted { ($0.assessment.day, $0.child) < ($1.assessment.day, $1.child) }
    }
}
