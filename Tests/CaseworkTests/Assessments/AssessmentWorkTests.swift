import Casework
import Days
import TestSupport
import Testing

/// An assessment from the day that is set for it to its manager's word.
struct AssessmentWorkTests {
    private static func set(_ when: String, _ due: String, _ type: String = "core") -> [ChildEvent] {
        signed(.assessmentStart, when, [.assessmentType: .choice(type), .target: .day(day(due))])
    }

    private static func signedOn(_ when: String, _ more: [CoreField: Answer] = [:]) -> [ChildEvent] {
        signed(.assessment, when, more.merging([.assessmentType: .choice("core")]) { own, _ in own })
    }

    private static func word(_ when: String, of assessed: String, again: String? = nil) -> [ChildEvent] {
        var answers: [CoreField: Answer] = [
            .assessedOn: .day(day(assessed)),
            .managersAnswer: .choice((again == nil ? ManagersAnswer.approved : .sentBack).rawValue),
        ]
        answers[.target] = again.map { .day(day($0)) }
        return signed(.assessmentApproval, when, answers)
    }

    private static func works(_ events: [ChildEvent]..., on when: String = "2026-06-01") -> [AssessmentWork] {
        ChildAsAt(record(events.flatMap(\.self)), day(when)).record.assessmentWorks
    }

    @Test func aMovedDayKeepsTheOnesBeforeIt() throws {
        let moved = [Self.set("2026-02-02", "2026-02-20"), Self.set("2026-02-18", "2026-03-02")].flatMap(\.self)
        let work = try #require(Self.works(moved).first)
        #expect(work.days.map(\.due) == [day("2026-02-20"), day("2026-03-02")])
        #expect((work.begun, work.due) == (day("2026-02-02"), day("2026-03-02")))
        #expect(work.standing == .underWay)
        #expect(Self.works(moved, on: "2026-02-17").first?.due == day("2026-02-20"), "then nobody knew")
    }

    @Test func whatIsSignedEndsTheWaitAndTheNextDaySetIsOfTheNext() {
        let works = Self.works(
            Self.set("2026-02-02", "2026-02-20"), Self.signedOn("2026-02-19"), Self.set("2026-04-01", "2026-05-01"))
        #expect(works.map(\.standing) == [.waiting, .underWay])
        #expect(works.map(\.begun) == [day("2026-02-02"), day("2026-04-01")])
    }

    @Test func whatIsSignedAfterItsDayWasSetIsTheOneThatWasBegunThoughItIsAboutADayBefore() {
        let begun = Self.set("2026-02-02", "2026-02-20")
        let works = Self.works(begun, Self.signedOn("2026-01-30"))
        #expect(works.map(\.standing) == [.waiting])
        #expect(works.map(\.due) == [day("2026-02-20")])
        // Signed before anybody set a day, it is another.
        #expect(Self.works(Self.signedOn("2026-01-30"), begun).map(\.standing) == [.waiting, .underWay])
        // So is one of another kind, and one whose day a manager moved since.
        let leaving = Self.set("2026-02-02", "2026-02-20", "leaving_care")
        #expect(Self.works(leaving, Self.signedOn("2026-01-30")).map(\.standing) == [.waiting, .underWay])
        let moved = Self.works(begun, Self.signedOn("2026-01-30"), Self.set("2026-02-04", "2026-03-02"))
        #expect(moved.map(\.standing) == [.waiting, .underWay])
    }

    private static func notNeeded(_ when: String, _ type: String = "core") -> [ChildEvent] {
        signed(
            .assessmentStart, when,
            [.assessmentType: .choice(type), .notNeededBecause: .text("She went home, and is well there")])
    }

    @Test func oneThatIsNotNeededAnyMoreAsksNothingAndKeepsItsDay() throws {
        let begun = Self.set("2026-02-02", "2026-02-20")
        let leaving = Self.set("2026-02-03", "2026-03-20", "leaving_care")
        let events = [begun, leaving, Self.notNeeded("2026-02-10")].flatMap(\.self)
        let works = Self.works(events)
        #expect(works.map(\.standing) == [.notNeeded(on: day("2026-02-10")), .underWay])
        #expect(works.first?.due == day("2026-02-20"))
        #expect(record(events).openAssessmentWorks.map(\.isForLeavingCare) == [true])
        #expect(Self.works(events, on: "2026-02-09").map(\.standing) == [.underWay, .underWay], "then nobody knew")
        // What is written all the same, or begun again, is another.
        let later = Self.works(events, Self.set("2026-03-01", "2026-03-10"), Self.signedOn("2026-03-05"))
        #expect(later.map(\.standing) == [.notNeeded(on: day("2026-02-10")), .underWay, .waiting])
    }

