import Casework
import Days
import Oversight
import Standards
import TestSupport
import Testing

struct LadderTests {
    private func worklist(_ record: ChildRecord, _ asAt: String, _ context: Context) -> Worklist {
        let child = ChildAsAt(record, day(asAt))
        let duties = Catalogue.duties(of: child, context).filter { Catalogue.standard(of: $0).id == "RV01" }
        return Worklist(
            for: child, duties: duties, signals: Signals.of(child, context), joins: Breaks.of(child, context))
    }

    @Test func aNeedWithoutActionAndARiskWithoutOneStandWhereTheirSourcesPutThem() {
        let quiet = [episode("2024-01-10"), worker("SW1", "2024-01-10"), review("2024-01-30", "PN1")].flatMap { $0 }
        let child = record(quiet, assessed("2024-05-20", risk: .high))
        let list = worklist(child, "2024-06-01", covered())
        let joins = list.items.filter { if case .join = $0.what { true } else { false } }
        #expect(joins.map(\.rung) == [.openRisk, .regulation])
        #expect(joins.map(\.since) == [day("2024-05-20"), day("2024-05-20")])
        #expect(joins.first?.action == Breaks.rule("risk_without_action")?.action)
        #expect(Breaks.rule("risk_without_action")?.isAboutSafety == true)
        #expect(Breaks.rule("need_without_action")?.isAboutSafety == false)
    }

    @Test func whatABreakStandsForIsOneItemWithIt() {
        let quiet = [episode("2024-01-10"), worker("SW1", "2024-01-10"), review("2024-01-30", "PN1")].flatMap { $0 }
        // Kept here from the day that care began, and no plan within ten working days.
        var child = record(quiet)
        let home = signed(.placementPlan, "2024-01-10", [.placementFrom: .day(day("2024-01-10"))])
        for event in assessed("2024-01-10") + home { child.apply(event, origin: Origin(EventID(99), .recordedHere)) }
        let list = worklist(child, "2024-02-10", covered())
        let joins = list.items.compactMap { if case .join(let found) = $0.what { found } else { nil } }
        #expect(joins.map(\.rule.id) == ["plan_absent"])
        #expect(joins.first?.folded.map(\.rule.id) == ["need_without_action"])
        #expect(list.items.first { $0.rung == .regulation }?.why.contains("With it: a need has no action.") == true)
    }

