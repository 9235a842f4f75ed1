import Days
import Testing

@testable import Casework

/// What followed on something that a child told counts wherever it was written down, and only where it was about it.
struct FollowingTests {
    private static let told = RecordingTests.day
    private static let form = RecordingTests.form

    /// A note of a disclosure, with something that the child said, and whatever came besides.
    private func child(_ more: [SignedRecord] = [], _ calls: [UrgentEvent] = []) -> ChildRecord {
        let note = SignedRecord(
            kind: .caseNote, day: Self.told, form: Self.form,
            answers: [
                .subject: .text("At school"), .significant: .choice("disclosure"),
                .views: .rows([AnswerRow([.id: .items([ItemID("V1")!]), .what: .text("He hurt me")])]),
            ])
        var child = ChildRecord(id: ChildID(key: 1))
        for (place, event) in ([note] + more).map(ChildEvent.signed).enumerated() {
            child.apply(event, origin: Origin(EventID(Int64(place + 1)), .recordedHere))
        }
        for (place, call) in calls.enumerated() {
            child.apply(.urgent(call), origin: Origin(EventID(Int64(place + 20)), .recordedHere))
        }
        return child
    }

    private func following(_ child: ChildRecord) -> Following { child.following(child.records[0]) }

    private func acting(_ kind: RecordKind, _ on: Day, for name: String) -> SignedRecord {
        SignedRecord(
            kind: kind, day: on, form: Self.form,
            answers: [
                .actions: .rows([
                    AnswerRow([
                        .id: .items([ItemID("A1")!]), .what: .text("See her"), .addresses: .items([ItemID(name)!]),
                    ])
                ])
            ])
    }

    private func decision(_ on: Day, about: String) -> SignedRecord {
        SignedRecord(
            kind: .managementDecision, day: on, form: Self.form,
            answers: [
                .decided: .text("Tomorrow"), .reason: .text("I was away"), .chronologyLines: .items([ItemID(about)!]),
            ])
    }

    @Test func nothingFollowedWhereNothingIsWritten() {
        #expect(following(child()) == Following())
        #expect(!child().wasFollowed(child().records[0]))
    }

    @Test func anActionForWhatTheChildSaidFollowsUntilTheNextDay() {
        for (on, name, follows) in [
            (Self.told, "V1", true), (Self.told + 1, "V1", true), (Self.told + 2, "V1", false),
            (Self.told, "N7", false),
        ] {
            let child = child([acting(.visit, on, for: name)])
            #expect(child.wasFollowed(child.records[0]) == follows, "\(on) \(name)")
        }
        #expect(following(child([acting(.visit, Self.told + 2, for: "V1")])).acted == Self.told + 2)
    }

    @Test func aManagersDecisionAboutItAnswersWheneverItCame() {
        let late = child([decision(Self.told + 30, about: "record-1")])
        #expect(following(late) == Following(acted: nil, told: Self.told + 30, decided: Self.told + 30))
        #expect(late.wasFollowed(late.records[0]))
        let other = child([decision(Self.told, about: "record-9")])
        #expect(following(other).decided == nil)
        // One that only sets an action for what was said is about it while that is what it can be about.
        #expect(following(child([acting(.managementDecision, Self.told + 1, for: "V1")])).decided == Self.told + 1)
        #expect(following(child([acting(.managementDecision, Self.told + 40, for: "V1")])).decided == nil)
    }

    private func call(_ on: Day, _ concern: UrgentConcern = .child) -> [UrgentEvent] {
        func at(_ minute: Int) -> Instant { Moment(on, minute: minute).instant.at }
        return [
            .said(
                UrgentWord(
                    at: at(600), by: "w", concern: concern, words: "She told", way: .manager, steps: [["m"]],
                    minutes: 60)),
            .acknowledged(word: EventID(20), by: "m", at: at(605)),
            .acted(
                word: EventID(20),
                UrgentAction(at: at(610), by: "m", id: ItemID("A9")!, what: "See her", owner: "Ann", due: on)),
        ]
    }

    @Test func aCallThatSomebodyAnsweredTellsTheManagerAndSetsTheAction() {
        #expect(following(child([], call(Self.told))) == Following(acted: Self.told, told: Self.told, decided: nil))
        #expect(following(child([], call(Self.told + 1))).told == Self.told + 1)
        #expect(following(child([], call(Self.told + 2))) == Following())
        #expect(following(child([], call(Self.told - 1))) == Following())
    }

    /// Whom it is against may read what is to be joined up, and must not learn of it there.
    @Test func aCallAgainstSomebodyShowsInNothing() {
        #expect(following(child([], call(Self.told, .staff))) == Following())
        #expect(following(child([], call(Self.told, .carer))) == Following())
    }
}
