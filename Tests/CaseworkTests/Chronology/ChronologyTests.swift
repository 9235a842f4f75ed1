import Casework
import Days
import TestSupport
import Testing

/// A chronology makes itself, and carries what people say of its lines.
struct ChronologyTests {
    /// A child who came into care, moved, went missing and was visited; and what was signed of her.
    static let told: [ToldRecord] = [
        record(
            101, .visit, "2025-06-01", [.seen: .flag(true), .alone: .choice("alone"), .significant: .choice("none")]),
        record(
            102, .caseNote, "2025-07-02",
            [.subject: .text("Nan rang. She was glad."), .significant: .choice("disclosure")]),
        record(103, .people, "2025-07-03", [:]),
        record(104, .healthAssessment, "2025-08-20", [.consentSent: .day(day("2025-08-01"))]),
        record(
            105, .healthAssessment, "2025-09-20",
            [.consentSent: .day(day("2025-08-01")), .appointmentHeld: .day(day("2025-09-01"))]),
    ]

    static func record(
        _ event: Int64, _ kind: RecordKind, _ when: String, _ answers: [CoreField: Answer]
    ) -> ToldRecord {
        ToldRecord(
            event: EventID(event),
            record: SignedRecord(kind: kind, day: day(when), form: FormEdition(version: 1, digest: 1), answers: answers)
        )
    }

    static func entry(
        _ event: Int64, _ when: String, about lines: [String] = [], _ more: [CoreField: Answer] = [:]
    ) -> ToldRecord {
        var answers: [CoreField: Answer] = [
            .subject: .text("Nan moved to the sea"), .significance: .choice("significant"),
            .impact: .text("Sundays are empty now"), .theme: .choice("family"),
        ]
        if !lines.isEmpty { answers[.chronologyLines] = .items(lines.compactMap { ItemID($0) }) }
        return record(event, .chronologyEntry, when, answers.merging(more) { $1 })
    }

    static func chronology(_ more: [ToldRecord] = [], as at: String = "2025-12-31") -> Chronology {
        let child = TestSupport.record(
            episode("2025-01-10", end: "2025-05-05"), episode("2025-05-05", "P", "C2", "U4"),
            missing("2025-10-01", "2025-10-03"), review("2025-02-01", "PN1"), worker("W1", "2025-01-10"))
        return Chronology(ChildAsAt(child, day(at)), told: told + more)
    }