    @Test func whatIsPastADayThatAManagerSetIsOneItem() {
        let quiet = [episode("2024-01-10"), worker("SW1", "2024-01-10"), review("2024-01-30", "PN1")].flatMap { $0 }
        let set = signed(
            .assessmentStart, "2024-02-01",
            [.assessmentType: .choice("core"), .target: .day(day("2024-02-20")), .targetReason: .text("A hearing")])
        let child = ChildAsAt(record(quiet, set), day("2024-02-22"))
        let duties = Catalogue.duties(of: child, covered()).filter { Catalogue.standard(of: $0).id == "SG02" }
        #expect(duties.map(\.standing) == [.overdue(days: 2)])
        let list = Worklist(for: child, duties: duties, signals: [], joins: Breaks.of(child, covered()))
        #expect(
            list.items.filter { $0.rung == .statutoryGuidance }.map(\.title) == [
                "The day set for the assessment has passed, and it is not written"
            ])
        let alone = Worklist(for: child, duties: duties, signals: [], joins: [])
        #expect(alone.items.map(\.title) == ["Assessment finished by the day that is right for the child"])
    }

    @Test func oneThatIsPastItsDayHidesNoOther() {
        func set(_ type: String, _ due: String) -> [ChildEvent] {
            signed(.assessmentStart, "2024-02-01", [.assessmentType: .choice(type), .target: .day(day(due))])
        }
        let quiet = [episode("2024-01-10"), worker("SW1", "2024-01-10"), review("2024-01-30", "PN1")].flatMap { $0 }
        let both = record(quiet, set("core", "2024-02-20"), set("leaving_care", "2024-02-15"))
        let child = ChildAsAt(both, day("2024-02-22"))
        let duties = Catalogue.duties(of: child, covered()).filter { Catalogue.standard(of: $0).id == "SG02" }
        let joins = Breaks.of(child, covered()).filter { $0.rule.id == "assessment_past_its_day" }
        #expect(joins.map(\.since) == [day("2024-02-15")])
        let list = Worklist(for: child, duties: duties, signals: [], joins: joins)
        #expect(list.items.map(\.since) == [day("2024-02-15"), day("2024-02-20")])
    }

    @Test func everyKindThatAFormMendsNamesAFieldThatTheFormHas() {
        for rule in Breaks.rules {
            guard case .writing(let kind, let field?, let column) = rule.mend else { continue }
            #expect(kind.need(of: field) != nil, "\(rule.id)")
            guard let column, case .rows(let table) = field.kind else { continue }
            #expect(table.cells.contains { $0.column == column }, "\(rule.id)")
        }
    }

    @Test func theLadderIsPrintedInOrderAndEveryRungHasItsWords() {
        #expect(Rung.allCases == Rung.allCases.sorted())
        #expect(Rung.allCases.first == .mayNotBeSafe && Rung.missingNow < .openRisk && Rung.openRisk < .noWorker)
        #expect(Rung.noWorker < .regulation && Rung.regulation < .statutoryGuidance && Rung.local < .dueThisWeek)
        #expect(Set(Rung.allCases.map(\.title)).count == Rung.allCases.count)
    }

    @Test func missingNowComesBeforeNoWorkerBeforeALateReview() {
        let child = record(episode("2024-01-10"), missing("2024-05-20"))
        let list = worklist(child, "2024-06-01", covered())
        #expect(list.items.map(\.rung) == [.missingNow, .noWorker, .regulation])
        #expect(list.more > 0)
        #expect(list.items[2].since == day("2024-02-07"))
        #expect(list.items.allSatisfy { !$0.title.isEmpty && !$0.why.isEmpty && !$0.action.isEmpty })
    }

    @Test func aReviewDueWithinTheWeekIsOnTheLadderAndOneDueLaterIsNot() {
        let child = record(born: "2019-01-01", episode("2024-01-10"), worker("SW1", "2024-01-10"))
        #expect(worklist(child, "2024-02-01", covered()).items.map(\.rung) == [.dueThisWeek])
        #expect(worklist(child, "2024-01-31", covered()).items.isEmpty)
    }

    @Test func childrenOfWhomTooLittleIsKnownComeFirstAndThenTheLongestWait() {
        let context = covered()
        let unknown = worklist(
            record(key: 9, born: nil, episode("2024-05-20"), worker("SW1", "2024-05-20")), "2024-06-01", context)
        let missingLong = worklist(record(key: 2, episode("2024-05-20"), missing("2024-05-21")), "2024-06-01", context)
        let missingShort = worklist(record(key: 1, episode("2024-05-20"), missing("2024-05-30")), "2024-06-01", context)
        let calm = worklist(record(key: 3, episode("2024-05-20"), worker("SW1", "2024-05-20")), "2024-06-01", context)
        #expect(unknown.gaps == [.birthDate])
        let order = [calm, missingShort, unknown, missingLong].sorted(by: Worklist.precedes)
        #expect(order.map(\.child) == [unknown, missingLong, missingShort, calm].map(\.child))
    }

    @Test func aChildWhoDiedHasNothingToDo() {
        let list = worklist(record(episode("2024-01-10", end: "2024-05-01", "E2")), "2024-06-01", covered())
        #expect(list.items.isEmpty && list.gaps.isEmpty && list.more == 0)
    }
}

struct DelayLedgerTests {
    private func ledger(_ record: ChildRecord, _ asAt: String) -> DelayLedger {
        let child = ChildAsAt(record, day(asAt))
        var ledger = DelayLedger(asAt: child.day)
        ledger.add(
            child.id,
            Catalogue.duties(of: child, covered()).filter { Catalogue.standard(of: $0).id == "RV01" })
        return ledger
    }

    @Test func everyDayAfterTheDueDayCountsUntilItIsDone() {
        let late = ledger(record(episode("2024-01-10"), review("2024-02-10", "PN1")), "2024-06-01")
        #expect(late.entries.count == 1)
        #expect(late.entries.first?.from == day("2024-02-08"))
        #expect(late.entries.first?.to == day("2024-02-10"))
        #expect(late.entries.first?.isOpen == false)
        #expect(late.days == 3)
        #expect(late.totals.first?.waitedFor == "a review")
    }

    @Test func anOpenWaitGrowsWithTheDayAndOneInTimeAddsNothing() {
        let child = record(episode("2024-01-10"))
        #expect(ledger(child, "2024-02-07").entries.isEmpty)
        #expect(ledger(child, "2024-02-08").days == 1)
        #expect(ledger(child, "2024-02-18").days == 11)
        #expect(ledger(child, "2024-02-18").totals.first?.open == 1)
        #expect(ledger(record(episode("2024-01-10"), review("2024-02-07", "PN1")), "2024-06-01").entries.isEmpty)
    }
}
