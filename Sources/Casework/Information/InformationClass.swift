/// What kind of information something is, which says who may be given it. "Ordinary" alone enters generated text by
/// itself; anything else is chosen by a named person for a named recipient.
public enum InformationClass: String, Hashable, Sendable, CaseIterable {
    case ordinary
    case anotherPerson = "another_person"
    /// From the police, who are asked before it goes further.
    case police
    case court
    case legalAdvice = "legal_advice"
    /// Who told the authority of the child.
    case referrer
    case adoption
    case health
    /// What only some may know of who the child is: pronouns, sexuality, immigration status.
    case identity
    /// What the child told the IRO alone: for the IRO service only.
    case privateTalk = "private_talk"

    public static let names = allCases.map(\.rawValue)

    public var title: String {
        switch self {
        case .ordinary: "Ordinary"
        case .anotherPerson: "About another person"
        case .police: "From the police"
        case .court: "Court papers"
        case .legalAdvice: "Legal advice"
        case .referrer: "Who referred"
        case .adoption: "Adoption"
        case .health: "Health in confidence"
        case .identity: "Private in the child’s identity"
        case .privateTalk: "Told to the IRO alone"
        }
    }

    /// Whether a person may choose to put it into a copy. What the child told the IRO alone never is: the IRO tells it,
    /// where the child agrees or may not be safe, in the IRO's own words.
    public var mayBeChosen: Bool { self != .privateTalk }
}

extension RecordKind {
    /// The class that an answer has where neither its form nor its writer says another. A form may give another class
    /// that is not ordinary, and may not make it ordinary.
    public func leastClass(of field: CoreField) -> InformationClass {
        switch (self, field) {
        case (_, .toldAlone): .privateTalk
        case (_, .classes): .ordinary
        case (.legalPlanning, .legalStatus): .court
        case (.legalPlanning, .nextLook), (.legalPlanning, .planUsed), (.legalPlanning, .planUsedOf): .ordinary
        case (.legalPlanning, _): .legalAdvice
        case (.courtStatement, _): .court
        case (.healthAssessment, .health): .health
        case (.identityProfile, .identityForSome): .identity
        case (.people, _), (.siblings, _), (.copiesGiven, .given): .anotherPerson
        // Whom the child wants at the review, and whom not.
        case (.reviewContribution, .wantsThere): .anotherPerson
        // Other children, and other people's homes, one of which may be where the child is.
        case (.placementRequest, .togetherWith), (.placementRequest, .homesConsidered): .anotherPerson
        default: .ordinary
        }
    }
}

extension SignedRecord {
    /// The class of the answer to a question: of the fields that rules read by their name, of the form's own by theirs.
    public func informationClass(of question: String) -> InformationClass {
        if case .rows(let rows) = answers[.classes] {
            for row in rows where row.text(.question) == question {
                if let told = InformationClass(rawValue: row.text(.informationClass)) { return told }
            }
        }
        return CoreField.named[question].map { kind.leastClass(of: $0) } ?? .ordinary
    }

    /// The class of one row: its own where its writer gave it one, else its question's.
    public func informationClass(of row: AnswerRow, in field: CoreField) -> InformationClass {
        InformationClass(rawValue: row.text(.informationClass)) ?? informationClass(of: field.name)
    }
}
