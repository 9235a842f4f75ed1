import Casework
import Days
import Oversight
import Standards
import TestSupport
import Testing

/// What people answer to something to join up holds for what it was given on, is given by those who may, and never takes
/// anything out of the counts but what two people say is not so.
struct JoinAnswerTests {
    private static let entered = [episode("2024-01-10"), worker("SW1", "2024-01-10")].flatMap { $0 }
    private static let today = day("2024-06-01")
    private static let now = Moment(today, minute: 600).instant.at

    private let colleague = Answerer(account: "colleague", owes: false, manages: false, reviews: false)
    private let worker1 = Answerer(account: "worker", owes: true, manages: false, reviews: false)
    private let manager = Answerer(account: "manager", owes: false, manages: true, reviews: false)
    private let director = Answerer(account: "director", owes: false, manages: true, reviews: false)
    private let officer = Answerer(account: "officer", owes: false, manages: false, reviews: true)

    /// A child with a need that no action answers (the law's) and a view that nobody answered (a local aim), each kept here.
    private func child(_ more: [ChildEvent] = []) -> ChildRecord {
        let view = AnswerRow([.id: .items([ItemID("V1")!]), .what: .text("To see nan")])
        return record(
            Self.entered, assessed("2024-05-20", risk: .high),
            signed(.directWork, "2024-05-21", [.views: .rows([view])]),
            more)
    }

    private func join(_ id: String, of record: ChildRecord, on asked: Day = today) throws -> Break {
        try #require(Breaks.of(ChildAsAt(record, asked), covered()).first { $0.rule.id == id })
    }

    private func adding(_ event: JoinEvent, to record: ChildRecord, as number: Int64 = 900) -> ChildRecord {
        var record = record
        record.apply(.join(event), origin: Origin(EventID(number), .recordedHere))
        return record
    }

    private func answered(
        _ id: String, _ word: JoinAnswer.Word, of record: ChildRecord, by person: Answerer, at: Instant = now,
        because: String = "She lives with her nan", as number: Int64 = 900
    ) throws -> ChildRecord {
        let found = try join(id, of: record)
        let answer = try found.answered(
            word, because: because, by: person, at: at, earlier: record.joinAnswers, LocalSettings()
        ).get()
        return adding(.answered(answer), to: record, as: number)
    }

    private func fields(_ result: Result<JoinAnswer, RecordRefusals>) -> [String] {
        if case .failure(let refusals) = result { refusals.all.map(\.field) } else { [] }
    }

    @Test func aNotSoStaysUntilASecondPersonAgreesAndThenLeavesTheCounts() throws {
        let record = try answered("view_not_answered", .notSo, of: child(), by: worker1)
        let waiting = try join("view_not_answered", of: record)
        #expect(waiting.awaitsSecond && waiting.isAsked && [waiting].counted.count == 1)
        let answer = try #require(waiting.state.answer)
        #expect(waiting.refusal(ofSecond: worker1, to: answer)?.field == "break", "not the one who gave it")
        let second = try waiting.seconded(answer, agrees: true, because: "", by: colleague, at: Self.now).get()
        let agreed = try join(
            "view_not_answered", of: adding(.seconded(answer: EventID(900), second), to: record, as: 901))
        #expect(agreed.isNotSo && !agreed.isAsked && [agreed].counted.isEmpty)
        #expect(agreed.state.answer?.because == "She lives with her nan" && agreed.state.answer?.by == "worker")
    }

    @Test func whatASecondPersonDoesNotAgreeWithIsThereAgain() throws {
        let record = try answered("view_not_answered", .notSo, of: child(), by: worker1)
        let waiting = try join("view_not_answered", of: record)
        let answer = try #require(waiting.state.answer)
        #expect(throws: RecordRefusals.self) {
            try waiting.seconded(answer, agrees: false, because: " ", by: colleague, at: Self.now).get()
        }
        let second = try waiting.seconded(answer, agrees: false, because: "She asked me", by: colleague, at: Self.now)
            .get()
        let back = try join(
            "view_not_answered", of: adding(.seconded(answer: EventID(900), second), to: record, as: 901))
        guard case .returned(_, .notAgreed) = back.state else { return #expect(Bool(false), "\(back.state)") }
        #expect(back.isAsked)
    }

    @Test func theFirstSecondPersonsWordCounts() throws {
        var record = try answered("view_not_answered", .notSo, of: child(), by: worker1)
        for (number, agrees) in [(901, false), (902, true)] {
            let second = JoinSecond(agrees: agrees, because: "", by: "p\(number)", at: Self.now)
            record = adding(.seconded(answer: EventID(900), second), to: record, as: Int64(number))
        }
        #expect(record.joinAnswers.first?.second?.agrees == false)
    }

