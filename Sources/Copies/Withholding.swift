import Casework

/// What a reader may not know, as words that may not stand in a copy for them; a sentence with one in it is left out whole,
/// since what is around a name gives it away.
///
/// It finds what is written as it was recorded, in any spelling of capitals and accents. A nickname that nobody recorded
/// it cannot know: that is why a person reads a copy before it is sent.
public struct Withholding: Sendable {
    /// Why something is left out.
    public enum Reason: Hashable, Sendable {
        case secret(Secret)
        /// Somebody whose name, or who they are to the child, this reader may not read.
        case person(String)
        /// Somebody who is named in a record and is not among the people around the child.
        case stranger(String)
        case informationClass(InformationClass)

        /// For the author of the copy, never for its reader.
        public var sentence: String {
            switch self {
            case .secret(let secret): "It tells \(secret.title), which this reader may not know."
            case .person(let name): "It speaks of \(name), whose name this reader may not read."
            case .stranger(let name):
                "It speaks of \(name), who is not among the people around the child: record there who may read the name."
            case .informationClass(let ofClass): "\(ofClass.title): not ordinary information."
            }
        }
    }

    private typealias Term = (words: FoldedWords, reason: Reason)
    private let terms: [Term]
    /// Whether the author chose what is about another person: a marked passage then stands as ordinary words, unless this
    /// reader may not read of whom it is about.
    private let opensPassages: Bool

    /// - Parameters:
    ///   - people: Everybody around the child, as they stand today.
    ///   - secrets: How the record writes what tells where the child is, and what only some may know of who the child is.
    ///   - marked: Sentences of the child's records that are not ordinary information, with their class.
    ///   - chosen: Such sentences that the author chose to put in: they may stand, wherever else they were marked.
    ///   - childsName: The child's own names, which are nobody else's.
    ///   - strangers: Names of people of whom nobody has decided who may read them.
    ///   - passages: What the child's records say in passages that are marked as being about another person. Where this
    ///     reader may not read of whom one is about, its words stand nowhere, whatever the author chose.
    ///   - opensPassages: Whether the author chose what is about another person.
    public init(
        for reader: CopyReader, people: [NetworkPerson], secrets: [Secret: [String]],
        marked: [(InformationClass, String)], chosen: [String] = [], childsName: String,
        strangers: [String] = [], passages: [MarkedPassage] = [], opensPassages: Bool = false
    ) {
        let own = Set(FoldedWords(childsName).words)
        var terms: [Term] = []
        for person in people where !reader.mayRead(the: person) {
            let name = FoldedWords(person.name)
            var words = Set(name.words.filter { $0.count > 1 && !Self.titles.contains($0) })
            let relation = FoldedWords(person.relation).words
            words.formUnion(FamilyWords.meaning(FamilyWords.head(relation) + name.words))
            for word in words.subtracting(own).sorted() { terms.append((FoldedWords(word), .person(person.name))) }
            if relation.count > 1 { terms.append((FoldedWords(person.relation), .person(person.name))) }
        }
        for name in strangers where reader.name != name {
            // “The dentist” is a role that many have: only what is written as a name is one by itself.
            let names = name.split { !$0.isLetter }.filter { $0.first?.isUppercase ?? false }.map {
                FoldedWords(String($0))
            }.filter { word in word.words.allSatisfy { !own.contains($0) && !Self.isCommon($0) && $0.count > 1 } }
            for words in [FoldedWords(name)] + names { terms.append((words, .stranger(name))) }
        }
        for secret in Secret.ofPlace where !reader.mayKnow(secret) {
            for text in secrets[secret] ?? [] {
                for part in Self.telling(text, isName: secret == .carers) {
                    terms.append((part, .secret(secret)))
                }
            }
        }
        if !reader.mayKnow(.identity) {
            let known = own.union(people.flatMap { FoldedWords($0.name).words })
            for text in secrets[.identity] ?? [] {
                for part in IdentityWords.telling(text, besides: known) { terms.append((part, .secret(.identity))) }
            }
        }
        let chosen = Set(chosen.flatMap(\.sentences).map { FoldedWords($0) })
        /// - Parameter least: How many words a sentence has to have to be known again.
        func marking(_ text: String, as ofClass: InformationClass, least: Int, mayBeChosen: Bool = true) {
            for sentence in text.sentences {
                let words = FoldedWords(sentence)
                if words.words.count >= least, !(mayBeChosen && chosen.contains(words)) {
                    terms.append((words, .informationClass(ofClass)))
                }
            }
        }
        // By whom they are about, and before any passage's own words are among what is looked for.
        let named = passages.map { passage in (passage, Self.found(in: passage.who, terms).isEmpty) }
        for (ofClass, text) in marked { marking(text, as: ofClass, least: 4) }
        // Two or three words are said of many things; of a passage somebody marked just these.
        for (passage, mayBeRead) in named {
            marking(passage.words, as: .anotherPerson, least: 3, mayBeChosen: mayBeRead)
        }
        (self.terms, self.opensPassages) = (terms, opensPassages)
    }

