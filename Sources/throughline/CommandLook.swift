import Access
import Casework
import Days
import Service

/// What the access log keeps of a command that shows children. As with a page, what it shows leaves only once the entry is
/// on the disk: where it cannot be kept, nothing is shown.
extension DataOption {
    /// - Parameters:
    ///   - child: The child whose record was asked for; nil for a list.
    ///   - shown: The children of a list, by the ids that the answer has. An empty list shows nobody, and is no view.
    ///   - query: What was asked for, as a name that was searched for.
    func keepLook(
        _ command: String, _ action: Action, at child: ChildID? = nil, shown: [String] = [],
        query: String = ""
    ) async throws {
        let children = Set(shown.compactMap { ChildID($0) }).sorted()
        guard child != nil || !children.isEmpty else { return }
        do {
            try await directory.access().log.record(
                Look(
                    at: .now, account: Actor.commandLine.name, action: action, route: "throughline \(command)",
                    child: child, shown: child == nil ? children : [], query: query))
        } catch {
            throw ServiceError.viewNotKept(data)
        }
    }
}
