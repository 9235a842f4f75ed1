/// A field of a form into which somebody types what only they may know, by its name in the form. Every field for a
/// password or a one-time code is one of these; what is typed into one is compared and forgotten, never kept to be sent
/// later and never shown again.
public enum SecretField: String, CaseIterable, Sendable {
    /// A password: the present one when signing in, a new one elsewhere.
    case password
    /// A new password for the second time.
    case again
    /// The present password, where a new one is chosen.
    case current
    /// The present password, where something else that lets one in is changed.
    case confirm
    /// Six digits from an authenticator, or the code of a one-time link.
    case code
}
