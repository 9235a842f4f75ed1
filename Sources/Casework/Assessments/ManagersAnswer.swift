/// What a manager says of an assessment that was signed.
public enum ManagersAnswer: String, Hashable, Sendable, CaseIterable {
    case approved
    case sentBack = "sent_back"
    static let names = allCases.map(\.rawValue)
}

/// A comment that would stand under any assessment: it says that somebody agrees, and nothing of what was read.
///
/// Approving is work that can be seen: what convinces, what is left open, what the plan should take from it.
struct StampedComment: Equatable {
    let what: String
    let remedy =
        "say what would stand under no other assessment: what convinces you, what it leaves open, what the plan should take from it"

    /// Nil where `text` says something of its own.
    init?(_ text: String) {
        let words = text.plainWords.split(separator: " ")
        guard !words.isEmpty, words.allSatisfy({ Self.stamps.contains(String($0)) }) else { return nil }
        what = "“\(text.trimmed)” would stand under any assessment"
    }

    private static let stamps: Set<String> = [
        "agree", "agreed", "approve", "approved", "ok", "okay", "fine", "good", "very", "great", "excellent",
        "thorough",
        "well", "written", "done", "noted", "seen", "read", "checked", "happy", "content", "satisfied", "yes", "no",
        "none",
        "nothing", "comment", "comments", "further", "more", "to", "add", "all", "as", "above", "discussed", "in",
        "supervision", "signed", "off", "n", "a", "na", "i", "we", "am", "is", "it", "this", "the", "have", "and",
        "with",
        "an", "of", "assessment", "analysis", "manager", "thanks", "thank", "you", "for",
    ]
}
