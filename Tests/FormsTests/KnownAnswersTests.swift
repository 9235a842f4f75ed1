import Casework
import Days
import FormFiles
import Forms
import Testing

/// Nothing is asked twice: what the record knows stands on the form, and nothing else does.
struct KnownAnswersTests {
    static let day = Day(uncheckedYear: 2026, month: 3, day: 20)
    static let edition = FormEdition(version: 1, digest: 1)

    static func child(_ records: [SignedRecord], placedOn placed: Day? = nil) -> ChildAsAt {
        var child = ChildRecord(id: ChildID(key: 1))
        if let placed {
            let stay = Episode(start: placed, reason: "S", legalStatus: "C2", placement: "U6")
            child.apply(.episode(.started(stay)), origin: Origin(EventID(1), .recordedHere))
        }
        for (index, record) in records.enumerated() {
            child.apply(.signed(record), origin: Origin(EventID(Int64(index + 2)), .recordedHere))
        }
        return ChildAsAt(child, day)
    }

    static func record(_ kind: RecordKind, _ day: Day, _ answers: [CoreField: Answer]) -> SignedRecord {
        SignedRecord(kind: kind, day: day, form: edition, answers: answers)
    }

    static func known(
        _ kind: RecordKind, _ records: [SignedRecord], placedOn placed: Day? = nil
    ) throws -> KnownAnswers {
        let form = try #require(try FormLibrary()[kind]?.form)
        return KnownAnswers(form, of: child(records, placedOn: placed), told: records)
    }

