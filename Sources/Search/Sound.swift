/// How a name sounds, roughly: its consonants as an English ear hears them, whichever language spells it. Names that
/// sound alike get the same key: Siobhan and Shevaun, Mohammed and Muhamad, Nguyen and Win.
///
/// A key is for finding, never for telling people apart: it is coarse on purpose. `f` and `v`, `s` and `z`, `d` and `t`,
/// `sh` and `ch` count as one; vowels count only at the start, and there as one.
struct Sound: Hashable, Sendable {
    /// The consonants, one a byte; `A` for a vowel at the start.
    let key: [UInt8]

    /// Where in the word a spelling stands.
    private enum Place { case anywhere, start, end }

    private struct Rule {
        let letters: [UInt8]
        let sound: [UInt8]
        let place: Place

        init(_ letters: StaticString, _ sound: StaticString, _ place: Place = .anywhere) {
            self.letters = letters.withUTF8Buffer { Array($0) }
            self.sound = sound.withUTF8Buffer { Array($0) }
            self.place = place
        }
    }

    /// Spellings whose sound their letters do not tell, longest first. The first that fits is taken.
    private static let rules: [UInt8: [Rule]] = Dictionary(
        grouping: [
            // Irish and Scottish Gaelic: Sean, Sinead, Siobhan, Oisin, Saoirse, Ciaran, Cillian, Eoghan, Tadhg, Niamh, Meadhbh.
            Rule("sean", "Sn", .start), Rule("sine", "Sn", .start), Rule("sio", "S", .start),
            Rule("oisi", "AS", .start),
            Rule("irse", "rS", .end), Rule("cia", "k", .start), Rule("cill", "kl", .start), Rule("eogh", "Aw", .start),
            Rule("adhg", "g", .end), Rule("dhbh", "f"), Rule("bh", "f"), Rule("mh", "f"), Rule("mac", "mk", .start),
            Rule("mc", "mk", .start),
            // Welsh: Siân, Rhys, Dafydd, Gruffydd.
            Rule("sia", "S", .start), Rule("rh", "r"), Rule("dd", "t"),
            // Vietnamese and Chinese: Nguyen, Xiao, Xu, Zhang.
            Rule("nguy", "w", .start), Rule("xi", "S", .start), Rule("xu", "S", .start), Rule("zh", "j"),
            // Polish: Kasia, Szymon, Czesław.
            Rule("sia", "S", .end), Rule("sz", "S"), Rule("cz", "S"),
            // South Asian and Arabic: Khalid, Dhillon, Bhatti at the start of a word, where bh is no Irish v.
            Rule("bh", "b", .start), Rule("kh", "k"), Rule("dh", "t"), Rule("dj", "j"),
            // English, and names that have long been English: Christopher, Chloe, Zachary, Michael, Philip, Leigh,
            // Kathryn, Wright, Knight, Quinn, Alicia, Bridget.
            Rule("chr", "kr"), Rule("chl", "kl"), Rule("zach", "sk", .start), Rule("micha", "mk", .start),
            Rule("tch", "S"), Rule("sch", "sk", .start), Rule("sch", "S"), Rule("sh", "S"), Rule("ch", "S"),
            Rule("cia", "S", .end), Rule("ph", "f"), Rule("gh", "g", .start), Rule("gh", ""), Rule("th", "t"),
            Rule("wr", "r", .start), Rule("wh", "w", .start), Rule("kn", "n", .start), Rule("gn", "n", .start),
            Rule("ps", "s", .start), Rule("qu", "kw"), Rule("dge", "j"), Rule("dgi", "j"), Rule("ck", "k"),
            Rule("x", "s", .start), Rule("x", "ks"),
        ].sorted {
            ($0.letters.count, $0.place == .anywhere ? 0 : 1) > ($1.letters.count, $1.place == .anywhere ? 0 : 1)
        },
        by: { $0.letters[0] })

    init(_ word: [UInt8]) {
        var key: [UInt8] = []
        var at = 0
        /// Whether nothing but the last sound's own letters came since it, so that a doubled letter is one sound.
        var isDoubled = false
        while at < word.count {
            let letter = word[at]
            if let rule = Self.rule(word, at) {
                for sound in rule.sound where !(isDoubled && key.last == sound) {
                    key.append(sound)
                    isDoubled = true
                }
                at += rule.letters.count
                continue
            }
            let next = at + 1 < word.count ? word[at + 1] : 0
            let isAfterVowel = at > 0 && Self.isVowel(word[at - 1])
            at += 1
            let sound: UInt8?
            switch letter {
            case _ where Self.isVowel(letter):
                sound = key.isEmpty && at == 1 ? UInt8(ascii: "A") : nil
                isDoubled = false
            // Heard at the start and between vowels; otherwise it only colours its neighbours.
            case UInt8(ascii: "h"): sound = at == 1 || (isAfterVowel && Self.isVowel(next)) ? letter : nil
            case UInt8(ascii: "w"): sound = !isAfterVowel || Self.isVowel(next) ? letter : nil
            case UInt8(ascii: "y"): sound = at == 1 ? letter : nil
            case UInt8(ascii: "c"): sound = Self.isSoft(next) ? UInt8(ascii: "s") : UInt8(ascii: "k")
            case UInt8(ascii: "g"): sound = Self.isSoft(next) ? UInt8(ascii: "j") : letter
            case UInt8(ascii: "q"): sound = UInt8(ascii: "k")
            case UInt8(ascii: "v"): sound = UInt8(ascii: "f")
            case UInt8(ascii: "z"): sound = UInt8(ascii: "s")
            case UInt8(ascii: "d"): sound = UInt8(ascii: "t")
            default: sound = letter
            }
            if letter == UInt8(ascii: "y") || letter == UInt8(ascii: "h") || letter == UInt8(ascii: "w"), sound == nil {
                isDoubled = false
            }
            guard let sound, !(isDoubled && key.last == sound) else { continue }
            key.append(sound)
            isDoubled = sound != UInt8(ascii: "A")
        }
        self.key = key
    }

    private static func rule(_ word: [UInt8], _ at: Int) -> Rule? {
        rules[word[at]]?.first { rule in
            let end = at + rule.letters.count
            guard end <= word.count, word[at..<end].elementsEqual(rule.letters) else { return false }
            switch rule.place {
            case .anywhere: return true
            case .start: return at == 0
            case .end: return end == word.count
            }
        }
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }

    /// Whether `c` and `g` are soft before it.
    private static func isSoft(_ letter: UInt8) -> Bool {
        letter == UInt8(ascii: "e") || letter == UInt8(ascii: "i") || letter == UInt8(ascii: "y")
    }
}
