import Casework

extension Figure {
    /// The smallest number that is told where somebody counted may not be listed to whoever asks: fewer might tell who it
    /// is.
    public static let smallestCell = 10

    /// Why a figure is not told to somebody.
    public static let tooFewToShow =
        "Fewer than \(smallestCell) are counted, and not all of them may be listed to you, so the number is not shown."

    /// Whether it is not told to whoever asks.
    public var isWithheld: Bool { absence == Self.tooFewToShow }

    /// The figure without some children, as if they were not there: for the parts of a figure, each of which may be so
    /// small that it tells who is in it.
    public func leavingOut(_ children: Set<ChildID>) -> Figure {
        guard !children.isEmpty else { return self }
        let isShown = { (member: Member) in !children.contains(member.child) }
        let shown = numerator.indices.filter { isShown(numerator[$0]) }
        return Figure(
            indicator: indicator, asAt: asAt, numerator: shown.map { numerator[$0] },
            denominator: denominator.filter(isShown), unknown: unknown.filter(isShown),
            values: values.isEmpty ? [] : shown.map { values[$0] }, population: population, absence: absence)
    }

    /// The whole figure as it is told to somebody to whom some children may not be listed: the same as to everybody,
    /// unless one of them is among so few that the list behind the number would tell of them.
    public func told(hiding children: Set<ChildID>) -> Figure {
        let isTelling = [numerator, denominator, unknown].contains { members in
            members.count < Self.smallestCell && members.contains { children.contains($0.child) }
        }
        guard !children.isEmpty, isTelling else { return self }
        return Figure(
            indicator: indicator, asAt: asAt, numerator: [], denominator: [], unknown: [], values: [], population: nil,
            absence: Self.tooFewToShow)
    }
}