    @Test func oneForLeavingCareGoesItsOwnWay() {
        let works = Self.works(Self.set("2026-02-02", "2026-03-20", "leaving_care"), Self.signedOn("2026-02-19"))
        #expect(works.map(\.standing) == [.underWay, .waiting])
        #expect(works.map { $0.days.count } == [1, 0])
    }

    @Test func theManagersLastWordStands() {
        let assessed = Self.signedOn("2026-02-19")
        let back = Self.word("2026-02-20", of: "2026-02-19", again: "2026-02-27")
        let approved = Self.word("2026-02-27", of: "2026-02-19")
        #expect(
            Self.works(assessed, back).map(\.standing) == [
                .sentBack(on: day("2026-02-20"), again: day("2026-02-27"))
            ])
        #expect(Self.works(assessed, back, approved).map(\.standing) == [.approved(on: day("2026-02-27"))])
        #expect(Self.works(assessed, back, approved, on: "2026-02-26").map(\.waitsForApproval) == [true])
        #expect(Self.works(assessed, Self.word("2026-02-20", of: "2026-02-18")).map(\.standing) == [.waiting])
    }

    @Test func aCorrectionAfterTheManagersWordMakesItTheManagersAgain() {
        func work(correctedAt place: Int) -> AssessmentWork? {
            var told = CorrectionTests.Told()
            guard let assessed = Self.signedOn("2026-02-19").first, case .signed(let record) = assessed,
                let back = Self.word("2026-02-20", of: "2026-02-19", again: "2026-02-27").first
            else { return nil }
            told.add(assessed)
            if place == 2 { told.add(.corrected(record, retired: []), correcting: 1, because: "It was wrong") }
            told.add(back)
            if place == 3 { told.add(.corrected(record, retired: []), correcting: 1, because: "It was wrong") }
            return told.record.assessmentWorks.first
        }
        #expect(work(correctedAt: 3)?.waitsForManager == true)
        #expect(work(correctedAt: 2)?.waitsForManager == false, "the manager read what was corrected")
        #expect(work(correctedAt: 2)?.assessment?.isCorrected == true)
        #expect(work(correctedAt: 0)?.waitsForManager == false)
    }

    @Test func theCommentThatEarlierFormsAskedForStandsForTheWord() {
        let before = Self.signedOn("2026-02-19", [.managersComment: .text("It tells why the nights are hard.")])
        #expect(Self.works(before).map(\.standing) == [.approved(on: day("2026-02-19"))])
    }

    @Test func oneThatALaterTookThePlaceOfWaitsForNothing() {
        let child = record(
            Self.signedOn("2026-02-19"), Self.signedOn("2026-04-01"), Self.word("2026-04-02", of: "2026-04-01"))
        #expect(child.openAssessmentWorks.isEmpty)
        #expect(child.assessmentWorks.map(\.waitsForApproval) == [true, false])
    }
}

/// What is asked of an assessment that is signed.
struct AssessmentSigningTests {
    private func refusals(_ more: [CoreField: Answer], of child: ChildRecord) -> [String] {
        RecordingTests.refusals(
            RecordCommand(
                kind: .assessment, day: RecordingTests.day, form: RecordingTests.form,
                answers: more.merging([
                    .assessmentType: .choice("core"), .target: .day(RecordingTests.day + 5),
                    .targetReason: .text("A hearing"), .needs: .noneBecause("None is new"),
                ]) { own, _ in own }), of: child)
    }

    @Test func itsAuthorSaysNothingForTheManager() {
        #expect(refusals([:], of: record([])) == [])
        #expect(refusals([.managersComment: .text("It explains her nights")], of: record([])) == ["managers_comment"])
    }

    @Test func itGivesTheDayThatIsSetForItsKind() {
        func set(_ due: Day, _ type: String) -> ChildRecord {
            record(
                signed(
                    .assessmentStart, "\(RecordingTests.day - 3)", [.assessmentType: .choice(type), .target: .day(due)])
            )
        }
        #expect(refusals([:], of: set(RecordingTests.day + 5, "core")) == [])
        #expect(refusals([:], of: set(RecordingTests.day + 9, "core")) == ["target"])
        #expect(refusals([:], of: set(RecordingTests.day + 9, "leaving_care")) == [])
    }
}

