import Days

/// One thing that two versions of a plan say differently.
public struct PlanDifference: Hashable, Sendable {
    /// What it is about, in words.
    public let title: String
    /// Nil where the earlier does not have it.
    public let was: String?
    /// Nil where the later does not have it any more.
    public let now: String?
}

extension ReviewingServicePlan {
    /// What this version says differently from an earlier one, in the order of the plan; what was left out comes last.
    public func differences(from earlier: ReviewingServicePlan) -> [PlanDifference] {
        let (before, after) = (earlier.lines, lines)
        let was = Dictionary(before.map { ($0.key, $0.text) }) { $1 }
        let changed = after.compactMap { line in
            was[line.key] == line.text ? nil : PlanDifference(title: line.title, was: was[line.key], now: line.text)
        }
        let kept = Set(after.map(\.key))
        return changed
            + before.filter { !kept.contains($0.key) }.map { PlanDifference(title: $0.title, was: $0.text, now: nil) }
    }

    private struct Line {
        let key, title, text: String
    }

    /// Everything that it says, a line each.
    private var lines: [Line] {
        [
            Line(key: "year", title: "Year", text: "\(year)"),
            Line(key: "day", title: "Signed for", text: day.inWords),
            Line(key: "by", title: "Signed by", text: signedBy),
            Line(key: "established", title: "Posts in the establishment", text: FullTimePosts.text(established)),
            Line(key: "in post", title: "Posts filled", text: FullTimePosts.text(inPost)),
            Line(key: "report", title: "Report to be published by", text: reportDue.inWords),
        ]
            + functions.map { words in
                Line(
                    key: "function \(words.name)",
                    title: ReviewingFunction(rawValue: words.name)?.title ?? words.name, text: words.how)
            }
            + actions.map { Line(key: "action \($0.id)", title: "Action: \($0.what)", text: $0.sentence) }
    }
}

extension ReviewingAction {
    /// All of it in one sentence.
    public var sentence: String {
        let end = done.map { " Done on \($0.inWords): \(changed)" } ?? ""
        return "\(what). \(owner), by \(due.inWords). We will know by: \(knownBy).\(end)"
    }
}
