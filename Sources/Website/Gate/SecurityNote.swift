import Access
import Hummingbird
import Logging

/// What the service's log says of signing in and of what was refused, for whoever watches over it: which account, by its
/// id, and at which route. Neither an email nor a child is in it.
enum SecurityNote: String, Sendable {
    case signedIn = "signed in"
    case passwordAccepted = "password accepted; a second step follows"
    case passwordRefused = "sign-in refused: email or password"
    case codeRefused = "sign-in refused: code of the second step"
    case slowedDown = "sign-in refused: too many attempts"
    case signedOut = "signed out"
    case signedOutEverywhere = "signed out everywhere"
    case passwordChosen = "password chosen"
    case secondStepSet = "second step set up"
    case accountChanged = "account changed"
    case linkMade = "one-time link made"
    case formInForce = "form brought into force"
    case notForTheseRoles = "refused: not for these roles"
    case notTheirs = "refused: no such child, or not theirs to see"
    case fromElsewhere = "refused: a form that is not from a page of this session"
}

extension Logger {
    func note(_ note: SecurityNote, account: String? = nil, route: Route? = nil) {
        var beside: Metadata = [:]
        if let account { beside["account"] = "\(account)" }
        if let route { beside["route"] = "\(route.path)" }
        notice("\(note.rawValue)", metadata: beside)
    }
}

extension Visit {
    /// Notes something about an account: whose, else the viewer's own.
    func note(_ note: SecurityNote, of account: Account? = nil) {
        log.note(note, account: account?.id ?? entry?.account.id)
    }
}
