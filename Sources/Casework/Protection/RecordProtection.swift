/// What can be said of who may open a child's record, beside the roles (`docs/access.md`). Who wrote it down is the
/// event's author; who ordered it is part of what is said, since the two are seldom one person.
public enum ProtectionEvent: Hashable, Sendable {
    /// For those named only; a party to what is recorded never opens it.
    case restricted(Restriction, Order)
    case lifted(Order)
    case sealed(Seal, Order)
    case unsealed(Order)

    /// On whose word, and why.
    public struct Order: Hashable, Sendable {
        /// The person or the court, in words: `Head of service, Ada Okoro`.
        public let by: String
        public let reason: String

        public init(by: String, reason: String) { (self.by, self.reason) = (by, reason) }
    }

    public var order: Order {
        switch self {
        case .restricted(_, let order), .lifted(let order), .sealed(_, let order), .unsealed(let order): order
        }
    }
}

/// Who may open a record, and who never may. Each is the id of an account, `cli:` and a user of the operating system, or
/// a worker's code.
public struct Restriction: Hashable, Sendable {
    public let named: [String]
    /// Those whom what is recorded is about: a parent who works here, a worker complained of.
    public let parties: [String]

    public init(named: [String], parties: [String] = []) { (self.named, self.parties) = (named, parties) }
}

/// Why a record is closed to everybody but information governance.
public enum Seal: UInt8, Hashable, Sendable, CaseIterable {
    /// An adoption order was made.
    case adoption = 1
    /// What was recorded belongs to another child.
    case wrongChild = 2

    public var title: String {
        switch self {
        case .adoption: "adopted"
        case .wrongChild: "recorded on the wrong child"
        }
    }
}

/// What stands around a record today.
public struct RecordProtection: Hashable, Sendable {
    public internal(set) var restriction: Restriction?
    public internal(set) var restrictedBy: ProtectionEvent.Order?
    public internal(set) var seal: Seal?
    public internal(set) var sealedBy: ProtectionEvent.Order?
}

extension ChildRecord {
    /// The latest word counts. Nil where nothing stands around the record, as around nearly every one. A seal does not
    /// undo a restriction: when it is taken off, the parties are parties still.
    mutating func apply(_ event: ProtectionEvent) {
        var now = protection ?? RecordProtection()
        switch event {
        case .restricted(let restriction, let order): (now.restriction, now.restrictedBy) = (restriction, order)
        case .lifted: (now.restriction, now.restrictedBy) = (nil, nil)
        case .sealed(let seal, let order): (now.seal, now.sealedBy) = (seal, order)
        case .unsealed: (now.seal, now.sealedBy) = (nil, nil)
        }
        protection = now == RecordProtection() ? nil : now
    }
}

extension ProtectionEvent {
    /// In a sentence that names no child.
    public var sentence: String {
        let what =
            switch self {
            case .restricted(let restriction, _):
                "restricted to \(restriction.named.count) named \(restriction.named.count == 1 ? "person" : "people")"
            case .lifted: "no longer restricted"
            case .sealed(let seal, _): "sealed, \(seal.title)"
            case .unsealed: "no longer sealed"
            }
        return "\(what), on the word of \(order.by): \(order.reason)"
    }
}
