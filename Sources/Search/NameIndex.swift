import Casework

/// Finds children by any spelling of any name they have or had, and by their numbers.
///
/// It is worked out from the record alone and held in memory: nothing on disk holds a name that the journal does not, and
/// there is nothing to keep in step (docs/decisions/0040). A child who is left out when it is made cannot be found by it.
///
/// ```swift
/// let index = NameIndex(authority)
/// index.find("shevaun thornmear")  // Siobhan Thornmere first
/// ```
public struct NameIndex: Sendable {
    struct Word: Sendable {
        let spelling: [UInt8]
        let letters: Letters
        let sound: Sound
        let isNumber: Bool

        init(_ spelling: [UInt8]) {
            self.spelling = spelling
            letters = Letters(spelling)
            sound = Sound(spelling)
            isNumber = spelling.contains { $0 < 97 }
        }
    }

    struct Entry: Sendable {
        let child: ChildID
        /// The number that orders children whom a search cannot tell apart.
        let order: String
        /// Each name run together, given name first and family name first: for what was typed without its spaces, or with
        /// one too many.
        let whole: [(spelling: [UInt8], letters: Letters)]
    }

    let entries: [Entry]
    /// Every word that any name or number has, once.
    let words: [Word]
    /// For each word, the entries that have it.
    let holders: [[Int32]]
    /// The last event that may have changed who a child is, as of which this was made.
    public let madeAt: EventID

    /// - Parameter isLeftOut: children who must not be found by anybody.
    public init(_ authority: Authority, leavingOut isLeftOut: (ChildRecord) -> Bool = { _ in false }) {
        var entries: [Entry] = []
        var words: [Word] = []
        var holders: [[Int32]] = []
        var places: [[UInt8]: Int] = [:]
        for record in authority.children.values where !isLeftOut(record) {
            let identity = record.identity
            let place = Int32(entries.count)
            var own: Set<[UInt8]> = []
            var whole: Set<[UInt8]> = []
            for name in identity.names.everyName {
                let parts = Spelling.words(name)
                own.formUnion(parts)
                guard let first = parts.first, let last = parts.last, parts.count > 1 else { continue }
                whole.insert(Array(parts.joined()))
                whole.insert(first + last)
                whole.insert(last + first)
            }
            for number in [identity.ssda903, identity.details.upn] { own.formUnion(Spelling.words(number)) }
            for spelling in own {
                if let word = places[spelling] {
                    holders[word].append(place)
                } else {
                    places[spelling] = words.count
                    words.append(Word(spelling))
                    holders.append([place])
                }
            }
            entries.append(
                Entry(child: record.id, order: identity.ssda903, whole: whole.map { ($0, Letters($0)) }))
        }
        (self.entries, self.words, self.holders) = (entries, words, holders)
        madeAt = authority.identified
    }
}

extension ChildNames {
    /// Every name to be found by, in full: the legal one, the one in use, and all before them.
    var everyName: [String] {
        var names = former + formerlyKnownAs.map { "\($0) \(current.family)" }
        if origin != nil { names += [current.legal, current.shown] }
        return names
    }
}