    static func item(_ name: String) throws -> Answer { .items([try #require(ItemID(name))]) }

    @Test func theLastPlanOfTheKindGoesOnAndWishesAreAskedAnew() throws {
        let plans = [
            Self.record(.carePlan, Self.day - 90, [.health: .text("Older")]),
            Self.record(.carePlan, Self.day - 10, [.health: .text("Dentist"), .wishes: .text("A cat")]),
            Self.record(.carePlan, Self.day + 5, [.health: .text("Not yet")]),
        ]
        let known = try Self.known(.carePlan, plans)
        #expect(known.whole["health"]?.answer == .text("Dentist"))
        #expect(known.whole["health"]?.from.words == "From the care plan of 10 March 2026")
        #expect(known.whole["wishes"] == nil)
    }

    @Test func aPlacementPlanIsForThePlacementThatIs() throws {
        let plan = Self.record(
            .placementPlan, Self.day - 90,
            [
                .placementFrom: .day(Self.day - 100), .arrangements: .text("Own room"), .howItMayEnd: .text("28 days"),
            ])
        let moved = try Self.known(.placementPlan, [plan], placedOn: Self.day - 5)
        #expect(moved.whole["placement_from"]?.answer == .day(Self.day - 5))
        #expect(moved.whole["arrangements"] == nil && moved.whole["how_it_may_end"] == nil)
        let same = try Self.known(.placementPlan, [plan], placedOn: Self.day - 100)
        #expect(same.whole["arrangements"]?.answer == .text("Own room"))
        #expect(same.whole["how_it_may_end"]?.answer == .text("28 days"))
        #expect(try Self.known(.assessment, [], placedOn: Self.day - 5).whole["placement_from"] != nil)
    }

    /// Two are under way: one's day is moved on the day that the other is begun.
    @Test func theDayThatIsSetIsThatOfTheAssessmentItWasSetFor() throws {
        func set(_ on: Day, _ due: Day, _ type: String) -> SignedRecord {
            Self.record(
                .assessmentStart, on,
                [.assessmentType: .choice(type), .target: .day(due), .targetReason: .text("For \(type)")])
        }
        let known = try Self.known(
            .assessment,
            [
                set(Self.day - 9, Self.day + 5, "leaving_care"), set(Self.day - 2, Self.day + 10, "core"),
                set(Self.day - 2, Self.day + 30, "leaving_care"),
            ])
        #expect(known.whole["target"]?.answer == .day(Self.day + 10))
        #expect(known.whole["target_reason"]?.answer == .text("For core"))
        #expect(known.whole["assessment_type"]?.answer == .choice("core"))
    }

    @Test func thePeopleOfTheLastFamilyTimePlanStandThere() throws {
        let people = Answer.rows([AnswerRow([.person: .text("Mum"), .formal: .flag(true)])])
        let known = try Self.known(.familyTimePlan, [Self.record(.familyTimePlan, Self.day - 9, [.people: people])])
        #expect(known.whole["people"]?.answer == people)
    }

    @Test func aReviewHasARowForWhatIsOpenAndForWhatTheChildSaidSince() throws {
        let visit = Self.record(
            .visit, Self.day - 60,
            [
                .views: .rows([AnswerRow([.id: try Self.item("V1"), .what: .text("Nan")])]),
                .risks: .rows([AnswerRow([.id: try Self.item("R1"), .what: .text("Park"), .level: .choice("high")])]),
                .actions: .rows([
                    AnswerRow([.id: try Self.item("A1"), .what: .text("Late"), .due: .day(Self.day - 1)]),
                    AnswerRow([.id: try Self.item("A2"), .what: .text("In time"), .due: .day(Self.day)]),
                ]),
            ])
        let review = Self.record(
            .review, Self.day - 50,
            [
                .viewsConsidered: .rows([AnswerRow([.item: try Self.item("V1"), .what: .text("Agreed")])]),
                .viewsAnswered: .rows([AnswerRow([.view: try Self.item("V1"), .done: .text("Sundays")])]),
                .decisions: .rows([
                    AnswerRow([
                        .id: try Self.item("D1"), .what: .text("Nan on Sundays"), .owner: .text("Ann"),
                        .due: .day(Self.day + 9),
                    ])
                ]),
            ])
        let since = Self.record(
            .visit, Self.day - 20, [.views: .rows([AnswerRow([.id: try Self.item("V2"), .what: .text("Art")])])])
        let known = try Self.known(.review, [visit, review, since])
        #expect(known.subjects["decisions_looked"]?.map(\.name) == ["D1"])
        #expect(known.subjects["risks_considered"]?.map(\.name) == ["R1"])
        #expect(known.subjects["views_considered"]?.map(\.name) == ["V2"])
        #expect(known.subjects["progress"]?.map(\.name) == ["A1"])
        #expect(try Self.known(.visit, [visit]).subjects["progress"]?.map(\.name) == ["A1", "A2"])
    }

    @Test func ofAChildOfWhomNothingIsWrittenNothingIsKnown() throws {
        for kind in RecordKind.allCases { #expect(try Self.known(kind, []).isEmpty, "\(kind)") }
    }

    @Test func eachNeedThatNothingAnswersWaitsInThePlan() throws {
        let assessed = Self.record(
            .assessment, Self.day - 10,
            [
                .needs: .rows([
                    AnswerRow([.id: try Self.item("N1"), .what: .text("To sleep"), .area: .choice("emotional")]),
                    AnswerRow([.id: try Self.item("N2"), .what: .text("To swim"), .area: .choice("health")]),
                ])
            ])
        let planned = Self.record(
            .carePlan, Self.day - 5,
            [
                .actions: .rows([
                    AnswerRow([.id: try Self.item("A1"), .what: .text("A light"), .addresses: try Self.item("N1")])
                ])
            ])
        #expect(try Self.known(.carePlan, [assessed]).subjects["needs_answered"]?.map(\.name) == ["N1", "N2"])
        #expect(try Self.known(.carePlan, [assessed, planned]).subjects["needs_answered"]?.map(\.name) == ["N2"])
        #expect(try Self.known(.pathwayPlan, [assessed, planned]).subjects["needs_answered"]?.map(\.name) == ["N2"])
    }

    @Test func whatWasSettledIsAskedOnlyWhetherItIsStillRightAndWhoAgreesAnew() throws {
        let consents: Answer = .rows([AnswerRow([.matter: .choice("photographs"), .person: .text("Mum")])])
        let people = Self.record(.people, Self.day - 9, [.consents: consents, .network: .rows([])])
        let known = try Self.known(.people, [people])
        #expect(known.whole["consents"]?.answer == consents)
        #expect(known.whole["consents"]?.informationClass == .anotherPerson)
        let decisions: Answer = .rows([AnswerRow([.matter: .choice("faith"), .decides: .choice("a_parent")])])
        let plan = Self.record(
            .placementPlan, Self.day - 9,
            [.placementFrom: .day(Self.day - 10), .delegatedDecisions: decisions, .agreements: decisions])
        let again = try Self.known(.placementPlan, [plan], placedOn: Self.day - 10)
        #expect(again.whole["delegated_decisions"]?.answer == decisions)
        #expect(again.whole["agreements"] == nil)
    }

    @Test func whereAYoungPersonStandsGoesFromThePlanToTheReviewAndBack() throws {
        func said(_ state: String) -> Answer {
            .rows([AnswerRow([.matter: .choice("savings"), .ready: .choice(state)])])
        }
        let plan = Self.record(.pathwayPlan, Self.day - 9, [.readiness: said("working_on_it")])
        let review = Self.record(.review, Self.day - 3, [.readiness: said("they_have_it")])
        #expect(try Self.known(.review, [plan]).whole["readiness"]?.answer == said("working_on_it"))
        let back = try Self.known(.pathwayPlan, [plan, review]).whole["readiness"]
        #expect(back?.answer == said("they_have_it"))
        #expect(back?.from.words == "From the review of \((Self.day - 3).inWords)")
    }
}
