import Access
import Casework
import HTML
import Spreadsheets

extension Visit {
    /// What was asked for: what the address asks, and which record or copy of the child it names.
    private var asked: String {
        let named = ["record", "copy", "document"].compactMap { part in parameters.get(part).map { "\(part)=\($0)" } }
        return (named + [request.uri.query].compactMap { $0 }.filter { !$0.isEmpty }).joined(separator: "&")
    }

    /// What the access log keeps of this request; nil where nobody's record was shown.
    ///
    /// - Throws: ``UnsaidList`` where a list does not say whom it shows.
    func look(_ route: Route, _ reply: Reply) throws -> Look? {
        if case .reason(let asked) = route.door {
            guard reply.sendsElsewhere else { return nil }
            return Look(
                at: now, account: viewer.id, action: asked, route: route.path, child: child?.id, reason: typedReason)
        }
        guard reply.showsSomething else { return nil }
        let (action, shown): (Action, [ChildID])
        switch route.door {
        case .child(let asked): (action, shown) = (asked, reply.shown ?? [])
        case .may(let asked) where asked.showsChildren:
            guard let children = reply.shown else { throw UnsaidList(route: route.path) }
            (action, shown) = (asked, children)
        case .may(let asked):
            guard let children = reply.shown, !children.isEmpty else { return nil }
            (action, shown) = (asked, children)
        case .open, .threshold, .halfway, .reason, .record, .recordAnything: return nil
        }
        return Look(
            at: now, account: viewer.id, action: action, route: route.path, child: child?.id, shown: shown,
            query: asked, reason: reply.reason ?? reason)
    }
}

/// A list of children that does not say whom it shows, so that it cannot be logged, is not sent.
struct UnsaidList: Error {
    let route: String
}

extension Table {
    /// The children its rows are about, each once, in the order of the rows.
    var children: [ChildID] {
        rows.compactMap { ChildID($0.subject) }.unique
    }
}

extension [ChildID] {
    /// Each once, in order.
    var unique: [ChildID] {
        var seen: Set<ChildID> = []
        return filter { seen.insert($0).inserted }
    }
}