    /// The text without the sentences that tell what may not be known, or that a marked passage stands in.
    func leavingOut(_ text: String, noting: (Reason) -> Void) -> String {
        let marked = opened(MarkedText(text))
        if marked.isMarked { noting(.informationClass(.anotherPerson)) }
        return marked.unmarkedSentences.filter { sentence in
            let why = found(in: sentence)
            why.forEach(noting)
            return why.isEmpty
        }.joined(separator: " ")
    }

    private func opened(_ text: MarkedText) -> MarkedText {
        guard opensPassages, text.isMarked else { return text }
        return MarkedText(text.opening { found(in: $0.who).isEmpty })
    }

    /// What a text tells that may not be known. A passage that is still marked is no text for anybody.
    public func found(in text: String) -> [Reason] {
        Self.found(in: text, terms, MarkedText(text).isMarked ? [.informationClass(.anotherPerson)] : [])
    }

    private static func found(in text: String, _ terms: [Term], _ known: [Reason] = []) -> [Reason] {
        let words = FoldedWords(text)
        var reasons = known
        for term in terms where !reasons.contains(term.reason) && words.hold(term.words) { reasons.append(term.reason) }
        return reasons
    }

    /// The parts of a written address or name that lead there: each line or part between commas, and each of its words that
    /// is not said of every street and school.
    private static func telling(_ text: String, isName: Bool) -> [FoldedWords] {
        let parts = text.split { $0.isNewline || $0 == "," || $0 == ";" }.map { FoldedWords(String($0)) }
        let words = parts.flatMap(\.words).filter { word in
            let isNumber = word.allSatisfy(\.isNumber)
            return !isNumber && word.count > (isName ? 1 : 3) && !common.contains(word) && !titles.contains(word)
        }
        return parts.filter { $0.words.contains { !common.contains($0) && !$0.allSatisfy(\.isNumber) } }
            + Set(words).sorted().map { FoldedWords($0) }
    }

    private static func isCommon(_ word: String) -> Bool { titles.contains(word) || common.contains(word) }

    private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "mx", "dr", "and", "the", "of"]
    private static let common: Set<String> = [
        "street", "road", "lane", "close", "avenue", "drive", "house", "flat", "court", "place", "green", "hill",
        "park",
        "view", "north", "south", "east", "west", "school", "primary", "secondary", "academy", "nursery", "college",
        "infant", "infants", "junior", "high", "saint", "church", "england", "catholic", "surgery", "practice",
        "medical",
        "health", "centre", "clinic", "dental", "dentist", "doctor", "doctors", "hospital", "children", "childrens",
        "home", "with", "from", "family", "community", "special", "upper", "lower", "great", "little",
    ]
}
