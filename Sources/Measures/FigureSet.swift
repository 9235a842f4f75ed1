import Casework
import Days
import Standards

/// Every figure of an authority on one day, in one pass over its children: each child is added with the duties just
/// worked out, and only who counts where is kept.
///
/// ```swift
/// var set = FigureSet(asAt: day, context)
/// for record in authority.children.values { … set.add(child, duties: list.duties) }
/// let figures = set.figures()
/// ```
public struct FigureSet: Sendable {
    public let asAt: Day
    private let context: Context
    private let window: Window
    private var tallies: [Tally]
    private let absences: [String?]
    private var traits: [ChildID: Traits] = [:]

    public init(asAt: Day, _ context: Context) {
        (self.asAt, self.context) = (asAt, context)
        let window = Window(asAt, context)
        self.window = window
        tallies = Indicators.all.map(Tally.init)
        absences = Indicators.all.map { $0.exists.absence(in: window) }
    }

    /// Counts a child as at ``asAt``.
    public mutating func add(_ child: ChildAsAt, duties: [Duty]) {
        let subject = Subject(child, duties, context, window)
        traits[child.id] = Traits(child)
        let indicators = Indicators.all
        for index in indicators.indices where absences[index] == nil {
            indicators[index].count(subject, &tallies[index])
        }
    }

    /// Takes a child out again, as where another version of the record takes its place.
    public mutating func remove(_ child: ChildID) {
        guard traits.removeValue(forKey: child) != nil else { return }
        for index in tallies.indices { tallies[index].remove(child) }
    }

    /// Every figure, in the order of the table. One that does not exist on the day says why.
    public func figures() -> [Figure] {
        Indicators.all.indices.map { index in
            let tally = tallies[index]
            return Figure(
                indicator: Indicators.all[index], asAt: asAt, numerator: tally.numerator,
                denominator: tally.denominator, unknown: tally.unknown, values: tally.values,
                population: context.settings.population, absence: absences[index])
        }
    }

    /// A figure cut by one trait of its children on the day, in the order of the parts' titles.
    ///
    /// - Parameter team: the team of a worker's code; nil where that is not known.
    public func breakdown(
        of figure: Figure, by split: Split, team: (String) -> String? = { _ in nil }
    ) -> [Breakdown] {
        Breakdown.parts(of: figure) { traits[$0]?.title(split, team: team) ?? "not known" }
    }
}
