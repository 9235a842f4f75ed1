import Access
import Casework
import Days
import TestSupport
import Testing

@testable import Website

/// A manager's decision names the plan that it rests on, which the form knows and the manager says; the plan shows it.
@Suite(.serialized) struct PlanUsedPageTests {
    private static let child = Office.children[.own] ?? ChildID(key: 0)
    private static let page = "/children/\(child)"

    @Test func theFormKnowsThePlanTheDecisionSaysItAndThePlanShowsIt() async throws {
        let office = try await Office()
        let manager = try await office.enter([.teamManager], worker: "MEast")
        for when in ["2026-03-02", "2026-03-16"] {
            let plan = SignedRecord(
                kind: .carePlan, day: day(when), form: FormEdition(version: 1, digest: 1), answers: [:])
            try await office.write(.signed(plan), of: Self.child)
        }
        let newest = try await office.site.records.current().head
        try await office.open { asker in
            let form = try await asker.ask(.get, Self.page + "/record/management_decision", manager).text
            #expect(form.contains("From the care plan of 16 March 2026"))
            func decide(_ of: String) async throws -> String {
                try await asker.sign(
                    .managementDecision, of: Self.child, by: manager,
                    [
                        "decided": "She stays until the summer", "reason": "She settles", "plan_used": "care_plan",
                        "plan_used_of": of, "actions.none": "Nothing is to change",
                    ])
            }
            let onTheOld = try await decide("2026-03-02")
            let onTheNew = try await decide("2026-03-16")
            let old = try await asker.ask(.get, onTheOld, manager).text
            #expect(old.contains("It rests on the") && old.contains("though there was a newer one"))
            #expect(old.contains("\(Self.page)/records/\(newest)"))
            let new = try await asker.ask(.get, onTheNew, manager).text
            #expect(new.contains("It rests on the") && !new.contains("newer one"))
            let plan = try await asker.ask(.get, "\(Self.page)/records/\(newest)", manager).text
            #expect(plan.contains("Decisions that rest on this plan"))
        }
    }
}