    @Test func itMakesItselfEarliestFirstWithALineForEachThingThatHappened() {
        let names = Self.chronology().lines.map(\.name.name)
        #expect(
            names == [
                "care-2025-01-10", "worker-2025-01-10", "review-2025-02-01", "moved-2025-05-05", "record-101",
                "record-102", "record-105", "missing-2025-10-01",
            ])
        // Who is around the child is no event, and an assessment that was only asked for has not happened.
        #expect(!names.contains("record-103") && !names.contains("record-104"))
    }

    @Test func anAssessmentSaysThatNoManagersWordIsRecordedUntilALaterTakesItsPlace() {
        func said(_ signed: [ToldRecord]) -> [String] {
            var child = TestSupport.record(episode("2025-01-10"))
            for one in signed { child.apply(.signed(one.record), origin: Origin(one.event, .recordedHere)) }
            return Chronology(ChildAsAt(child, day("2025-12-31")), told: signed).lines
                .filter { $0.name.name.hasPrefix("record-") }.map(\.what)
        }
        let first = Self.record(201, .assessment, "2025-06-01", [.assessmentType: .choice("core")])
        let second = Self.record(202, .assessment, "2025-09-01", [.assessmentType: .choice("core")])
        let waits = "; no manager’s word on it is recorded here"
        #expect(said([first]).map { $0.hasSuffix(waits) } == [true])
        #expect(said([first, second]).map { $0.hasSuffix(waits) } == [false, true])
    }

    @Test func aHealthAssessmentStandsOnTheDayItWasHeld() throws {
        let line = try #require(Self.chronology().line(ItemID(lineOf: EventID(105))))
        #expect(line.day == day("2025-09-01") && line.themes == [.health])
    }

    @Test func whatChangesALifeIsSignificantUntilSomebodySaysOtherwise() throws {
        let choice = ChronologyChoice(isSignificantOnly: true)
        #expect(
            Self.chronology().lines(choice).map(\.name.name) == [
                "care-2025-01-10", "moved-2025-05-05", "record-102", "missing-2025-10-01",
            ])
        let entry = Self.entry(
            200, "2025-05-05", about: ["moved-2025-05-05"], [.significance: .choice("background")])
        #expect(Self.chronology([entry]).lines(choice).count == 3)
    }

    @Test func aPersonsWordStandsOnTheLinesItNamesAndTheLatestOfTwo() throws {
        let first = Self.entry(200, "2025-05-06", about: ["moved-2025-05-05", "record-101"])
        let later = Self.entry(201, "2025-05-04", about: ["moved-2025-05-05"], [.impact: .text("She slept at last")])
        let chronology = Self.chronology([first, later])
        let moved = try #require(chronology.line(ItemID("moved-2025-05-05")!))
        #expect(moved.impact == "She slept at last" && moved.mark?.record == EventID(201))
        #expect(moved.says == "Nan moved to the sea" && moved.themes == [.family])
        #expect(chronology.line(ItemID("record-101")!)?.impact == "Sundays are empty now")
        #expect(chronology.lines.count == Self.chronology().lines.count)
    }

    @Test func anEntryAboutNothingThatIsThereIsALineOfItsOwn() throws {
        for lines in [[], ["moved-1999-01-01"]] {
            let chronology = Self.chronology([Self.entry(200, "2025-11-02", about: lines)])
            let own = try #require(chronology.line(ItemID(lineOf: EventID(200))))
            #expect(own.day == day("2025-11-02") && own.isSignificant && own.impact == "Sundays are empty now")
            #expect(own.what == "Nan moved to the sea" && own.says.isEmpty)
        }
    }

    @Test func linesAreChosenByThemeAndByTime() {
        let choice = ChronologyChoice(themes: [.home, .missing])
        #expect(Self.chronology().lines(choice).map(\.name.name) == ["moved-2025-05-05", "missing-2025-10-01"])
        let time = ChronologyChoice(from: day("2025-05-05"), until: day("2025-06-01"))
        #expect(Self.chronology().lines(time).map(\.name.name) == ["moved-2025-05-05", "record-101"])
    }

    @Test func nothingOfALaterDayIsInIt() {
        #expect(Self.chronology(as: "2025-06-30").lines.map(\.day).max() == day("2025-06-01"))
    }

    @Test func aReviewThatWasSignedHereTakesThePlaceOfTheReturnsLine() {
        let signed = Self.record(300, .review, "2025-02-01", [.participation: .choice("PN1")])
        let names = Self.chronology([signed]).lines.map(\.name.name)
        #expect(names.contains("record-300") && !names.contains("review-2025-02-01"))
    }

    @Test func whatWasToldToTheIROAloneIsNotInIt() throws {
        let apart: Answer = .rows([
            AnswerRow([.question: .text("subject"), .informationClass: .choice("private_talk")]),
            AnswerRow([.question: .text("impact"), .informationClass: .choice("private_talk")]),
        ])
        let chronology = Self.chronology([Self.entry(200, "2025-11-02", [.classes: apart])])
        let own = try #require(chronology.line(ItemID(lineOf: EventID(200))))
        #expect(own.what == "Chronology entry" && own.impact.isEmpty && own.says.isEmpty)
    }

    @Test func aLineThatIsNotThereIsNotRestedOn() throws {
        var child = TestSupport.record(episode("2025-01-10"))
        child.apply(.signed(Self.told[0].record), origin: Origin(EventID(101), .recordedHere))
        func refused(_ lines: [String]) -> [String] {
            let entry = Self.entry(1, "2025-03-01", about: lines).record
            let command = RecordCommand(
                kind: .chronologyEntry, day: entry.day, form: entry.form, answers: entry.answers)
            guard case .failure(let refusals) = command.decided(for: child, today: day("2026-01-01")) else { return [] }
            return refusals.all.map(\.field)
        }
        #expect(refused(["care-2025-01-10", "record-101"]).isEmpty)
        #expect(refused(["record-999"]) == ["chronology_lines"])
    }
}
