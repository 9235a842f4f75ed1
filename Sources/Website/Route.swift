import Access
import HTTPTypes
import Hummingbird

/// One address of the site: who may come in, and what answers. There is no way to add an address without saying so.
struct Route: Sendable {
    let method: HTTPRequest.Method
    /// As the router has it: `/children/:id`.
    let path: String
    let door: Door
    let answer: @Sendable (Visit) async throws -> Reply

    static func get(_ path: String, _ door: Door, _ answer: @escaping @Sendable (Visit) async throws -> Reply) -> Route
    {
        Route(method: .get, path: path, door: door, answer: answer)
    }

    static func post(_ path: String, _ door: Door, _ answer: @escaping @Sendable (Visit) async throws -> Reply) -> Route
    {
        Route(method: .post, path: path, door: door, answer: answer)
    }
}

/// Who may come in at an address.
enum Door: Hashable, Sendable {
    /// Anybody, nobody being asked who they are: signing in, assets, whether the service is alive.
    case open
    /// Whoever's roles reach the action at all.
    case may(Action)
    /// Whoever the policy lets do it to the child that `:id` names.
    case child(Action)
}
