import Casework
import Days
import Testing

/// A signed record is put right by a later version, which takes its place in the thread.
struct CorrectionTests {
    static let day = RecordingTests.day
    static let child = ChildID(key: 1)

    /// A child's events, signed one after another as a service would.
    struct Told {
        private(set) var events: [Recorded<ChildEvent>] = []

        mutating func add(_ event: ChildEvent, correcting corrects: Int64? = nil, because: String? = nil) {
            let place = events.count + 1
            events.append(
                Recorded(
                    id: EventID(Int64(place)), stream: child.stream, version: place, occurred: Moment(day),
                    recorded: Instant(secondsSince1970: Int64(place)), author: Actor("account:\(place)"),
                    source: .recordedHere, corrects: corrects.map(EventID.init), reason: because, event: event))
        }

        mutating func sign(_ command: RecordCommand) throws {
            add(.signed(try command.decided(for: record, today: RecordingTests.today).get()))
        }

        mutating func correct(_ event: Int64, _ command: RecordCommand, because: String = "It was wrong") throws {
            add(try decided(event, command, because).get(), correcting: event, because: because)
        }

        func decided(
            _ event: Int64, _ command: RecordCommand, _ because: String = "It was wrong"
        ) -> Result<ChildEvent, RecordRefusals> {
            command.decided(
                correcting: RecordCorrection(of: EventID(event), because: because), of: child, told: events,
                today: RecordingTests.today)
        }

        func refusals(_ event: Int64, _ command: RecordCommand, _ because: String = "It was wrong") -> [String] {
            guard case .failure(let refusals) = decided(event, command, because) else { return [] }
            return refusals.all.map(\.field)
        }

        var record: ChildRecord { ChildRecord(id: child, folding: events) }
        func record(known last: Int) -> ChildRecord { ChildRecord(id: child, folding: Array(events.prefix(last))) }
    }

    static func note(_ actions: [AnswerRow], _ more: [CoreField: Answer] = [:], on day: Day = day) -> RecordCommand {
        var answers = more
        if !actions.isEmpty { answers[.actions] = .rows(actions) }
        return RecordingTests.note(answers, on: day)
    }

    static func action(_ what: String, _ id: String? = nil) -> AnswerRow {
        RecordingTests.action(what, id.map { [.id: .text($0)] } ?? [:])
    }

