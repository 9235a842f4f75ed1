import Casework
import Days
import GRDB

/// That somebody opened a child's record, or a list that the child was in, between two instants: how often, first and last.
public struct Sighting: Hashable, Sendable {
    public enum What: Int, Hashable, Sendable, Comparable {
        /// The very record that is asked about, or a copy of it.
        case itself = 1
        /// Another page of the child, which may have told something of it.
        case page
        /// A list that the child was in.
        case list

        public static func < (a: What, b: What) -> Bool { a.rawValue < b.rawValue }
    }

    /// The account's id, or `cli:` and the operating system's user.
    public let account: String
    /// The nearest that they came to it.
    public internal(set) var what: What
    public internal(set) var times: Int
    public internal(set) var first, last: Instant
}

extension AccessLog {
    /// Who may have seen a record of a child while it stood there, whoever came nearest first.
    ///
    /// - Parameter events: The events that the record is: as it was signed, its later versions, its copies.
    public func sightings(
        of events: Set<EventID>, at child: ChildID, from start: Instant, until end: Instant
    ) async throws -> [Sighting] {
        let named = Set(events.flatMap { ["record=\($0)", "copy=\($0)", "document=\($0)"] })
        let looks: [(account: String, at: Int64, query: String, isList: Bool)] = try await pool.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT account, at, query, child IS NULL AS listed FROM look
                    WHERE (child = :child OR list IN (SELECT list FROM shown_child WHERE child = :child))
                        AND at >= :start AND at <= :end AND action NOT IN ('see_who_looked', 'open_sealed')
                    ORDER BY place
                    """,
                arguments: [
                    "child": child.stream.rawValue, "start": start.milliseconds, "end": end.milliseconds,
                ]
            ).map { ($0["account"], $0["at"], $0["query"], $0["listed"]) }
        }
        var seen: [String: Sighting] = [:]
        for look in looks {
            let names = look.query.prefix { $0 != "&" }
            let what: Sighting.What = look.isList ? .list : named.contains(String(names)) ? .itself : .page
            let at = Instant(milliseconds: look.at)
            var sighting =
                seen[look.account] ?? Sighting(account: look.account, what: what, times: 0, first: at, last: at)
            (sighting.what, sighting.times, sighting.last) = (min(sighting.what, what), sighting.times + 1, at)
            seen[look.account] = sighting
        }
        return seen.values.sorted { ($0.what, $0.first, $0.account) < ($1.what, $1.first, $1.account) }
    }
}
