import Casework
import Days

extension Duty {
    /// Why the duty stands as it does, in sentences a page can print: what started the clock, when it runs out and what
    /// the record shows.
    public var sentence: String {
        var parts = [
            "The clock started \(trigger.isKnown ? "on" : "on or before") \(trigger.day.inWords), when \(because.title)."
        ]
        if let due { parts.append("The last day in time \(isOver ? "was" : "is") \(due.inWords).") }
        switch standing {
        case .met:
            if let done {
                parts.append("It was done on \(done.inWords), in time.")
            } else {
                parts.append("It was done.")
            }
        case .metLate(let days):
            let lateness = "\(trigger.isKnown ? "" : "at least ")\(days) \(days == 1 ? "day" : "days") late"
            parts.append(done.map { "It was done on \($0.inWords), \(lateness)." } ?? "It was done \(lateness).")
        case .lateWithReason(let why):
            parts.append("It was not done in time; the reason recorded is that \(why.title).")
        case .due: parts.append("The record does not show it yet.")
        case .overdue(let days):
            parts.append(
                "The record speaks for those days and does not show it: \(trigger.isKnown ? "" : "at least ")\(days) \(days == 1 ? "day" : "days") late."
            )
        case .notApplicable(let why): parts.append("It is no longer owed: \(why.title).")
        case .unknown(let facts):
            parts.append("Nobody can say from what is held here. Missing: \(facts.titles.joined(separator: "; ")).")
        }
        return parts.joined(separator: " ")
    }

    private var isOver: Bool {
        switch standing {
        case .due, .unknown: false
        default: true
        }
    }
}
