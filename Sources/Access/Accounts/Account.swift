import Days
import Foundation

/// Somebody who may sign in. Secrets are not in it: only whether there are any.
public struct Account: Hashable, Sendable {
    /// Stays when a name or an email changes; events and the access log name it.
    public let id: String
    public var email: String
    public var name: String
    public var roles: [Role]
    /// The worker of the staff file that this person is; nil for those who hold no children.
    public var worker: String?
    /// The last day on which an agency worker's account opens anything; nil where it has no end.
    public var ends: Day?
    public var isDisabled: Bool
    /// Made for records that are made up, and good for nothing else.
    public let isFictional: Bool
    public let hasPassword: Bool
    public let hasSecondFactor: Bool

    public var viewer: Viewer { Viewer(id: id, name: name, roles: roles, worker: worker) }
    public var needsSecondFactor: Bool { roles.contains(where: \.needsSecondFactor) }

    /// Whether it opens anything on a day.
    public func isOpen(on day: Day) -> Bool { !isDisabled && (ends.map { day <= $0 } ?? true) }
}

/// An email address as accounts are found by it.
enum EmailAddress {
    /// Lower case, without blanks around it.
    static func key(_ email: String) -> String {
        email.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping.lowercased()
    }

    /// Something, an @ and something, and nothing that a header or a page could be broken with.
    static func isOne(_ email: String) -> Bool {
        let parts = key(email).split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && email.utf8.count <= 254
            && !email.contains { $0.isWhitespace || $0.isNewline || "<>\",;:\\()".contains($0) }
    }
}
