import Yams

/// Where a text that a council wrote is not YAML, and why: worked out once for settings and for forms.
public struct YAMLFault: Error, Hashable, Sendable {
    /// Nil where the fault has no place.
    public let line: Int?
    public let why: String

    /// What a text lays out; nil for one that says nothing.
    public static func compose(_ text: String) throws(YAMLFault) -> Node? {
        do { return try Yams.compose(yaml: text) } catch { throw YAMLFault(error) }
    }

    private init(_ error: any Error) {
        (line, why) =
            switch error as? YamlError {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                (mark.line, problem)
            case .duplicatedKeysInMapping(let duplicates, let context):
                (context.mark.line, "\(duplicates.sorted().joined(separator: ", ")) is set twice")
            case .reader(let problem, _, _, _): (nil, problem)
            default: (nil, "it is not text")
            }
    }
}
