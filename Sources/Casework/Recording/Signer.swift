/// Whose word a record is, as far as deciding asks it.
public enum Signer: Hashable, Sendable {
    /// A reviewing officer: the child's own, or another who stands in for them.
    case reviewingOfficer
    /// Anybody else who records work.
    case somebody
    /// A name under which the staff file has no reviewing officer.
    case another(String)
    /// A program, which names nobody.
    case nobodyNamed

    /// Why such a record is not theirs to sign; nil where it is.
    func refusal(of kind: RecordKind) -> RecordRefusal? {
        guard kind.isReviewingOfficers, self != .reviewingOfficer else { return nil }
        let why = "only a reviewing officer raises, takes further or closes a concern"
        return switch self {
        case .nobodyNamed: RecordRefusal(Self.field, why, "name the reviewing officer whose word it is")
        case .another(let name):
            RecordRefusal(
                Self.field, "\(why), and the staff file has none called “\(name)”",
                "leave it to them; what was done about one is a concern_answer")
        default: RecordRefusal(Self.field, why, "leave it to them; what was done about one is a concern_answer")
        }
    }

    /// The field of a refusal that is about who signs.
    public static let field = "on_behalf_of"
}
