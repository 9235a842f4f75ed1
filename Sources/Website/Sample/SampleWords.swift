import Casework
import Days
import Oversight

/// What was closed so, in sentences that name nobody.
enum SampleWords {
    /// `Visit of 3 March 2026`, or when something was said to be still right.
    static func title(_ item: ClosedItem) -> String {
        item.record.map { "\($0.title) of \(item.on.inWords)" } ?? "Still right after a change, \(item.on.inWords)"
    }

    /// How it was closed.
    static func how(_ item: ClosedItem) -> String {
        item.closings.map { closing in
            switch closing {
            case .noneBecause: "None, because: \(item.fields.map(\.listed).joined(separator: ", "))"
            case .stillRight: "Signed that it is still right"
            case .withinAMinute:
                "Mended within a minute: "
                    + item.mended.compactMap { Breaks.rule($0)?.title.lowercasedFirst }.joined(separator: "; ")
            }
        }.joined(separator: ". ")
    }

    /// How an item stands.
    static func state(_ reading: SecondReading?) -> String {
        reading.map { $0.agrees ? "Read: agreed" : "Read: not agreed" } ?? "Not read yet"
    }
}
