import Access
import Casework
import Days
import Service

/// What somebody meets at a door that is about one child.
enum Entrance {
    /// They may come in; with what opened it, where a reason had to be given.
    case open(ChildRecord, BrokenGlass?)
    case shut(Reply)
}

extension Site {
    /// Asks the policy about the child that an address names. A child whose record is not the viewer's to see, a sealed one
    /// and one that never was get the same answer.
    ///
    /// - Parameter isGivingReason: whether the address is the one that takes a reason, for those who have to give one.
    func entrance(
        to id: String, _ action: Action, isGivingReason: Bool, _ viewer: Viewer, _ question: Question?, _ frame: Frame,
        _ now: Instant
    ) async throws -> Entrance {
        guard let question, let child = try? question.find(id) else { return .shut(.notFound) }
        switch viewer.answer(action, child, in: question.authority, on: now.inLondon.day) {
        case .yes: return isGivingReason ? .shut(.notFound) : .open(child, nil)
        case .no: return .shut(.notFound)
        case .withReason:
            if isGivingReason { return .open(child, nil) }
            guard let glass = try await gate.store.openedGlass(viewer.id, child.id, action, at: now) else {
                return .shut(BreakGlassPage(child, action, viewer, frame).reply())
            }
            return .open(child, glass)
        }
    }
}
