import Casework
import Days
import Standards
import TestSupport
import Testing

/// Holds a law over many made-up histories. The first that breaks it is cut down to what still does, and printed with its
/// seed: `History(seed:)` makes it again.
///
/// - Parameter breach: Nil where the law holds; else what was found.
func holds(
    over count: Int, sourceLocation: SourceLocation = #_sourceLocation, _ breach: (History) -> String?
) {
    for history in Histories(count) where breach(history) != nil {
        let smallest = history.shrunk { breach($0) != nil }
        Issue.record("\(breach(smallest) ?? "")\n\(smallest)", sourceLocation: sourceLocation)
        return
    }
}

/// Every table of every return that a made-up life could be in, drawn long after its last day: absence is evidence.
let everythingReturned = covered(from: 2005, through: 2030)

extension Seeded {
    /// A day to ask about.
    mutating func dayAsked() -> Day { Histories.days.first + number(100...5_600) }
}

extension Duty {
    var id: String { Catalogue.standard(of: self).id }
}

/// The duties that a record gives, by the id of their standard.
func dutiesByStandard(_ record: ChildRecord, _ day: Day, _ context: Context) -> [String: [Duty]] {
    Dictionary(grouping: Catalogue.duties(of: ChildAsAt(record, day), context), by: \.id)
}