/// A day that was set is moved by another record, which keeps it, and ended by one that says why.
struct AssessmentDayMovedTests {
    private static let on = RecordingTests.day

    private static func start(_ more: [CoreField: Answer], on day: Day = on) -> RecordCommand {
        RecordCommand(
            kind: .assessmentStart, day: day, form: RecordingTests.form,
            answers: more.merging([.assessmentType: .choice("core")]) { own, _ in own })
    }
    private static func set(_ due: Day, _ why: String = "A hearing") -> [CoreField: Answer] {
        [.target: .day(due), .targetReason: .text(why)]
    }
    private static func assessment(_ due: Day, _ what: String = "So") -> RecordCommand {
        RecordCommand(
            kind: .assessment, day: on + 3, form: RecordingTests.form,
            answers: [
                .assessmentType: .choice("core"), .target: .day(due), .targetReason: .text(what),
                .needs: .noneBecause("None is new"),
            ])
    }
    private static let notNeeded: [CoreField: Answer] = [.notNeededBecause: .text("She went home")]

    @Test func aCorrectionMovesNeitherTheDayThatWasSetNorTheAssessmentsOwn() throws {
        var told = CorrectionTests.Told()
        try told.sign(Self.start(Self.set(Self.on + 9)))
        try told.sign(Self.assessment(Self.on + 9))
        #expect(told.refusals(2, Self.assessment(Self.on + 30)) == ["target"])
        #expect(told.refusals(1, Self.start(Self.set(Self.on + 30))) == ["target"])
        #expect(told.refusals(2, Self.assessment(Self.on + 9, "Said better")) == [])
        #expect(told.refusals(1, Self.start(Self.set(Self.on + 9, "Said better"))) == [])
        guard case .failure(let refusals) = told.decided(1, Self.start(Self.set(Self.on + 30))) else { return }
        #expect(
            refusals.all[0].what
                == "12 February 2026 was the day when this was signed, and a correction does not move it")
    }

    @Test func onlyWhatIsBegunIsNotNeededAnyMoreAndItHasNoDay() throws {
        func refused(_ more: [CoreField: Answer], _ child: ChildRecord) -> [String] {
            RecordingTests.refusals(Self.start(more, on: Self.on + 2), of: child)
        }
        var told = CorrectionTests.Told()
        #expect(refused(Self.notNeeded, told.record) == ["not_needed_because"])
        #expect(refused([:], told.record) == ["target", "target_reason"])
        try told.sign(Self.start(Self.set(Self.on + 9)))
        #expect(refused(Self.notNeeded, told.record) == [])
        #expect(refused(Self.notNeeded.merging(Self.set(Self.on + 9)) { $1 }, told.record) == ["target"])
        let leaving = Self.notNeeded.merging([.assessmentType: .choice("leaving_care")]) { $1 }
        #expect(refused(leaving, told.record) == ["not_needed_because"])
        try told.sign(Self.start(Self.notNeeded, on: Self.on + 2))
        #expect(refused(Self.notNeeded, told.record) == ["not_needed_because"], "once")
        #expect(told.refusals(2, Self.start([.notNeededBecause: .text("She lives at home")], on: Self.on + 2)) == [])
        #expect(told.refusals(2, Self.start(Self.set(Self.on + 30), on: Self.on + 2)) == ["target"])
    }
}

/// A manager's comment says something of the assessment that it is about.
struct StampedCommentTests {
    private func refusals(_ comment: String) -> [String] {
        RecordingTests.refusals(
            RecordCommand(
                kind: .assessmentApproval, day: RecordingTests.day, form: RecordingTests.form,
                answers: [
                    .assessedOn: .day(RecordingTests.day), .managersComment: .text(comment),
                    .managersAnswer: .choice("approved"),
                ]))
    }

    @Test(arguments: [
        "Agreed.", "I agree with the analysis", "APPROVED – thanks!", "Noted, no further comments", "n/a",
    ])
    func aStampIsRefused(_ comment: String) {
        #expect(refusals(comment) == ["assessed_on", "managers_comment"])
    }

    @Test(arguments: [
        "Agreed: the nights explain her days.", "I agree that school comes first", "No view of her father’s yet.",
    ])
    func aWordOfItsOwnIsNot(_ comment: String) {
        // Nothing is signed that it could be about.
        #expect(refusals(comment) == ["assessed_on"])
    }
}