    static func done(_ id: String) throws -> AnswerRow {
        AnswerRow([
            .action: .items([try #require(ItemID(id))]), .state: .choice("done"), .on: .day(day + 5),
            .effect: .text("Better"),
        ])
    }

    /// A note with two actions, and a later one that says what became of the second.
    static func told() throws -> Told {
        var told = Told()
        try told.sign(note([action("Ask nan"), action("Ask the school")]))
        try told.sign(note([], [.progress: .rows([try done("A2")])], on: day + 5))
        return told
    }

    @Test func theNewVersionStandsWhereTheOldOneDid() throws {
        var told = try Self.told()
        try told.correct(1, Self.note([Self.action("Ask grandad", "A1"), Self.action("Ask the school", "A2")]))
        let thread = told.record.thread
        #expect(thread.actions.map(\.what) == ["Ask grandad", "Ask the school"])
        #expect(thread.actions.map(\.id.name) == ["A1", "A2"])
        #expect(thread.actions[1].closed?.state == .done)
        #expect(told.record.records.map(\.isCorrected) == [true, false])
        #expect(told.record.records[0].origin.event == EventID(1))
    }

    @Test func whatWasKnownBeforeIsTheVersionBefore() throws {
        var told = try Self.told()
        try told.correct(1, Self.note([Self.action("Ask grandad", "A1"), Self.action("Ask the school", "A2")]))
        #expect(told.record(known: 2).thread.actions[0].what == "Ask nan")
        #expect(told.record(known: 3).thread.actions[0].what == "Ask grandad")
    }

    @Test func asAtADayBeforeItsNewOneTheRecordIsNotThere() throws {
        var told = Told()
        try told.sign(Self.note([Self.action("Ask nan")]))
        try told.correct(1, Self.note([Self.action("Ask nan", "A1")], on: Self.day + 3))
        #expect(ChildAsAt(told.record, Self.day + 2).record.thread.actions.isEmpty)
        #expect(ChildAsAt(told.record, Self.day + 3).record.thread.actions.count == 1)
    }

    @Test func aPartThatALaterRecordPointsAtMayNotGo() throws {
        let told = try Self.told()
        #expect(told.refusals(1, Self.note([Self.action("Ask nan", "A1")])) == ["actions"])
        guard case .failure(let refusals) = told.decided(1, Self.note([Self.action("Ask nan", "A1")])) else { return }
        #expect(refusals.all[0].what == "the case note of 8 February 2026 points at A2")
    }

    @Test func aNameThatWasTakenOutIsNeverGivenAgain() throws {
        var told = try Self.told()
        try told.correct(1, Self.note([Self.action("Ask the school", "A2")]))
        #expect(told.record.thread.actions.map(\.id.name) == ["A2"])
        try told.sign(Self.note([Self.action("Ask somebody else")], on: Self.day + 7))
        #expect(told.record.thread.actions.map(\.id.name) == ["A2", "A3"])
        let again = Self.note([Self.action("Ask nan after all", "A1")], on: Self.day + 8)
        #expect(RecordingTests.refusals(again, of: told.record) == ["actions[1].id"])
    }

    @Test func theRecordItselfMayTakeItsNameBack() throws {
        var told = try Self.told()
        try told.correct(1, Self.note([Self.action("Ask the school", "A2")]))
        try told.correct(3, Self.note([Self.action("Ask nan", "A1"), Self.action("Ask the school", "A2")]))
        #expect(Set(told.record.thread.actions.map(\.id.name)) == ["A1", "A2"])
        #expect(RecordVersions(of: EventID(1), in: told.events)?.versions.map(\.event.seq) == [1, 3, 4])
    }

    @Test func aNewRowOfACorrectionGetsANameThatNobodyHad() throws {
        var told = try Self.told()
        try told.correct(
            1, Self.note([Self.action("Ask the school", "A2"), Self.action("Ask nan"), Self.action("Ask grandad")]))
        #expect(told.record.thread.actions.map(\.id.name) == ["A2", "A3", "A4"])
    }

    @Test func itPointsOnlyAtWhatWasThereWhenItWasSigned() throws {
        var told = Told()
        try told.sign(Self.note([]))
        try told.sign(Self.note([Self.action("Ask nan")], on: Self.day + 1))
        #expect(told.refusals(1, Self.note([], [.progress: .rows([try Self.done("A1")])])) == ["progress[1].action"])
    }

    @Test func theSecondOfTwoCorrectionsIsToldOfTheFirst() throws {
        var told = try Self.told()
        let words = Self.note([Self.action("Ask grandad", "A1"), Self.action("Ask the school", "A2")])
        try told.correct(1, words)
        #expect(told.refusals(1, words) == [RecordCorrection.versionField])
        #expect(told.refusals(3, Self.note([Self.action("Ask nan", "A1"), Self.action("School", "A2")])) == [])
    }

    @Test func aCorrectionSaysWhyAndChangesSomething() throws {
        let told = try Self.told()
        let same = Self.note([Self.action("Ask nan", "A1"), Self.action("Ask the school", "A2")])
        #expect(told.refusals(1, same, " ") == ["because"])
        #expect(told.refusals(1, same) == ["answers"])
        #expect(told.refusals(77, same) == [RecordCorrection.versionField])
        var visit = same
        visit.kind = .visit
        #expect(told.refusals(1, visit) == ["kind"])
    }

    @Test func aCorrectionThatIsTakenBackLeavesTheVersionBefore() throws {
        var told = try Self.told()
        try told.correct(1, Self.note([Self.action("Ask grandad", "A1"), Self.action("Ask the school", "A2")]))
        told.add(.retracted, correcting: 3)
        #expect(told.record.thread.actions[0].what == "Ask nan")
        #expect(RecordVersions(of: EventID(3), in: told.events)?.newest.event == EventID(1))
        told.add(.retracted, correcting: 1)
        #expect(RecordVersions(of: EventID(1), in: told.events) == nil)
    }
}
