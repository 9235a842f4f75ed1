/// Whose word a record is, as far as deciding asks it.
public enum Signer: Hashable, Sendable {
    /// A reviewing officer: the child's own, or another who stands in for them.
    case reviewingOfficer
    /// Somebody who audits the work of others.
    case auditor
    /// Anybody else who records work.
    case somebody
    /// A name under which the staff file has no reviewing officer.
    case another(String)
    /// A program, which names nobody.
    case nobodyNamed

    /// Why such a record is not theirs to sign; nil where it is.
    func refusal(of kind: RecordKind) -> RecordRefusal? {
        guard let own = kind.ownWord, self != own.signer else { return nil }
        return switch self {
        case .nobodyNamed: RecordRefusal(Self.field, own.why, "name \(own.title) whose word it is")
        case .another(let name):
            RecordRefusal(Self.field, "\(own.why), and the staff file has none called “\(name)”", own.remedy)
        case .reviewingOfficer, .auditor, .somebody: RecordRefusal(Self.field, own.why, own.remedy)
        }
    }

    /// The field of a refusal that is about who signs.
    public static let field = "on_behalf_of"
}

extension RecordKind {
    /// Whose own word it is, which nobody else has; nil where it is nobody's alone.
    fileprivate var ownWord: (signer: Signer, title: String, why: String, remedy: String)? {
        if isReviewingOfficers {
            return (
                .reviewingOfficer, "the reviewing officer",
                "only a reviewing officer raises, takes further or closes a concern",
                "leave it to them; what was done about one is a concern_answer"
            )
        }
        guard isAuditors else { return nil }
        return (
            .auditor, "the auditor", "only an auditor grades an assessment",
            "leave it to them; a manager’s word on one is an assessment_approval"
        )
    }
}
