import Casework
import Days
import Foundation
import JournalStore

/// What is known to be sealed as another child's.
typealias SealList = LaterList<SealedEvent>

extension SealedEvent: LaterEntry {
    static let listName = "seals.json"
    static func all(in directory: URL) throws -> [SealedEvent] { try SQLiteJournal.sealed(in: directory) }

    struct Line: Codable {
        let event: Int64
        /// The sealed event's, in base64.
        let digest: Data
        let day: String
        let minute: Int?
        /// What seals it, as the journal holds that.
        let schema: UInt16
        let seal: Data
    }

    var line: Line {
        Line(
            event: event.seq, digest: Data(digest), day: day.day.description, minute: day.minute, schema: seal.schema,
            seal: Data(seal.bytes))
    }

    init?(_ line: Line) {
        guard let day = Day(line.day), line.digest.count == 32 else { return nil }
        self.init(
            event: EventID(line.event), digest: [UInt8](line.digest), day: Moment(day, minute: line.minute),
            seal: StoredBody(kind: StoredBody.seal, schema: line.schema, bytes: [UInt8](line.seal)))
    }
}
