import Casework

/// Whom a copy is for: always somebody with a name, of whom people have decided what they may know.
public enum CopyReader: Hashable, Sendable {
    case child
    case person(NetworkPerson)

    /// The reader of a name among a child's people; the child where it is empty. Nil where nobody has the name.
    public init?(_ name: String, in thread: ChildThread) {
        if name.isEmpty {
            self = .child
        } else if let person = thread.person(name) {
            self = .person(person)
        } else {
            return nil
        }
    }

    /// As a copy keeps it; empty for the child.
    public var name: String {
        switch self {
        case .child: ""
        case .person(let person): person.name
        }
    }

    /// Whether the name of somebody around the child may stand in a copy for this reader.
    func mayRead(the person: NetworkPerson) -> Bool {
        if case .person(let own) = self, own.name == person.name { return true }
        return switch person.namedTo {
        case .everybody: true
        case .child: self == .child
        case .nobody, nil: false
        }
    }

    /// Whether something that tells where the child is may. What would give an address away goes with it: the school, the
    /// surgery and the carers lead there. Who the child is leads nowhere, and is decided by itself. A child knows both.
    func mayKnow(_ secret: Secret) -> Bool {
        guard case .person(let person) = self else { return true }
        if secret == .identity { return person.mayKnow[.identity] == true }
        return person.mayKnow[.address] == true && person.mayKnow[secret] == true
    }
}

extension CopyReader {
    /// What nobody has decided and has to be, before anything goes to this reader: a sentence each. Empty where all is.
    ///
    /// - Parameter hasIdentityForSome: Whether any record holds what only some may know of who the child is; where none does,
    ///   nobody is asked who may.
    public func undecided(among people: [NetworkPerson], hasIdentityForSome: Bool) -> [String] {
        guard !people.isEmpty else { return ["Nobody is recorded among the people around the child."] }
        var sentences: [String] = []
        if case .person(let person) = self {
            sentences += person.undecided.filter { $0 != .identity || hasIdentityForSome }.map {
                "Whether \(person.name) may know \($0.title) is not decided."
            }
        }
        for person in people where person.namedTo == nil && person.name != name {
            sentences.append("Who may read \(person.name)’s name is not decided.")
        }
        return sentences
    }
}
