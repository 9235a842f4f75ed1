import Casework
import Days
import Foundation
import GRDB

/// An entry of the access log as the table holds it.
struct LookRow: Sendable {
    let place: Int64
    let at: Int64
    let account, action, route: String
    let child: Int64?
    /// The digest of the list of children shown; nil where there was no list.
    let list: Data?
    let query: String
    let reason: String?

    init(_ look: Look, place: Int64) {
        (self.place, at, account) = (place, look.at.milliseconds, look.account)
        (action, route, child) = (look.action.rawValue, look.route, look.child?.stream.rawValue)
        list = look.shown.isEmpty ? nil : LookChain.digest(ofList: LookChain.bytes(look.shown))
        (query, reason) = (look.query, look.reason)
    }

    /// Nil for a row whose columns are not what they should be.
    init?(_ row: Row) {
        guard let place = Int64.fromDatabaseValue(row["place"]), let at = Int64.fromDatabaseValue(row["at"]),
            let account = String.fromDatabaseValue(row["account"]),
            let action = String.fromDatabaseValue(row["action"]),
            let route = String.fromDatabaseValue(row["route"]), let query = String.fromDatabaseValue(row["query"])
        else { return nil }
        (self.place, self.at, self.account, self.action, self.route) = (place, at, account, action, route)
        (self.query, child, list, reason) = (query, row["child"], row["list"], row["reason"])
    }

    /// Nil for an action that this version does not know.
    func logged(shown: [ChildID]) -> LoggedLook? {
        guard let action = Action(rawValue: action) else { return nil }
        return LoggedLook(
            place: place,
            look: Look(
                at: Instant(milliseconds: at), account: account, action: action, route: route,
                child: child.flatMap { ChildID(StreamID(rawValue: $0)) }, shown: shown, query: query, reason: reason))
    }
}
