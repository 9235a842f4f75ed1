import Casework
import Days
import Foundation
import JournalStore

/// The erasures known of, with their reasons.
typealias ErasureList = LaterList<Erasure>

extension Erasure: LaterEntry {
    static let listName = "erasures.json"
    static func all(in directory: URL) throws -> [Erasure] { try SQLiteJournal.erasures(in: directory) }

    struct Line: Codable {
        let event: Int64
        let digest: String
        let day: String
        let minute: Int?
        let reason: String
    }

    var line: Line {
        Line(
            event: event.seq, digest: digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(),
            day: day.day.description, minute: day.minute, reason: reason)
    }

    init?(_ line: Line) {
        let digits = Array(line.digest.utf8)
        guard let day = Day(line.day), digits.count == 64 else { return nil }
        let bytes = stride(from: 0, to: 64, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
        guard bytes.count == 32 else { return nil }
        self.init(
            event: EventID(line.event), digest: bytes, day: Moment(day, minute: line.minute), reason: line.reason)
    }
}
