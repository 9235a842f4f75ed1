import Casework
import Days

/// Whom something said urgently is told to on the child it is about, after it stood on another.
public struct UrgentTelling: Sendable {
    let way: UrgentWay
    let steps: [[String]]
    let minutes: UInt16

    public init(way: UrgentWay, steps: [[String]], minutes: UInt16) {
        (self.way, self.steps, self.minutes) = (way, steps, minutes)
    }

    /// Whom a word goes to, of a child.
    public typealias Ladder = @Sendable (ChildRecord, UrgentWord) -> UrgentTelling

    /// Nobody by name: everybody who answers for the child finds it on My work. For whoever knows of no accounts.
    public static let whoeverAnswers: Ladder = { _, _ in UrgentTelling(way: .nobody, steps: [], minutes: 60) }
}

extension UrgentWord {
    /// The same with all that was said of it later, as it is said on the child it is about: now, by whoever said it.
    func carried(with more: [UrgentEvent], to child: ChildRecord, at now: Instant, _ telling: UrgentTelling.Ladder)
        -> UrgentWord
    {
        let additions = more.compactMap { if case .added(_, let addition) = $0 { addition } else { nil } }
        let whole = UrgentWord(
            at: now, by: by, concern: additions.last { $0.concern.isAllegation }?.concern ?? concern,
            about: Set(about + additions.flatMap(\.about)).sorted(),
            who: ([who] + additions.map(\.who)).last { !$0.isEmpty } ?? "",
            words: ([words] + additions.map(\.words)).filter { !$0.isEmpty }.joined(separator: "\n\n"), way: way,
            steps: steps, minutes: minutes)
        let told = telling(child, whole)
        return UrgentWord(
            at: now, by: by, concern: whole.concern, about: whole.about, who: whole.who, words: whole.words,
            way: told.way, steps: told.steps, minutes: told.minutes)
    }
}