    @Test func anAnswerIsOverWhenWhatItRestsOnChanges() throws {
        // The manager of a worker who has two needs nothing answers puts one off; then the risk is found higher.
        let put = try answered("need_without_action", .later(until: Self.today + 10), of: child(), by: manager)
        #expect(try join("need_without_action", of: put).isPutOff)
        // The same need, told by an assessment of another day: what the answer rested on is no longer what there is.
        let told = put.joinAnswers
        let other = record(Self.entered, assessed("2024-05-22", risk: .high))
        let found = try #require(
            Breaks.of(ChildAsAt(other, Self.today), covered(), answers: told).first {
                $0.rule.id == "need_without_action"
            })
        guard case .returned(let answer, .factsChanged) = found.state else {
            return #expect(Bool(false), "\(found.state)")
        }
        #expect(answer.by == "manager" && found.isAsked)
    }

    @Test func whatABreakStandsForIsPartOfWhatTheAnswerRestsOn() throws {
        let plan = [
            ChildEvent.episode(
                .started(
                    Episode(
                        start: day("2024-01-10"), reason: "S", legalStatus: "C2", need: "N1", placement: "U6",
                        provider: "PR1", homePostcode: .blank, placementPostcode: .blank)))
        ]
        let early = record(plan, worker("SW1", "2024-01-10"), signed(.caseNote, "2024-01-10"))
        let put = try answered("plan_absent", .later(until: Self.today + 10), of: early, by: manager)
        #expect(try join("plan_absent", of: put).isPutOff)
        var more = put
        for event in assessed("2024-05-30") { more.apply(event, origin: Origin(EventID(950), .recordedHere)) }
        let found = try join("plan_absent", of: more)
        #expect(found.folded.map(\.rule.id) == ["need_without_action"])
        guard case .returned(_, .factsChanged) = found.state else { return #expect(Bool(false), "\(found.state)") }
    }

    @Test func whatIsPutOffIsThereAgainOnTheDayAndNotTheDayBefore() throws {
        let until = Self.today + 10
        let record = try answered("view_not_answered", .later(until: until), of: child(), by: worker1)
        let before = try join("view_not_answered", of: record, on: until - 1)
        #expect(before.isPutOff && !before.isAsked && [before].counted.count == 1, "put off, and counted")
        let after = try join("view_not_answered", of: record, on: until)
        guard case .returned(_, .dayCame) = after.state else { return #expect(Bool(false), "\(after.state)") }
        // As at a day before it was answered, nobody had.
        #expect(try join("view_not_answered", of: record, on: Self.today - 1).state == .open)
    }

    @Test func theLawAndSafetyAreAnsweredByAManagerAndNeverByWhoeverOwesThem() throws {
        let record = child()
        for id in ["need_without_action", "risk_without_action"] {
            let found = try join(id, of: record)
            for (person, may) in [(worker1, false), (colleague, false), (officer, false), (manager, true)] {
                #expect((found.refusal(of: person) == nil) == may, "\(id), \(person.account)")
            }
            let owing = Answerer(account: "both", owes: true, manages: true, reviews: false)
            #expect(found.refusal(of: owing) != nil, "\(id): a manager who owes it")
        }
        let local = try join("view_not_answered", of: record)
        for person in [worker1, colleague, officer, manager] { #expect(local.refusal(of: person) == nil) }
    }

    @Test func theSecondPersonForTheLawIsAnotherManagerOrTheReviewingOfficer() throws {
        let record = try answered("need_without_action", .notSo, of: child(), by: manager)
        let found = try join("need_without_action", of: record)
        let answer = try #require(found.state.answer)
        for (person, may) in [
            (manager, false), (worker1, false), (colleague, false), (director, true), (officer, true),
        ] {
            #expect((found.refusal(ofSecond: person, to: answer) == nil) == may, "\(person.account)")
        }
    }

    @Test func nobodyAgreesWithWhatAProgramWroteDownForThem() throws {
        let program = Answerer(
            account: "cli:ada", onBehalfOf: " ann worker", owes: false, manages: false, reviews: false)
        let record = try answered("view_not_answered", .notSo, of: child(), by: program)
        let found = try join("view_not_answered", of: record)
        let answer = try #require(found.state.answer)
        let ann = Answerer(
            account: "u-7", alsoKnownAs: ["Ann Worker", "SW1"], owes: true, manages: false, reviews: false)
        #expect(found.refusal(ofSecond: ann, to: answer)?.what == "you gave the answer yourself")
        #expect(found.refusal(ofSecond: colleague, to: answer) == nil)
    }

    @Test func theTeamAnswersForNothingOfTheReviewingOfficers() {
        for rule in Breaks.rules where rule.owner == .iro {
            #expect(
                rule.needsManager || rule.isReviewingOfficers,
                "\(rule.id): who may answer it, where the law does not ask?")
        }
    }

    @Test func aConcernIsSetAsideByTheOfficerWhoRaisedItAndByNobodyElse() throws {
        func answerer(owes: Bool = false, manages: Bool = false, reviews: Bool = false) -> Answerer {
            Answerer(account: "u-9", owes: owes, manages: manages, reviews: reviews)
        }
        let raised = concern("2024-02-01", by: "2024-02-05")
        for more in [raised, raised + concernAnswered("2024-02-03")] {
            let record = record(
                episode("2024-01-10", "S", "V2"), signed(.caseNote, "2024-01-10"), more)
            let asAt = ChildAsAt(record, day("2024-03-20"))
            let found = try #require(Breaks.of(asAt, covered()).first { $0.rule.isReviewingOfficers })
            #expect(found.refusal(of: answerer(reviews: true)) == nil, "\(found.rule.id)")
            for person in [answerer(owes: true), answerer(manages: true), answerer()] {
                #expect(
                    found.refusal(of: person)?.what
                        == "it is the reviewing officer’s concern, which nobody else puts off or sets aside")
            }
        }
    }

    @Test func theLongestDayRunsFromTheFirstTimeThatTheLawsWasPutOff() throws {
        let record = child()
        let found = try join("need_without_action", of: record)
        let last = Self.today + LocalSettings().putOffDays
        #expect(found.lastDay(putOff: [], on: Self.today, LocalSettings()) == last)
        func put(_ until: Day, at: Instant = Self.now, _ earlier: [HeldJoinAnswer] = []) -> [String] {
            fields(
                found.answered(
                    .later(until: until), because: "Waiting", by: manager, at: at, earlier: earlier, LocalSettings()))
        }
        #expect(put(last) == [] && put(last + 1) == ["until"] && put(Self.today) == ["until"])
        let once = try answered("need_without_action", .later(until: Self.today + 10), of: record, by: manager)
        // Ten days on it is there again, and cannot be put off beyond the first day's limit.
        let later = Moment(Self.today + 10, minute: 600).instant.at
        #expect(put(last, at: later, once.joinAnswers) == [])
        #expect(put(last + 1, at: later, once.joinAnswers) == ["until"])
        // A local aim may wait for longer.
        let view = try join("view_not_answered", of: record)
        #expect(view.lastDay(putOff: [], on: Self.today, LocalSettings()) == day("2025-06-01"))
    }

    @Test func aReasonIsNeededAndMayNotBeARecord() throws {
        let found = try join("view_not_answered", of: child())
        for because in ["", " \n", String(repeating: "a", count: JoinAnswer.longest + 1)] {
            #expect(
                fields(
                    found.answered(
                        .notSo, because: because, by: worker1, at: Self.now, earlier: [], LocalSettings())
                ) == ["because"])
        }
    }

    @Test func whatIsPutOffLeavesTheItemsAndIsShownBesideThemButSafetyStays() throws {
        let whole = child()
        func list(_ record: ChildRecord) -> Worklist {
            let asAt = ChildAsAt(record, Self.today)
            return Worklist(for: asAt, duties: [], signals: [], joins: Breaks.of(asAt, covered()))
        }
        let asked = list(whole).items.map(\.title)
        let put = try answered("need_without_action", .later(until: Self.today + 10), of: whole, by: manager)
        let work = list(put)
        #expect(work.items.count == asked.count - 1 && work.putOff.map(\.rule.id) == ["need_without_action"])
        let risk = try answered("risk_without_action", .later(until: Self.today + 10), of: whole, by: director)
        #expect(list(risk).items.map(\.title) == asked && list(risk).putOff.isEmpty, "safety never leaves")
        #expect(try join("risk_without_action", of: risk).isPutOff)
    }

    @Test func anAnswerToOneThingIsNoAnswerToAnother() throws {
        let record = try answered("view_not_answered", .notSo, of: child(), by: worker1)
        for found in Breaks.of(ChildAsAt(record, Self.today), covered()) where found.rule.id != "view_not_answered" {
            #expect(found.state == .open, "\(found.rule.id)")
        }
    }
}
