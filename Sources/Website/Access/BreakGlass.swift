import Access
import Casework
import Days

extension Site {
    /// Takes the reason for opening a record, keeps it, and tells whoever is to know.
    func breakGlass(_ visit: Visit, _ action: Action) async throws -> Reply {
        guard let child = visit.child else { return .notFound }
        guard let reason = visit.typedReason else {
            var page = BreakGlassPage(child, action, visit.viewer, visit.frame)
            page.typed = visit.form["reason"]
            page.error = "Say why in a few words, so that the manager understands it."
            return page.reply()
        }
        let glass = BrokenGlass(
            account: visit.viewer.id, child: child.id, action: action, reason: reason, at: visit.now)
        try await gate.store.breakGlass(glass, telling: visit.told(of: child, accounts: try await gate.people()))
        return .seeOther(action == .useEmergencyPage ? .emergency(child.id) : .child(child.id))
    }
}

extension Visit {
    /// Why a record has to be opened, as it was typed; nil where that is no reason.
    var typedReason: String? {
        let words = form["reason"].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count < BrokenGlass.shortestReason ? nil : String(words.prefix(500))
    }

    /// Who is to know that the viewer opened a record: the managers of those who hold the child's work today, or held it
    /// last; never a party to it, nor the viewer. The directors, where that leaves nobody.
    func told(of child: ChildRecord, accounts: [String: Account]) -> Set<Told> {
        let workers = question?.authority.workers ?? [:]
        let held = child.allocations.filter { $0.role == .socialWorker }
        let open = held.filter { $0.isOpen(on: today) }
        let managers = (open.isEmpty ? held.suffix(1) : open[...]).compactMap { workers[$0.worker]?.manager }
        let parties = child.protection?.restriction?.parties ?? []
        let others = Set(parties + parties.compactMap { accounts[$0]?.worker } + [viewer.worker].compactMap { $0 })
        let told = Set(managers).subtracting(others).filter { !$0.isEmpty }
        return told.isEmpty ? [.directors] : Set(told.map { .manager($0) })
    }

    /// As whom the viewer is told of records that were opened.
    var toldAs: [Told] {
        guard viewer.may(.seeOpenedRecords) else { return [] }
        let manager = viewer.worker.flatMap { $0.isEmpty ? nil : Told.manager($0) }
        return [manager, viewer.roles.contains(.director) ? .directors : nil].compactMap { $0 }
    }
}
