import Casework
import Days
import Foundation
import JournalStore
import Service
import Synthetic
import TestSupport
import Testing

/// What was known at an instant is not changed by anything written down after it.
struct KnownAtTests {
    static let days = [Day(2018, 3, 31), Day(2021, 11, 2), Day(2025, 3, 31)].compactMap { $0 }

    /// Duties, signals, the order of work and every figure, with corrections, retractions and returns still to come.
    @Test(arguments: [1, 2, 3]) func nothingRecordedLaterChangesAnAnswer(_ number: UInt64) async throws {
        let history = AuthorityHistory(seed: Histories.usualSeed &+ number, children: 40)
        let made = try MadeUpJournal()
        var dice = Seeded(state: history.seed)
        var asked: [(known: EventID, at: Instant, day: Day, answers: Answers)] = []
        for command in history.commands.indices {
            try await made.write(command, of: history)
            guard dice.number(0...history.commands.count) < 9 else { continue }
            let authority = try await made.journal.authority()
            let day = dice.pick(Self.days)
            asked.append((authority.head, MadeUpJournal.instant(command), day, Answers(authority, asAt: day)))
        }
        #expect(asked.count >= 3)
        #expect(asked.contains { !$0.answers.figures.isEmpty })
        let records = Records(made.journal)
        for one in asked {
            let byEvent = try await records.known(at: one.known)
            let byInstant = try await records.known(at: one.at)
            #expect(byEvent.difference(from: byInstant) == nil, "seed \(history.seed)")
            let again = Answers(byEvent, asAt: one.day)
            #expect(again.figures == one.answers.figures, "seed \(history.seed), known at \(one.known)")
            #expect(again == one.answers, "seed \(history.seed), known at \(one.known), as at \(one.day)")
        }
    }

    /// Two thousand children in one journal, asked as known at places drawn at random: each record is what that child's
    /// own events up to there make, and a fold from an earlier snapshot is the fold from the first event.
    @Test func everyRecordIsTheFoldOfWhatWasKnownFromWhereverItStarts() async throws {
        let history = AuthorityHistory(seed: Histories.usualSeed, children: 2_000, eventsInACommand: 4_000)
        let made = try MadeUpJournal()
        for command in history.commands.indices { try await made.write(command, of: history) }
        var dice = Seeded(state: history.seed)
        let count = history.proposed.count
        let cuts = [dice.number(1...count), dice.number(1...count), count].sorted().map { EventID(Int64($0)) }
        let streams = history.streams
        var earlier = Authority()
        for cut in cuts {
            let whole = try await made.journal.authority(through: cut)
            let onwards = try await made.journal.authority(from: earlier, through: cut)
            #expect(onwards.difference(from: whole) == nil, "seed \(history.seed), from \(earlier.head) to \(cut)")
            var wrong: [ChildID] = []
            for (child, events) in streams {
                let known = events.prefix { $0.id <= cut }
                if known.isEmpty {
                    if whole[child] != nil { wrong.append(child) }
                } else if whole[child] != ChildRecord(id: child, folding: Array(known)) {
                    wrong.append(child)
                }
            }
            #expect(wrong.isEmpty, "seed \(history.seed), known at \(cut)")
            earlier = onwards
        }
    }

    /// Through the import itself: a year, the next, and then the first again with rows changed and gone.
    @Test func aLaterReturnChangesNothingThatWasKnownBefore() async throws {
        let made = try MadeUpJournal()
        let vale = SyntheticAuthority(
            seed: 11, children: 40, years: 3, lastYear: CollectionYear(startingIn: 2025), mess: 0.002)
        var asked: [(known: EventID, day: Day, answers: Answers)] = []
        func take(_ year: Int, _ folder: URL, _ number: Int) async throws -> ImportReturn.Outcome {
            let request = ImportReturn(
                paths: [folder.appendingPathComponent("\(CollectionYear(startingIn: year))").path],
                year: CollectionYear(startingIn: year))
            let outcome = try await request.run(
                into: made.journal, command: CommandID(high: 9, low: UInt64(number)), by: Actor("test"),
                at: MadeUpJournal.instant(number), today: Day(ordinal: 20_700))
            let authority = try await made.journal.authority()
            for day in [CollectionYear(startingIn: year).lastDay, Day(ordinal: 19_900)] {
                asked.append((authority.head, day, Answers(authority, asAt: day)))
            }
            return outcome
        }
        let first = try Self.write(vale, to: made.directory.appendingPathComponent("first"))
        let second = try Self.write(vale, to: made.directory.appendingPathComponent("second"), putRight: true)
        _ = try await take(2023, first, 1)
        _ = try await take(2024, first, 2)
        let corrected = try await take(2023, second, 3)
        _ = try await take(2025, second, 4)
        #expect(corrected.corrections > 10)
        #expect(Set(asked.filter { $0.day == Day(ordinal: 19_900) }.map(\.answers)).count > 2)
        let records = Records(made.journal)
        for one in asked {
            let again = Answers(try await records.known(at: one.known), asAt: one.day)
            #expect(again.figures == one.answers.figures, "known at \(one.known)")
            #expect(again == one.answers, "known at \(one.known), as at \(one.day)")
        }
    }

    /// Writes an authority's returns; put right, every ninth row of a table is gone and every seventh is of another kind.
    private static func write(
        _ authority: SyntheticAuthority, to folder: URL, putRight: Bool = false
    ) throws -> URL {
        try authority.returns { path, bytes in
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
            if putRight, !path.hasSuffix("Header.csv") {
                lines = lines.enumerated().compactMap { index, line in
                    if index > 0, index % 9 == 0 { return nil }
                    return index > 0 && index % 7 == 0
                        ? line.replacingOccurrences(of: ",U6,", with: ",K2,").replacingOccurrences(
                            of: "PN1", with: "PN7")
                        : line
                }
            }
            try Data(lines.joined(separator: "\n").utf8).write(to: file)
        }
        return folder
    }
}
