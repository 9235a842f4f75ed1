import Casework
import Foundation
import GRDB

/// What working the access log's chain out again came to.
public struct AccessLogReport: Sendable {
    public private(set) var entries = 0
    /// A sentence an entry that does not agree, in order.
    public private(set) var faults: [String] = []
    /// The places of those entries.
    public private(set) var places: [Int64] = []
    public var isSound: Bool { faults.isEmpty }

    mutating func count() { entries += 1 }

    mutating func blame(_ place: Int64, _ what: String) {
        places.append(place)
        faults.append("access log, entry \(place): \(what)")
    }
}

extension AccessLog {
    /// Works every digest out again. Entries taken from the end leave no trace in the chain: compare the count with one
    /// kept elsewhere.
    public func verify() async throws -> AccessLogReport {
        try await pool.read { db in
            var report = AccessLogReport()
            var expected: Int64 = 1
            // One changed digest is named once: what follows may follow what it says or what it should say.
            var previous = [LookChain.beginning]
            var listIsSound: [Data: Bool] = [:]
            let rows = try Row.fetchCursor(db, sql: "SELECT * FROM look ORDER BY place")
            while let row = try rows.next() {
                report.count()
                guard let look = LookRow(row), let stored = Data.fromDatabaseValue(row["digest"]) else {
                    report.blame(expected, "is not readable")
                    continue
                }
                if look.place > expected {
                    let last = look.place - 1
                    report.blame(expected, last == expected ? "is gone" : "and those up to \(last) are gone")
                }
                let digests = previous.map { LookChain.digest(look, after: $0) }
                if !digests.contains(stored) {
                    report.blame(look.place, "is not as it was written")
                } else if let list = look.list {
                    let isSound = try listIsSound[list] ?? Self.isSound(list, db)
                    listIsSound[list] = isSound
                    if !isSound { report.blame(look.place, "the list of children shown is not as it was written") }
                }
                previous = digests.contains(stored) ? [stored] : [stored] + digests
                expected = look.place + 1
            }
            return report
        }
    }

    /// Whether a list has the children that its digest says, and each of them finds it.
    private static func isSound(_ list: Data, _ db: Database) throws -> Bool {
        guard let bytes = try Data.fetchOne(db, sql: "SELECT children FROM shown WHERE digest = ?", arguments: [list]),
            LookChain.digest(ofList: bytes) == list
        else { return false }
        let found = try Int64.fetchSet(db, sql: "SELECT child FROM shown_child WHERE list = ?", arguments: [list])
        return found == Set(LookChain.children(bytes).map(\.stream.rawValue))
    }
}
