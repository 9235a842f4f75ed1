/// What people write for a day when nobody has decided on one, which is answered kindly: it is what the day is for, and no
/// mistake in typing.
public enum VagueDay {
    /// Whether `text` is a way to say that there is no day yet, however it is spelt.
    public static func says(_ text: String) -> Bool {
        let words = text.plainWords
        return exact.contains(words) || parts.contains { (" " + words + " ").contains(" " + $0 + " ") }
    }

    /// What to write instead.
    public static let remedy = "when would you hope to see it done, or look at it again? Give that day, as 2026-03-31"

    /// The whole of what is written.
    private static let exact: Set<String> = [
        "n a", "na", "none", "no date", "always", "daily", "weekly", "monthly", "regularly", "soon", "later", "now",
        "various", "as agreed", "in due course",
    ]
    /// Wherever it stands in what is written.
    private static let parts = [
        "ongoing", "on going", "asap", "a s a p", "as soon as", "tbc", "tba", "tbd", "t b c", "t b a", "t b d",
        "to be confirmed", "to be agreed",
        "to be arranged", "to be decided", "immediate", "immediately", "urgent", "continuous", "continuously",
        "continuing",
        "continual", "as and when", "as when", "when able", "when possible", "when needed", "when required",
        "as needed",
        "as required", "as appropriate", "until further notice", "review", "next review", "not known", "unknown",
        "no timescale", "long term", "short term",
    ]
}
