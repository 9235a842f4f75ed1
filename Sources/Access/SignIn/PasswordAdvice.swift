import Foundation

/// What a password must be, after the National Cyber Security Centre's advice: long enough, not a common one, and no rule
/// about capitals, digits or signs. Three random words do.
public struct PasswordAdvice: Sendable {
    /// In characters.
    public static let shortest = 12
    public static let longest = 200

    private let common: Set<String>
    /// Whether the list of common passwords was there.
    public let hasList: Bool

    /// - Parameter list: a file of common passwords, one a line; where it is not there, a few that everybody tries are
    ///   refused all the same.
    public init(list: String) {
        let text = FileManager.default.contents(atPath: list).map { String(decoding: $0, as: UTF8.self) }
        hasList = text != nil
        common = Set((text ?? Self.fewest).split(whereSeparator: \.isNewline).map { Self.key(String($0)) })
    }

    private static let fewest = """
        password
        welcome
        qwerty
        letmein
        passwordpassword
        password1234
        qwertyuiop12
        123456789012
        letmeinletmein
        """

    /// Why a password will not do, in a sentence for the person who typed it; nil where it will.
    public func objection(to password: String, email: String, name: String) -> String? {
        let count = password.count
        if count < Self.shortest {
            return "Use at least \(Self.shortest) characters. Three random words are easy to remember."
        }
        if count > Self.longest { return "Use at most \(Self.longest) characters." }
        let key = Self.key(password)
        let withoutTail = String(key.reversed().drop { $0.isNumber || $0.isPunctuation || $0.isSymbol }.reversed())
        if common.contains(key) || common.contains(withoutTail) {
            return "That is one of the passwords that are tried first. Choose three random words instead."
        }
        if Set(key).count < 5 { return "Use more different characters." }
        let own = [Self.key(email), Self.key(name)] + email.split(separator: "@").map { Self.key(String($0)) }
        if own.contains(where: { $0.count > 3 && (key == $0 || withoutTail == $0) }) || withoutTail == "throughline" {
            return "Do not use your name, your email or the name of this service."
        }
        return nil
    }

    private static func key(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.lowercased()
    }
}
