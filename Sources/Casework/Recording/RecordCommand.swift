import Days

/// A wish to sign a record of a child: what a person filled in, before anybody has asked whether it will do.
public struct RecordCommand: Hashable, Sendable {
    public var kind: RecordKind
    public var day: Day
    public var form: FormEdition
    public var onBehalfOf: String
    public var answers: [CoreField: Answer]
    public var own: [String: String]
    /// Whose word it is.
    public var signer: Signer

    public init(
        kind: RecordKind, day: Day, form: FormEdition, onBehalfOf: String = "", answers: [CoreField: Answer],
        own: [String: String] = [:], signer: Signer = .somebody
    ) {
        (self.kind, self.day, self.form, self.onBehalfOf) = (kind, day, form, onBehalfOf)
        (self.answers, self.own, self.signer) = (answers, own, signer)
    }
}

/// Why something cannot be recorded: which field, what is wrong with it, and what to do.
public struct RecordRefusal: Error, Hashable, Sendable {
    /// As `actions[2].due`, rows counted from 1.
    public let field: String
    public let what: String
    public let remedy: String

    public init(_ field: String, _ what: String, _ remedy: String) {
        (self.field, self.what, self.remedy) = (field, what, remedy)
    }

    public var sentence: String { "\(field): \(what); \(remedy)" }

    /// What to do where a list is needed.
    public static let listThem = "list them, or say {\"none_because\": \"…\"}"
}

extension RecordCommand {
    /// The record that the command makes, the parts of the thread that it names given their names; or everything that is
    /// wrong with it.
    ///
    /// - Parameter today: A record tells what has happened, so its day is not after this one.
    public func decided(for child: ChildRecord, today: Day) -> Result<SignedRecord, RecordRefusals> {
        var deciding = Deciding(self, child)
        deciding.decide(today)
        if let refusals = RecordRefusals(deciding.refusals) { return .failure(refusals) }
        return .success(deciding.record)
    }
}

/// One or more refusals, all that were found.
public struct RecordRefusals: Error, Hashable, Sendable {
    public let all: [RecordRefusal]
    public init?(_ all: [RecordRefusal]) {
        guard !all.isEmpty else { return nil }
        self.all = all
    }
    public init(one: RecordRefusal) { all = [one] }
}
