import Casework

/// Whoever wrote an assessment, as an audit names them: somebody of the staff file, by name or by code, or somebody whom it
/// does not know.
public struct Assessor: Hashable, Sendable {
    /// What tells them from others, in an address too, where no name may stand: their code, or a digest of what they are called.
    public let key: String
    /// As pages name them.
    public let title: String
    /// Their code in the staff file; nil where it does not know them, or knows several of that name.
    public let code: String?

    public init(named text: String, in authority: Authority) {
        if let worker = authority.worker(named: text) {
            (key, code) = (worker.code, worker.code)
            title = worker.name.isEmpty ? worker.code : worker.name
        } else {
            (key, code) = (Self.digest(text), nil)
            title = text.trimmed.isEmpty ? "nobody named" : text.trimmed
        }
    }

    private static func digest(_ name: String) -> String {
        "n\(String(FactsDigest([PersonKey(name).name]).value, radix: 16))"
    }

    /// One person has one key, whatever an audit calls them.
    public static func == (a: Assessor, b: Assessor) -> Bool { a.key == b.key && a.code == b.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// The order of the alphabet, which is no rank; of two who are called the same, by what tells them apart.
    static func precedes(_ a: Assessor, _ b: Assessor) -> Bool {
        let (one, two) = (PersonKey(a.title).name, PersonKey(b.title).name)
        return one != two ? one < two : a.key < b.key
    }
}
