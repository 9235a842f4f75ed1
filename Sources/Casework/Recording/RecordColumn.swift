/// A column of a table in a record.
public enum RecordColumn: UInt8, Hashable, Sendable, CaseIterable {
    case id = 1
    case what, area, level, known, evidence, need, baseline, target, measure
    case measureBy = 12
    case owner = 20
    case due, purpose, addresses, action, state, effect, on, outcome, value, change
    case clearlySaid = 40
    case view, done, told, item, because, decision, person, arrangement, formal, wish, happened
    case needed = 60
    /// Which class of information the row is.
    case informationClass = 70
    case question, relation, parentalResponsibility, source, contact, address, school, health, carers, named, by
    /// Where something was talked about.
    case setting
    /// What whoever has it next should know.
    case note = 100
    /// Of a home: which, and what came of asking it.
    case home, answer
    /// Whether a home will not do without.
    case essential
    /// Of family time: how often, with whom watching, and under which order.
    case often = 120
    case supervision, order
    /// Of a risk: whether somebody may be using the child.
    case exploitation = 150
    /// Of somebody around a child: whether they may know what only some may of who the child is.
    case identity = 160
    /// Of what is settled with the people around a child: what it is about, how it stands, and who they are.
    case matter = 230
    case decides, agreed, ready, consent, there, role
    /// Until when it holds.
    case until
    /// Who is told of a decision.
    case informed
    /// Of a thing that belongs to a child's story: what kind of thing, and where it is.
    case keepsake = 240
    case keptWhere
    /// Of a reviewing officer's concern: what is asked, how high it is put, which it is, what is done about it, and what it is
    /// about of the thread.
    case ask = 245
    case stage, concern, step, about

    /// As files name it.
    public var name: String { Self.names[self] ?? spelt }

    private static let names = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.spelt) })
    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.spelt, $0) })

    private var spelt: String {
        switch self {
        case .measureBy: "measure_by"
        case .clearlySaid: "clearly_said"
        case .informationClass: "class"
        case .parentalResponsibility: "parental_responsibility"
        case .keptWhere: "kept_where"
        default: "\(self)"
        }
    }

    public init?(name: String) {
        guard let column = Self.byName[name] else { return nil }
        self = column
    }
}
