import Casework
import Days
import Foundation
import JournalStore
import Service
import TestSupport
import Testing

/// The one exception to "nothing recorded later changes an earlier answer", and how far it reaches: a seal takes what it
/// seals out of what was known at every place, and changes nothing else anywhere (`docs/decisions/0083`).
struct SealedRecordTests {
    @Test(arguments: [1, 2, 3]) func aSealTakesOutWhatItSealsFromEveryPlaceAndNothingElse(_ number: UInt64) async throws
    {
        let history = AuthorityHistory(seed: Histories.usualSeed &+ 40 &+ number, children: 60)
        let made = try MadeUpJournal()
        for command in history.commands.indices { try await made.write(command, of: history) }
        let streams = history.streams
        var dice = Seeded(state: history.seed)
        var sealed: Set<EventID> = []
        var wrong: Set<ChildID> = []
        let signed = streams.sorted { $0.key < $1.key }.compactMap { child, events in
            effective(events).last { $0.event.record != nil }.map { (child, $0.id) }
        }
        try #require(signed.count > 10)
        for (child, record) in signed where dice.chance(50) {
            let versions = try #require(RecordVersions(of: record, in: streams[child] ?? []))
            _ = try await SealWrongRecord(child: child, record: record, right: nil, words: "", by: "laws").run(
                in: made.journal, knowing: Authority(), command: .new, by: Actor("laws"),
                at: MadeUpJournal.instant(history.commands.count))
            sealed.formUnion(versions.events)
            wrong.insert(child)
        }
        let count = history.proposed.count
        let records = Records(made.journal)
        for place in [dice.number(1...count), dice.number(1...count), count].map({ EventID(Int64($0)) }) {
            let known = try await records.known(at: place)
            var differ: [ChildID] = []
            for (child, events) in streams {
                let told = events.filter { $0.id <= place && !sealed.contains($0.id) }
                let expected = told.isEmpty ? nil : ChildRecord(id: child, folding: told)
                if known[child] != expected { differ.append(child) }
            }
            #expect(differ.isEmpty, "seed \(history.seed), known at \(place)")
        }
        // And the fold that goes on from before the seals is the fold from scratch.
        let earlier = try await made.journal.authority(through: EventID(Int64(count)))
        let (onwards, whole) = (
            try await made.journal.authority(from: earlier), try await made.journal.authority()
        )
        #expect(onwards.difference(from: whole) == nil, "seed \(history.seed)")
        #expect(whole.sealedRecords == wrong)
        #expect(onwards.signedUntil == whole.signedUntil)
    }
}
