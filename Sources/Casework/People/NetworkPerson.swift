import Days

/// Somebody around a child, as a signed record of people says: who they are to the child, and what they may know.
///
/// A later record that names the same person is the last word about them, whole. What nobody has said is not decided.
public struct NetworkPerson: Hashable, Sendable {
    public let name: String
    /// Who they are to the child, in the writer's words: `mother`, `Mum’s partner`, `school`.
    public let relation: String
    public let parentalResponsibility: ParentalResponsibility
    /// Whether the record says what shows it.
    public let hasEvidence: Bool
    public let contact: ContactAllowed
    /// What they may know of where the child is, and of who the child is. What is not here is not decided.
    public let mayKnow: [Secret: Bool]
    /// Who may read this person's own name in a copy; nil where nobody has decided.
    public let namedTo: NamedTo?
    /// Who decided; may be empty.
    public let decidedBy: String
    public let since: Day
    public let origin: Origin

    init(_ row: AnswerRow, _ since: Day, _ origin: Origin) {
        (name, relation) = (row.text(.person), row.text(.relation))
        parentalResponsibility = ParentalResponsibility(rawValue: row.text(.parentalResponsibility)) ?? .notKnown
        hasEvidence = row[.evidence]?.isBlank == false
        contact = ContactAllowed(rawValue: row.text(.contact)) ?? .notDecided
        var mayKnow: [Secret: Bool] = [:]
        for secret in Secret.allCases {
            switch row.text(secret.column) {
            case "yes": mayKnow[secret] = true
            case "no": mayKnow[secret] = false
            default: break
            }
        }
        self.mayKnow = mayKnow
        namedTo = NamedTo(rawValue: row.text(.named))
        decidedBy = row.text(.by)
        (self.since, self.origin) = (since, origin)
    }

    /// Whether both are about the same person.
    func isTheSame(as other: NetworkPerson) -> Bool { PersonKey(name) == PersonKey(other.name) }
}

/// Something that not everybody around a child may know: what tells where the child is, or leads there; and what only some
/// may know of who the child is, as pronouns, sexuality or immigration status.
public enum Secret: UInt8, Hashable, Sendable, CaseIterable {
    case address = 1
    case school, health, carers
    case identity = 10

    /// What leads to where a child is.
    public static let ofPlace: [Secret] = [.address, .school, .health, .carers]

    /// The fields of records that tell it, in the writers' words.
    public static let tellingFields: [CoreField: Secret] = [
        .homeAddress: .address, .school: .school, .healthProvider: .health, .carersNames: .carers,
        .identityForSome: .identity,
    ]

    public var title: String {
        switch self {
        case .address: "the address"
        case .school: "the school"
        case .health: "who looks after their health"
        case .carers: "the carers’ names"
        case .identity: "what is private in the child’s identity"
        }
    }

    var column: RecordColumn {
        switch self {
        case .address: .address
        case .school: .school
        case .health: .health
        case .carers: .carers
        case .identity: .identity
        }
    }

    /// Yes, no, or nobody has decided.
    static let answers = ["yes", "no", "not_decided"]
}

/// Whether somebody holds parental responsibility (Children Act 1989 s3).
public enum ParentalResponsibility: String, Hashable, Sendable, CaseIterable {
    case yes, no
    case notKnown = "not_known"
    static let names = allCases.map(\.rawValue)
}

/// Whether the child and somebody may see each other.
public enum ContactAllowed: String, Hashable, Sendable, CaseIterable {
    case yes, supervised, no
    case notDecided = "not_decided"
    static let names = allCases.map(\.rawValue)
}

/// Who may read a person's name, and who they are to the child, in a copy.
public enum NamedTo: String, Hashable, Sendable, CaseIterable {
    case everybody
    /// The child, and nobody else.
    case child
    case nobody
    static let names = allCases.map(\.rawValue) + ["not_decided"]
}

extension ChildThread {
    /// The people around the child, each as the last word about them has it, in the order of their names.
    public var people: [NetworkPerson] {
        var latest: [NetworkPerson] = []
        for said in network {
            if let place = latest.firstIndex(where: { $0.isTheSame(as: said) }) {
                // Of two records of one day, the later one.
                if said.since >= latest[place].since { latest[place] = said }
            } else {
                latest.append(said)
            }
        }
        return latest.sorted { ($0.name, $0.since) < ($1.name, $1.since) }
    }

    /// The person of a name, as the last word has them.
    public func person(_ name: String) -> NetworkPerson? {
        people.first { PersonKey($0.name) == PersonKey(name) }
    }
}

extension NetworkPerson {
    /// What nobody has decided of what this person may know.
    public var undecided: [Secret] { Secret.allCases.filter { mayKnow[$0] == nil } }
}

extension ChildRecord {
    /// Whether a record of people marks the address as confidential; nil where none says.
    public var hasConfidentialAddress: Bool? {
        for record in records.reversed() {
            if record.isChoice(.addressConfidential, "yes") { return true }
            if record.isChoice(.addressConfidential, "no") { return false }
        }
        return nil
    }
}
