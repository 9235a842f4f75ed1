import Days

/// JSON of words that are written in this folder: nothing in them needs escaping but quotes, which they have none of.
indirect enum Told {
    case text(String)
    case flag(Bool)
    case list([Told])
    case object([String: Told])

    static func day(_ day: Day) -> Told { .text("\(day)") }

    /// A line for `throughline record`.
    ///
    /// - Parameter other: Whose work it is, where a command line may not say it by itself.
    static func line(
        of child: Int, _ kind: String, _ day: Day, for other: String? = nil, _ answers: [String: Told?]
    ) -> String {
        let line: Told = .cells([
            "command_id": "severn-vale-\(child)-\(kind)-\(day)", "child": "\(child)", "kind": .text(kind),
            "occurred": .day(day), "on_behalf_of": other.map { .text($0) }, "answers": .cells(answers),
        ])
        return line.json + "\n"
    }

    /// Without what is nil.
    static func cells(_ cells: [String: Told?]) -> Told { .object(cells.compactMapValues(\.self)) }

    /// Names in order, so that the same story always makes the same bytes.
    var json: String {
        switch self {
        case .text(let text): "\"\(text)\""
        case .flag(let flag): flag ? "true" : "false"
        case .list(let items): "[" + items.map(\.json).joined(separator: ",") + "]"
        case .object(let cells):
            "{" + cells.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value.json)" }.joined(separator: ",") + "}"
        }
    }
}

extension Told: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    init(stringLiteral text: String) { self = .text(text) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
    init(arrayLiteral items: Told...) { self = .list(items) }
    init(dictionaryLiteral cells: (String, Told)...) { self = .object(Dictionary(cells) { $1 }) }
}
