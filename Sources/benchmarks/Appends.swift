import Casework
import Days
import Foundation
import JournalStore

/// Appending one event at a time, each on the disk before the next.
enum Appends {
    static func measure(_ place: Workplace) async throws {
        let journal = try SQLiteJournal(directory: place.directory("single"))
        let bare = try await BareTable.make(at: place.directory("single/bare.sqlite").path)
        let count = 300
        let body = ChildEvent.reviewHeld(Review(day: place.year.firstDay, participation: "PN1")).body
        let proposed = Proposed(
            stream: ChildID(key: 1).stream, occurred: Moment(place.year.firstDay), source: .recordedHere, body: body)
        var (ours, theirs) = (Double.infinity, Double.infinity)
        for round in 0..<3 {
            theirs = min(
                theirs,
                try await seconds {
                    for index in 0..<count {
                        try await bare.write { try BareTable.insert($0, round * count + index, body.bytes) }
                    }
                })
            ours = min(
                ours,
                try await seconds {
                    for index in 0..<count {
                        let command = CommandID(high: UInt64(round), low: UInt64(index))
                        try await journal.append(command, by: place.author, at: place.now) { try $0.append(proposed) }
                    }
                })
        }
        report(
            "durable single append", Double(count) / ours, against: Double(count) / theirs, .atLeast(0.8), unit: "/s")
    }
}
