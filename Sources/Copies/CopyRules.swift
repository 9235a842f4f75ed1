import Casework
import Days

/// What a copy is held against, whatever it is a copy of: who is around the child and may know what, how the records write
/// what tells where the child is or what only some may know of who the child is, and their words that are not ordinary
/// information.
public struct CopyRules: Sendable {
    /// As it stands now: names of what a record speaks of, and who may know what.
    public private(set) var thread: ChildThread
    /// What the child is called.
    public let childsName: String
    /// Every name the child has or had.
    public let childsNames: String
    /// Who does what for the child, by the name people write: `Ann Worker` is the social worker.
    public let roles: [String: String]
    public let secrets: [Secret: [String]]
    /// Words of any of the child's records that are not ordinary information.
    public let marked: [(InformationClass, String)]
    /// Those that the copy's author chose to put in.
    public let chosen: [String]
    /// What is put in besides what is ordinary, chosen by the author for this reader.
    public let including: Set<InformationClass>
    /// People whom records name and of whom nobody has said who they are to the child, nor who may read their names.
    public let strangers: [String]
    /// What any of the child's records says in passages that are marked as being about another person.
    public let passages: [MarkedPassage]

    public init(
        thread: ChildThread, childsName: String, childsNames: String, roles: [String: String],
        secrets: [Secret: [String]], marked: [(InformationClass, String)], chosen: [String] = [],
        including: Set<InformationClass> = [], strangers: [String] = [], passages: [MarkedPassage] = []
    ) {
        (self.thread, self.childsName, self.childsNames) = (thread, childsName, childsNames)
        (self.roles, self.secrets, self.marked, self.chosen) = (roles, secrets, marked, chosen)
        self.including = including.filter(\.mayBeChosen)
        (self.strangers, self.passages) = (strangers, passages)
    }

    /// What is put in for this reader: of what is private in the child's identity nothing, where they may not know it.
    public func including(for reader: CopyReader) -> Set<InformationClass> {
        reader.mayKnow(.identity) ? including : including.subtracting([.identity])
    }

    public func withholding(for reader: CopyReader) -> Withholding {
        let mayStand = chosen.filter { text in
            reader.mayKnow(.identity) || !marked.contains { $0.0 == .identity && $0.1 == text }
        }
        return Withholding(
            for: reader, people: thread.people, secrets: secrets, marked: marked, chosen: mayStand,
            childsName: childsNames,
            strangers: strangers.filter { Owner.role($0, in: roles) == nil && thread.person($0) == nil },
            passages: passages, opensPassages: including.contains(.anotherPerson))
    }

    /// The same as somebody knows it who has read the thread again.
    public func knowing(_ thread: ChildThread) -> CopyRules {
        var rules = self
        rules.thread = thread
        return rules
    }

    /// What has to be decided of a reader before anything is written for them; nil where nothing has.
    func undecided(of reader: CopyReader) -> CopyRefusal? {
        let undecided = reader.undecided(
            among: thread.people, hasIdentityForSome: secrets[.identity]?.isEmpty == false)
        return undecided.isEmpty ? nil : CopyRefusal(sentences: undecided)
    }

    /// Why a text, as its author leaves it, may not go to a reader; nil where it may.
    public func refusal(of text: String, for reader: CopyReader) -> CopyRefusal? {
        if let refusal = undecided(of: reader) { return refusal }
        if text.saysNothing { return CopyRefusal(sentences: ["The copy is empty. Write something, or throw it away."]) }
        let found = withholding(for: reader).found(in: text)
        return found.isEmpty ? nil : CopyRefusal(sentences: found.map { "Take it out: \($0.sentence.lowercasedFirst)" })
    }
}
