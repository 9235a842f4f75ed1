import Days
import TestSupport
import Testing

@testable import Casework

/// What a reviewing officer is concerned about: who has to act, how it goes on, and that they alone close it.
struct IROConcernTests {
    private func concern(_ more: [ChildEvent]...) throws -> IROConcern {
        let child = record(
            episode("2024-01-10"), TestSupport.concern("2024-03-04", by: "2024-03-11"), more.flatMap(\.self))
        return try #require(child.thread.concerns.first)
    }

    /// Who has to answer on a day; nil where nobody does.
    private func stage(_ concern: IROConcern, on day: String) -> ConcernStage? {
        if case .asked(let ask) = concern.standing { ask.stage(on: TestSupport.day(day)) } else { nil }
    }

    @Test func whoeverWasAskedActsAndOncePastTheirDayWhoeverIsAboveThem() throws {
        let asked = try concern()
        #expect(stage(asked, on: "2024-03-11") == .worker)
        #expect(stage(asked, on: "2024-03-12") == .teamManager)
        let higher = try concern(concernMoved("2024-03-14", .takenHigher, to: .director, by: "2024-03-20"))
        #expect(stage(higher, on: "2024-03-20") == .director)
        #expect(stage(higher, on: "2024-03-21") == .chiefExecutive)
        #expect(ConcernStage.chiefExecutive.above == .chiefExecutive, "there is nobody above")
    }

    @Test func anAnswerLeavesItToTheReviewingOfficerAndIsOfTheAskBeforeIt() throws {
        let answered = try concern(concernAnswered("2024-03-08"))
        #expect(answered.standing == .answered(answered.replies[0]))
        // Asked again on the day of the answer: that ask is not answered.
        let again = try concern(
            concernAnswered("2024-03-08"), concernMoved("2024-03-08", .askedAgain, by: "2024-03-15"))
        #expect(again.reply(to: again.asks[0])?.on == day("2024-03-08"))
        #expect(again.reply(to: again.asks[1]) == nil)
        #expect(stage(again, on: "2024-03-09") == .teamManager)
        // Whatever order they are written down in.
        let late = try concern(
            concernMoved("2024-03-12", .askedAgain, by: "2024-03-15"), concernAnswered("2024-03-08"))
        #expect(late.reply(to: late.asks[0])?.on == day("2024-03-08") && late.reply(to: late.asks[1]) == nil)
    }

    @Test func aClosedOneAsksNobodyAndKeepsItsDays() throws {
        let closed = try concern(
            concernMoved("2024-03-12", .disputeBegun, by: "2024-03-15"), concernMoved("2024-03-13", .notReferred),
            concernMoved("2024-03-24", .closedWithChange))
        #expect(stage(closed, on: "2024-04-30") == nil && !closed.isOpen)
        #expect(closed.daysOpen(on: day("2024-04-30")) == 20)
        #expect(closed.disputeBegun == day("2024-03-12") && closed.cafcassConsidered == day("2024-03-13"))
        #expect(closed.daysOpen(on: day("2024-04-30"), stopped: day("2024-03-10")) == 6)
    }

    @Test func onADayBeforeNothingLaterIsKnown() throws {
        let child = record(
            episode("2024-01-10"), TestSupport.concern("2024-03-04", by: "2024-03-11"), concernAnswered("2024-03-08"),
            concernMoved("2024-03-20", .closedWithout))
        func at(_ when: String) -> IROConcern.Standing? { child.thread.asAt(day(when)).concerns.first?.standing }
        #expect(at("2024-03-03") == nil)
        #expect(at("2024-03-07") == .asked(child.thread.concerns[0].asks[0]))
        #expect(at("2024-03-19") == .answered(child.thread.concerns[0].replies[0]))
        #expect(at("2024-03-20") == .closed(child.thread.concerns[0].steps[0]))
    }

