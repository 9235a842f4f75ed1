import Casework
import Days
import Foundation
import JournalStore
import Service
import TestSupport
import Testing

/// A record on the wrong child is gone from that child whatever is asked, and whole where it belongs.
struct SealWrongRecordTests {
    private let wrong = ChildID(key: 1)
    private let right = ChildID(key: 2)
    private let at = Instant(secondsSince1970: 1_790_000_000)
    private let day = Day(2026, 3, 1)!

    /// Two children, each with a case note that makes a need; the first child's second note, on which a copy, a correction
    /// and a later note's link hang, is about the second child.
    private func withJournal(_ body: (SQLiteJournal) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("throughline-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let journal = try SQLiteJournal(directory: folder)
        try await append(
            [
                (wrong, .identity(.numbered(ssda903: "900001")), nil),
                (right, .identity(.numbered(ssda903: "900002")), nil),
                (wrong, .signed(note("N1", "Own need")), nil), (right, .signed(note("N1", "Another need")), nil),
                (wrong, .signed(note("N2", "Quillfeather")), nil),
                (
                    wrong,
                    .copyMade(
                        CopyMade(record: EventID(5), kind: .record, reader: "Kay", day: day, text: "Quillfeather copy")),
                    nil
                ),
                (wrong, .corrected(note("N2", "Quillfeather again", answers: "N1"), retired: []), EventID(5)),
            ], to: journal)
        try await body(journal)
    }

    private func append(
        _ events: [(ChildID, ChildEvent, EventID?)], to journal: SQLiteJournal
    ) async throws {
        _ = try await journal.append(.new, by: Actor("account:ada"), at: at) { transaction in
            for (child, event, corrects) in events {
                try transaction.append(
                    Proposed(
                        stream: child.stream, occurred: Moment(day), source: .recordedHere, corrects: corrects,
                        reason: corrects == nil ? nil : "Quillfeather reason", body: event.body))
            }
        }
    }

    private func note(_ name: String, _ what: String, answers: String? = nil) -> SignedRecord {
        var rows: [CoreField: Answer] = [
            .subject: .text(what), .significant: .choice("none"),
            .needs: .rows([
                AnswerRow([
                    .id: .items([ItemID(name)!]), .what: .text(what), .area: .choice("health"), .evidence: .text(what),
                ])
            ]),
        ]
        if let answers {
            rows[.actions] = .rows([
                AnswerRow([
                    .id: .items([ItemID("A9")!]), .what: .text("Act on \(what)"), .owner: .text("Ann"),
                    .due: .day(day + 5), .addresses: .items([ItemID(name)!, ItemID(answers)!]),
                ])
            ])
        }
        return SignedRecord(
            kind: .caseNote, day: day, form: FormEdition(version: 1, digest: 7), answers: rows)
    }

    @discardableResult
    private func seal(
        _ journal: SQLiteJournal, _ record: Int64 = 5, to right: ChildID? = nil, words: String = "Her sister's"
    ) async throws -> SealWrongRecord.Outcome? {
        try await SealWrongRecord(
            child: wrong, record: EventID(record), right: right, words: words, by: "ada"
        ).run(
            in: journal, knowing: Authority(), command: .new, by: Actor("account:ada"), at: at.adding(hours: 1))
    }

    private func everything(_ journal: SQLiteJournal, through: EventID? = nil) async throws -> String {
        var text = ""
        try await journal.scan(after: .none, through: through, checkingChain: true) {
            text += String(decoding: $0.body, as: UTF8.self) + ($0.reason ?? "")
        }
        return text
    }

    @Test(arguments: [5, 7]) func itIsGoneFromTheChildWithAllThatItMade(_ record: Int64) async throws {
        try await withJournal { journal in
            let before = try await journal.authority()
            #expect(before[wrong]?.thread.needs.map(\.what) == ["Own need", "Quillfeather again"])
            let outcome = try await seal(journal, record)
            #expect(outcome?.record == EventID(5) && outcome?.moved == nil)
            let now = try #require(try await journal.authority()[wrong])
            #expect(now.thread.needs.map(\.what) == ["Own need"])
            #expect(now.thread.actions.isEmpty && now.copies.isEmpty)
            #expect(now.records.map(\.origin.event) == [EventID(3)])
            #expect(now.sealed.map(\.covers) == [[5, 7, 6].map { EventID($0) }])
            #expect(now.unrecognised == 0)
            #expect(try await !everything(journal).contains("Quillfeather"))
        }
    }

    @Test func whatWasCopiedFromItSinceIsFoundAndWhatStoodBesideItIsListed() async throws {
        try await withJournal { journal in
            let words = "Quillfeather said that nobody may come near the house again"
            func said(_ text: String) -> SignedRecord {
                SignedRecord(
                    kind: .caseNote, day: day, form: FormEdition(version: 1, digest: 7),
                    answers: [.subject: .text(text)])
            }
            let answer = JoinAnswer(
                kind: "no_direct_work", about: nil, facts: [], word: .notSo,
                because: "She \(words.dropFirst(12)), so we wait", by: "ada", at: at)
            try await append(
                [
                    (wrong, .signed(said(words)), nil), (wrong, .signed(said("A quiet day")), nil),
                    (wrong, .join(.answered(answer)), nil),
                    (wrong, .signed(said("As agreed: \(words.uppercased())!")), nil),
                ], to: journal)
            try await seal(journal, 8)
            try await append(
                [
                    (wrong, .signed(said("After it: that nobody may come near the house")), nil),
                    (wrong, .signed(said("Nothing to do with it")), nil),
                ], to: journal)
            let record = try #require(try await journal.authority()[wrong])
            let sealed = try #require(record.sealed.first)
            let records = Records(journal)
            let quoting = try await records.quoting(sealed, try await records.opened(sealed), of: wrong)
            #expect(quoting.map(\.wordsInARow) == [10, 9, 7, 0])
            #expect(quoting.map(\.event) == [11, 10, 14, 9].map { EventID($0) })
            #expect(quoting[1].what == .joinAnswer)
        }
    }

    /// The one exception to "later never changes earlier": as known at any place, it is not there.
    @Test func asKnownBeforeItIsGoneTooAndNothingElseIsChanged() async throws {
        try await withJournal { journal in
            let before = try await Records(journal).known(at: EventID(7))
            try await seal(journal)
            let records = Records(journal)
            for place in 5...7 {
                let known = try await records.known(at: EventID(Int64(place)))
                let earlier = try await records.known(at: EventID(4))
                #expect(known[wrong] == earlier[wrong])
                #expect(known[right] == before[right])
                #expect(try await !everything(journal, through: EventID(Int64(place))).contains("Quillfeather"))
                #expect(try await records.signed(of: wrong, through: EventID(Int64(place))).count == 1)
                #expect(try await records.versions(of: EventID(5), of: wrong, through: EventID(.max)) == nil)
            }
        }
    }

    @Test func aFoldThatWentOnIsTheFoldFromScratch() async throws {
        try await withJournal { journal in
            let before = try await journal.authority()
            try await seal(journal, to: right)
            let (onwards, whole) = (try await journal.authority(from: before), try await journal.authority())
            for child in [wrong, right] { #expect(onwards[child] == whole[child]) }
            #expect(onwards.signedUntil == whole.signedUntil && onwards.sealedRecords == whole.sealedRecords)
        }
    }

    /// The later version of a note may be the last that anybody signed: no page may speak until its day for it.
    @Test func untilWhenRecordsSpeakForgetsIt() async throws {
        try await withJournal { journal in
            let late = SignedRecord(
                kind: .caseNote, day: day + 9, form: FormEdition(version: 1, digest: 7), answers: [:])
            try await append([(wrong, .signed(late), nil)], to: journal)
            let before = try await journal.authority()
            #expect(before.signedUntil == day + 9)
            try await seal(journal, 8)
            #expect(try await journal.authority(from: before).signedUntil == day)
        }
    }

    @Test func itsNamesAreNeverGivenToAnythingElse() async throws {
        try await withJournal { journal in
            try await seal(journal)
            let child = try #require(try await journal.authority()[wrong])
            #expect(child.thread.freeName(.need, besides: []) == ItemID("N3"))
            #expect(child.thread.freeName(.action, besides: []) == ItemID("A1"))
        }
    }

    @Test func itStandsWholeWhereItBelongsUnderFreeNamesAndPointsAtNothingOfTheOtherChild() async throws {
        try await withJournal { journal in
            let outcome = try #require(try await seal(journal, to: right))
            let moved = try #require(outcome.moved)
            let child = try #require(try await journal.authority()[right])
            #expect(child.thread.needs.map(\.what) == ["Another need", "Quillfeather again"])
            #expect(child.thread.needs.map(\.id.name) == ["N1", "N2"])
            let action = try #require(child.thread.actions.first)
            #expect(action.addresses.map(\.name) == ["N2"], "not the need of the same name that the other child has")
            let versions = try #require(
                try await Records(journal).versions(of: moved, of: right, through: EventID(.max)))
            #expect(versions.newest.author == Actor("account:ada") && versions.newest.movedHere != nil)
            #expect(try await journal.authority()[wrong]?.sealed.first?.movedTo == right)
            var sentences: [String] = []
            try await journal.scan(stream: right.stream) {
                sentences.append(ChildEvent(kind: $0.kind, schema: $0.schema, bytes: $0.body).sentence)
            }
            #expect(!sentences.joined().contains("900001") && !sentences.joined().contains("\(wrong)"))
        }
    }

    @Test func whoseItIsMayBeFoundOutLaterAndOnce() async throws {
        try await withJournal { journal in
            try await seal(journal)
            let records = Records(journal)
            let sealed = try #require(try await records.current()[wrong]?.sealed.first)
            #expect(sealed.isOpen && sealed.deadline == at.adding(hours: 73))
            let opened = try await records.opened(sealed)
            #expect(opened.readers.map(\.reader) == ["Kay"] && opened.head?.author == Actor("account:ada"))
            guard case .record(let versions)? = opened.words?.what else {
                Issue.record("it is a record")
                return
            }
            #expect(versions.versions.count == 2)
            try await follow(.move(to: right), journal)
            #expect(try await records.current()[right]?.thread.needs.count == 2)
            await #expect(throws: RecordRefusals.self) { try await follow(.move(to: right), journal) }
        }
    }

    @Test func itCanBePutBackAndIsCalledWhatItWas() async throws {
        try await withJournal { journal in
            try await seal(journal)
            try await follow(.move(to: wrong), journal)
            let child = try #require(try await journal.authority()[wrong])
            #expect(child.thread.needs.map(\.id.name) == ["N1", "N2"])
            #expect(child.thread.actions.first?.addresses.map(\.name) == ["N2", "N1"])
            let known = try await Records(journal).known(at: EventID(7))
            #expect(known[wrong]?.thread.needs.count == 1)
        }
    }

    private func follow(_ step: FollowSealedRecord.Step, _ journal: SQLiteJournal) async throws {
        try await FollowSealedRecord(step, child: wrong, record: EventID(5), by: "ivy").run(
            in: journal, knowing: Authority(), command: .new, by: Actor("account:ivy"), at: at.adding(hours: 2))
    }

    @Test func theAssessmentIsKeptEachTimeItIsWrittenAndTheLastStands() async throws {
        try await withJournal { journal in
            try await seal(journal)
            var assessment = BreachAssessment()
            assessment.what = "First thoughts"
            try await follow(.assess(assessment), journal)
            (assessment.seen, assessment.risk, assessment.because) = ("Ann", .unlikely, "Minutes")
            assessment.isFinished = true
            try await follow(.assess(assessment), journal)
            let records = Records(journal)
            let sealed = try #require(try await records.current()[wrong]?.sealed.first)
            #expect(sealed.isFinished && sealed.risk == .unlikely && sealed.isOpen, "nobody has said whose it is")
            let followed = try await records.followed(sealed, of: wrong)
            #expect(followed.count == 3)
            assessment.risk = .high
            await #expect(throws: RecordRefusals.self) { try await follow(.assess(assessment), journal) }
        }
    }

    @Test func whatCannotBeIsRefusedAndNothingIsWritten() async throws {
        try await withJournal { journal in
            let head = try await journal.head()
            await #expect(throws: RecordRefusals.self) { try await seal(journal, 6) }
            await #expect(throws: RecordRefusals.self) { try await seal(journal, 4) }
            await #expect(throws: RecordRefusals.self) { try await seal(journal, to: wrong) }
            await #expect(throws: RecordRefusals.self) { try await seal(journal, to: ChildID(key: 99)) }
            await #expect(throws: RecordRefusals.self) {
                try await seal(journal, words: String(repeating: "x", count: SealWrongRecord.longest + 1))
            }
            #expect(try await journal.head() == head)
            try await seal(journal)
            await #expect(throws: RecordRefusals.self) { try await seal(journal) }
        }
    }

    @Test func theJournalIsSoundAfterAll() async throws {
        try await withJournal { journal in
            try await seal(journal, to: right)
            #expect(try SQLiteJournal.verify(journal.directory).isSound)
        }
    }
}
