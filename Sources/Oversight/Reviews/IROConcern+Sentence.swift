import Casework
import Days

extension IROConcern {
    /// Whose turn it is on a day, and since when, as a sentence or two.
    public func sentence(on day: Day) -> String {
        switch standing {
        case .asked(let ask):
            let asked = "Put to \(ask.owner) (\(ask.stage.title.lowercased())), to answer by \(ask.due.inWords)."
            guard ask.due < day else { return asked }
            return "\(asked) That day has passed: it is for \(ask.stage(on: day).words) to act until it is answered."
        case .answered(let reply):
            return "Answered on \(reply.on.inWords). It is for the reviewing officer to say whether that is enough."
        case .closed(let step): return "\(step.move.title), on \(step.on.inWords)."
        }
    }
}