    @Test func itHasANameInTheThreadAndIsToldWithWhatItIsAbout() throws {
        let child = record(
            episode("2024-01-10"), assessed("2024-01-20", risk: .high),
            TestSupport.concern("2024-03-04", by: "2024-03-11", about: ["R1"]))
        let (id, risk) = (try #require(ItemID("C1")), try #require(ItemID("R1")))
        #expect(child.thread.kind(of: id) == .concern && child.thread.what(id) == "Nobody has rung the aunt")
        #expect(child.thread.openConcerns(about: risk).map(\.id) == [id])
        #expect(child.thread.freeName(.concern, besides: []).name == "C2")
    }

    // MARK: What is refused

    private static func refusals(
        _ kind: RecordKind, _ when: String, _ field: CoreField, _ rows: AnswerRow..., of more: [ChildEvent]...,
        signer: Signer = .reviewingOfficer
    ) -> [RecordRefusal] {
        let child = record(
            episode("2024-01-10"), TestSupport.concern("2024-03-04", by: "2024-03-11"), more.flatMap(\.self))
        let command = RecordCommand(
            kind: kind, day: day(when), form: FormEdition(version: 1, digest: 1), answers: [field: .rows(rows)],
            signer: signer)
        guard case .failure(let refusals) = command.decided(for: child, today: day("2024-12-31")) else { return [] }
        return refusals.all
    }

    private static let answer = AnswerRow([.concern: .items([ItemID("C1")!]), .done: .text("She was rung")])

    @Test func nobodyButAReviewingOfficerClosesOne() {
        func close(_ signer: Signer) -> [String] {
            Self.refusals(
                .concernStep, "2024-03-20", .concernSteps, concernStep(.closedWithChange), signer: signer
            ).map(\.sentence)
        }
        let why = "on_behalf_of: only a reviewing officer raises, takes further or closes a concern"
        #expect(close(.reviewingOfficer) == [])
        #expect(close(.somebody) == ["\(why); leave it to them; what was done about one is a concern_answer"])
        #expect(close(.nobodyNamed) == ["\(why); name the reviewing officer whose word it is"])
        #expect(close(.another("Ann Worker")).first?.contains("the staff file has none called “Ann Worker”") == true)
        // Whoever was asked answers.
        #expect(Self.refusals(.concernAnswer, "2024-03-08", .concernAnswers, Self.answer, signer: .somebody) == [])
    }

    @Test func eachStepSaysWhatItNeeds() {
        func fields(_ row: AnswerRow) -> [String] {
            Self.refusals(.concernStep, "2024-03-20", .concernSteps, row).map(\.field)
        }
        let bare = { (move: ConcernMove) in
            AnswerRow([.concern: .items([ItemID("C1")!]), .step: .choice(move.rawValue)])
        }
        let asking = ["ask", "owner", "stage", "due"].map { "concern_steps[1].\($0)" }
        #expect(fields(bare(.askedAgain)) == asking && fields(bare(.disputeBegun)) == asking)
        #expect(fields(bare(.takenHigher)) == asking + ["concern_steps[1].because"])
        #expect(fields(bare(.closedWithChange)) == ["concern_steps[1].effect"])
        for move in [ConcernMove.closedWithout, .referred, .notReferred] {
            #expect(fields(bare(move)) == ["concern_steps[1].because"], "\(move)")
        }
        var everybody = concernStep(.askedAgain, by: "2024-03-27")
        everybody.cells[.owner] = .text("The team")
        #expect(fields(everybody) == ["concern_steps[1].owner"], "an owner is one person")
        #expect(fields(concernStep(.askedAgain, by: "2024-03-19")) == ["concern_steps[1].due"], "a day to come")
    }

    @Test func whatIsClosedIsRaisedAnew() {
        let closed = concernMoved("2024-03-15", .closedWithout)
        #expect(
            Self.refusals(.concernAnswer, "2024-03-15", .concernAnswers, Self.answer, of: closed).map(\.field)
                == ["concern_answers[1].concern"])
        #expect(
            Self.refusals(.concernStep, "2024-03-16", .concernSteps, concernStep(.notReferred), of: closed).map(\.field)
                == ["concern_steps[1].concern"])
        #expect(Self.refusals(.concernAnswer, "2024-03-14", .concernAnswers, Self.answer, of: closed) == [])
        #expect(
            Self.refusals(.concernAnswer, "2024-03-03", .concernAnswers, Self.answer).map(\.field)
                == ["concern_answers[1].concern"], "before it was raised")
    }

    @Test func aStepGoesUpAndADisputeBeginsOnce() {
        func fields(_ rows: AnswerRow..., of more: [ChildEvent] = []) -> [String] {
            let child = record(episode("2024-01-10"), TestSupport.concern("2024-03-04", by: "2024-03-11"), more)
            return RecordChecks(
                kind: .concernStep, day: day("2024-03-20"), answers: [.concernSteps: .rows(rows)], before: nil,
                child: child
            ).refusals.map(\.field)
        }
        let manager = concernStep(.takenHigher, to: .teamManager, by: "2024-03-27")
        #expect(fields(manager) == [])
        #expect(fields(concernStep(.takenHigher, to: .worker, by: "2024-03-27")) == ["concern_steps[1].stage"])
        #expect(fields(manager, manager) == ["concern_steps[2].stage"], "a row follows the one before it")
        #expect(
            fields(manager, of: concernMoved("2024-03-15", .takenHigher, to: .director, by: "2024-03-18"))
                == ["concern_steps[1].stage"])
        let begins = concernStep(.disputeBegun, by: "2024-03-27")
        #expect(fields(begins, begins) == ["concern_steps[2].step"])
        #expect(
            fields(begins, of: concernMoved("2024-03-15", .disputeBegun, by: "2024-03-18")) == ["concern_steps[1].step"]
        )
        #expect(fields(concernStep(.closedWithout), begins) == ["concern_steps[2].step"], "after its closing")
    }

    @Test func whatWasToldToTheOfficerAloneIsNoPartOfOne() {
        func fields(_ row: [RecordColumn: Answer], _ classes: [AnswerRow] = []) -> [String] {
            let due = row.merging([.due: .day(day("2024-03-11"))]) { $1 }
            return RecordChecks(
                kind: .lookBetweenReviews, day: day("2024-03-04"),
                answers: [.concerns: .rows([AnswerRow(due)]), .classes: .rows(classes)], before: nil,
                child: record(episode("2024-01-10"))
            ).refusals.map(\.field)
        }
        let alone = Answer.choice(InformationClass.privateTalk.rawValue)
        #expect(fields([.informationClass: alone]) == ["concerns[1].class"])
        #expect(
            fields([:], [AnswerRow([.question: .text("concerns"), .informationClass: alone])]) == ["concerns[1].class"])
        #expect(fields([.informationClass: .choice(InformationClass.police.rawValue)]) == [])
        #expect(fields([:], [AnswerRow([.question: .text("observations"), .informationClass: alone])]) == [])
    }

    @Test func aConcernIsRaisedWithADayToCome() {
        func fields(_ due: String) -> [String] {
            RecordChecks(
                kind: .lookBetweenReviews, day: day("2024-03-04"),
                answers: [.concerns: .rows([AnswerRow([.due: .day(day(due))])])], before: nil,
                child: record(episode("2024-01-10"))
            ).refusals.map(\.field)
        }
        #expect(fields("2024-03-04") == [] && fields("2024-03-03") == ["concerns[1].due"])
    }
}
