import Casework

/// What a record says in a passage that is marked as being about another person, as everything else that is written for a
/// reader is held against it: `[About Mark: he lost his job.]`
///
/// Whether its words may stand elsewhere is decided for whom it is about, each by themselves: that an author put in what is
/// about one person says nothing of another.
public struct MarkedPassage: Hashable, Sendable {
    /// Whom it is about, in the writer’s words; empty where they did not say.
    public let who: String
    /// Without marks within it.
    public let words: String

    public init(about who: String, _ words: String) { (self.who, self.words) = (who, MarkedText(words).plain) }

    /// Every passage of a text, and every passage within one, which may be about somebody else again.
    public static func all(in text: String) -> [MarkedPassage] {
        MarkedText(text).passages.flatMap { passage in
            [MarkedPassage(about: passage.who, passage.words)] + all(in: passage.words)
        }
    }
}
