import Access
import Casework
import HTTPTypes
import Hummingbird

/// One address of the site: who may come in, and what answers. There is no way to add an address without saying so.
struct Route: Sendable {
    let method: HTTPRequest.Method
    /// As the router has it: `/children/:id`.
    let path: String
    let door: Door
    /// How much may be sent to it, in bytes; nil where the answer itself takes what is sent as it comes, and checks the
    /// form's token before it keeps anything.
    let mostSent: Int?
    let answer: @Sendable (Visit) async throws -> Reply

    static func get(_ path: String, _ door: Door, _ answer: @escaping @Sendable (Visit) async throws -> Reply) -> Route
    {
        Route(method: .get, path: path, door: door, mostSent: 0, answer: answer)
    }

    /// What records something. Only a form of this site is let through, by its token.
    static func post(
        _ path: String, _ door: Door, mostSent: Int = 256 * 1024,
        _ answer: @escaping @Sendable (Visit) async throws -> Reply
    ) -> Route {
        Route(method: .post, path: path, door: door, mostSent: mostSent, answer: answer)
    }
}

extension Route {
    /// Where files are sent.
    static func upload(
        _ path: String, _ door: Door, _ answer: @escaping @Sendable (Visit) async throws -> Reply
    ) -> Route {
        Route(method: .post, path: path, door: door, mostSent: nil, answer: answer)
    }
}

/// Who may come in at an address.
enum Door: Hashable, Sendable {
    /// Anybody, nobody being asked who they are: assets, whether the service is alive.
    case open
    /// Anybody; whoever is signed in is known. A form sent here carries no token: signing in, choosing a first password.
    case threshold
    /// Whoever's password was right, the second factor still to come.
    case halfway
    /// Whoever's roles reach the action at all.
    case may(Action)
    /// Whoever the policy lets do it to the child that `:id` names.
    case child(Action)
    /// Whoever the policy lets write the kind of record that `:kind` names, of the child that `:id` names.
    case record
    /// Whoever may write records of any kind.
    case recordAnything
    /// Whoever the policy lets do it to the child that `:id` names once they have said why.
    case reason(Action)
}

extension Route {
    /// The same, with the one action that the policy is asked of for this request: who writes a record is asked for what its
    /// kind takes, and so an auditor comes in to an audit and to nothing else.
    func asking(_ parameters: Parameters, for viewer: Viewer) -> Route {
        Route(
            method: method, path: path, door: door.asking(parameters, for: viewer), mostSent: mostSent, answer: answer)
    }
}

extension Door {
    fileprivate func asking(_ parameters: Parameters, for viewer: Viewer) -> Door {
        switch self {
        case .record:
            // What is no kind of record is nobody's to write; who may write here is told so.
            .child(parameters.get("kind").flatMap(RecordKind.init(name:))?.action ?? .recordWork)
        case .recordAnything: .may(Action.recording.first(where: viewer.may) ?? .recordWork)
        case .open, .threshold, .halfway, .may, .child, .reason: self
        }
    }
}
