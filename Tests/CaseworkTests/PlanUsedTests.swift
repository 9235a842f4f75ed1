import Casework
import Days
import TestSupport
import Testing

/// Which plan a decision rests on: one that was there, and whether a newer one was there too.
struct PlanUsedTests {
    private static let plans =
        signed(.carePlan, "2026-01-22") + signed(.placementPlan, "2026-02-12") + signed(.carePlan, "2026-03-20")

    private static func decided(_ when: String, on plan: PlanUsed?, of day: String?) -> [CoreField: Answer] {
        var answers: [CoreField: Answer] = [.decided: .text("Wait until May"), .reason: .text("She settles")]
        answers[.planUsed] = plan.map { .choice($0.rawValue) }
        answers[.planUsedOf] = day.map { .day(TestSupport.day($0)) }
        return answers
    }

    private static func refusals(_ when: String, on used: PlanUsed?, of plan: String?) -> [String] {
        let command = RecordCommand(
            kind: .managementDecision, day: day(when), form: FormEdition(version: 1, digest: 1),
            answers: decided(when, on: used, of: plan))
        guard case .failure(let refusals) = command.decided(for: record(plans), today: day("2026-06-01")) else {
            return []
        }
        return refusals.all.map(\.field)
    }

    @Test func thePlanWasThere() {
        #expect(Self.refusals("2026-04-01", on: .carePlan, of: "2026-03-20") == [])
        #expect(Self.refusals("2026-04-01", on: .carePlan, of: "2026-02-12") == ["plan_used_of"], "that is of a home")
        #expect(Self.refusals("2026-03-01", on: .carePlan, of: "2026-03-20") == ["plan_used_of"], "not written yet")
        #expect(Self.refusals("2026-04-01", on: .carePlan, of: nil) == ["plan_used_of"])
        #expect(Self.refusals("2026-04-01", on: .noPlan, of: nil) == [])
        #expect(Self.refusals("2026-04-01", on: .noPlan, of: "2026-03-20") == ["plan_used_of"])
        #expect(Self.refusals("2026-04-01", on: nil, of: nil) == [], "nobody has to say")
    }

    @Test func theCarePlanIsTheOneInForce() {
        let child = record(Self.plans)
        #expect(child.planInForce(on: day("2026-02-20"))?.day == day("2026-01-22"))
        #expect(child.planInForce(on: day("2026-03-20"))?.day == day("2026-03-20"))
        #expect(child.planInForce(on: day("2026-01-01")) == nil)
        #expect(record(signed(.placementPlan, "2026-02-12")).planInForce(on: day("2026-03-01"))?.kind == .placementPlan)
    }

    @Test func aPlanSaysWhatRestsOnIt() throws {
        let child = record(
            Self.plans, signed(.managementDecision, "2026-04-01", Self.decided("", on: .carePlan, of: "2026-01-22")))
        let plan = try #require(child.records.first)
        let decision = try #require(child.decisions(restingOn: plan).first)
        #expect(child.planUsed(by: decision) == plan)
        #expect(child.newerPlan(than: plan, before: decision)?.day == day("2026-03-20"))
        // Of the same day, and signed after the decision.
        let led = record(
            Self.plans, signed(.managementDecision, "2026-04-01", Self.decided("", on: .carePlan, of: "2026-03-20")),
            signed(.carePlan, "2026-04-01"))
        let before = try #require(led.records.first { $0.kind == .managementDecision })
        #expect(led.newerPlan(than: try #require(led.planUsed(by: before)), before: before) == nil)
    }
}
