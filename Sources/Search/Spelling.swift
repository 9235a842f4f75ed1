import Foundation

/// Words as search compares them: small Latin letters and figures, whatever accents, capitals, apostrophes or alphabet
/// they were written with. `O’Brien-Łuczak` is `obrien` and `luczak`.
enum Spelling {
    /// Letters that have no plain letter under their accent.
    private static let plain: [Unicode.Scalar: String] = [
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
    ]
    private static let apostrophes: Set<Unicode.Scalar> = ["'", "’", "‘", "`", "ʼ", "ʻ"]

    /// The words of a text, in its order.
    static func words(_ text: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        for scalar in latin(text).unicodeScalars {
            switch scalar.value {
            case 97...122, 48...57: word.append(UInt8(scalar.value))
            case 65...90: word.append(UInt8(scalar.value + 32))
            // Marks that stand over or under the letter before them.
            case 0x300...0x36F: break
            default:
                if let letters = plain[scalar] {
                    word.append(contentsOf: letters.utf8)
                } else if !apostrophes.contains(scalar), !word.isEmpty {
                    words.append(word)
                    word = []
                }
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static func latin(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 128 }) { return text }
        let isLatin = text.unicodeScalars.allSatisfy { $0.value < 0x250 || (0x1E00...0x2FFF).contains($0.value) }
        let written = isLatin ? text : text.applyingTransform(.toLatin, reverse: false) ?? text
        return written.lowercased().decomposedStringWithCanonicalMapping
    }
}
