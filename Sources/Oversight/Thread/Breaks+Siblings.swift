import Casework
import Days
import Standards

/// Brothers and sisters in care.
extension Breaks {
    static let siblings = [siblingsApart]

    /// One question a child, however many live elsewhere; it names nobody, because who reads it may not see them all.
    static let siblingsApart = BreakRule(
        "siblings_apart", "Brothers or sisters live apart, and nothing says why, or how they see each other",
        .regulation,
        Citation("CA 1989", "s22C(8)(c)"),
        action: "Say why they live apart, how they see each other, and what would bring them together.",
        mend: .writing(.siblings, .reason)
    ) { asked, found in
        var facts: [String] = []
        var since: [Day] = []
        for one in asked.siblings where !one.saysWhyTheyLiveApart || !one.link.saysHowTheyMeet {
            guard case .apart(let start) = one.living else { continue }
            since.append(max(start.day, asked.keptSince))
            facts.append(
                "A brother or sister has lived elsewhere since \(start.isKnown ? "" : "at least ")\(start.day.inWords); "
                    + one.whatIsNotSaid)
        }
        guard let first = since.min() else { return }
        found.add(since: first, facts.joined(separator: " "))
    }
}

extension SiblingAsAt {
    fileprivate var whatIsNotSaid: String {
        let why: String? =
            saysWhyTheyLiveApart
            ? nil
            : link.saysWhyApart
                ? "what was said of it on \(link.since.inWords) is from before one of them moved"
                : "no reason is recorded"
        let how = link.saysHowTheyMeet ? nil : "nothing says how they see each other"
        return [why, how].compactMap(\.self).joined(separator: "; ") + "."
    }
}
