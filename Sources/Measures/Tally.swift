import Casework
import Days

/// The members of one figure as children are counted.
struct Tally: Sendable {
    private(set) var numerator: [Member] = []
    private(set) var denominator: [Member] = []
    private(set) var unknown: [Member] = []
    private(set) var values: [Double] = []
    private(set) var unknownInDenominator: Bool

    init(_ indicator: Indicator) { unknownInDenominator = indicator.unknownInDenominator }
    /// Of no figure of the table: what is unknown stands outside.
    init() { unknownInDenominator = false }

    /// Counts a member whose answer is yes, no or (nil) not known.
    mutating func count(_ member: Member, _ answer: Bool?) {
        guard let answer else {
            unknown.append(member)
            if unknownInDenominator { denominator.append(member) }
            return
        }
        denominator.append(member)
        if answer { numerator.append(member) }
    }

    /// Counts a member by a value; nil where that is not known.
    mutating func average(_ member: Member, _ value: Int?) {
        count(member, value == nil ? nil : true)
        if let value { values.append(Double(value)) }
    }

    /// Counts a member of whom not even that is known, whether the figure is about them.
    mutating func countUnplaced(_ member: Member) { unknown.append(member) }

    /// Counts the events of one child against the child, who is counted once.
    mutating func count(_ child: Member, events: [Member]) {
        numerator += events
        denominator.append(child)
    }

    var isEmpty: Bool { denominator.isEmpty && unknown.isEmpty && numerator.isEmpty }

    var count: FigureCount {
        FigureCount(
            numerator: numerator.count, denominator: denominator.count, unknown: unknown.count,
            sum: values.reduce(0, +))
    }

    /// Takes out everything that a child had put in.
    mutating func remove(_ child: ChildID) {
        if !values.isEmpty {
            values = zip(numerator, values).filter { $0.0.child != child }.map(\.1)
        }
        numerator.removeAll { $0.child == child }
        denominator.removeAll { $0.child == child }
        unknown.removeAll { $0.child == child }
    }

    /// Empties it for another figure and keeps its room.
    mutating func clear(for indicator: Indicator) {
        unknownInDenominator = indicator.unknownInDenominator
        numerator.removeAll(keepingCapacity: true)
        denominator.removeAll(keepingCapacity: true)
        unknown.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
    }
}
