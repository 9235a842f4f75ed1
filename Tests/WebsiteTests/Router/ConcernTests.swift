import Access
import Casework
import Days
import TestSupport
import Testing

@testable import Website

/// What a reviewing officer is concerned about, from raising it to closing it: asked of the real router.
@Suite(.serialized) struct ConcernRouteTests {
    private static let child = Office.children[.own] ?? ChildID(key: 0)
    private static let page = "/children/\(child)"

    /// The officer who reviews the child, and the child’s worker.
    private func people(_ office: Office) async throws -> (officer: Office.Visitor, worker: Office.Visitor) {
        for event in worker("IRO9", "2025-05-01", role: .iro) { try await office.write(event, of: Self.child) }
        return (
            try await office.enter([.iro], worker: "IRO9"), try await office.enter([.socialWorker])
        )
    }

    private static let raised =
        "do=sign&occurred=2026-03-02&looked_because=half_way&observations=The+decisions"
        + "&concerns.1.what=Nobody+has+rung+nan&concerns.1.matter=delay&concerns.1.level=high&concerns.1.ask=Ring+her"
        + "&concerns.1.owner=Ann+Worker&concerns.1.stage=social_worker&concerns.1.due=2026-03-09&draft="

    private func raise(_ asker: Asker, _ officer: Office.Visitor) async throws {
        let raised = try await asker.ask(
            .post, Self.page + "/record/look_between_reviews", officer,
            form: Self.raised + String(repeating: "a", count: 32))
        #expect(raised.status == 303, "\(raised.text)")
    }

    @Test(arguments: [
        (Role.iro, "look_between_reviews", 200), (.iro, "concern_step", 200), (.iro, "concern_answer", 404),
        (.socialWorker, "look_between_reviews", 403), (.socialWorker, "concern_step", 403),
        (.socialWorker, "concern_answer", 200), (.teamManager, "concern_answer", 200),
        (.teamManager, "concern_step", 403),
    ])
    func onlyTheOfficerRaisesAndMovesAndTheTeamAnswers(_ role: Role, _ kind: String, _ status: Int) async throws {
        let office = try await Office()
        let officer = try await people(office).officer
        let visitor =
            role == .iro ? officer : try await office.enter([role], worker: role == .teamManager ? "MEast" : "W1")
        try await office.open { asker in
            for method in [false, true] {
                let link = Self.page + "/record/\(kind)"
                let shown =
                    method
                    ? try await asker.ask(
                        .post, link, visitor, form: "do=save&draft=\(String(repeating: "c", count: 32))")
                    : try await asker.ask(.get, link, visitor)
                #expect(shown.status == (method && status == 200 ? 303 : status))
                if status == 403 { #expect(shown.text.contains("Only a reviewing officer")) }
            }
        }
    }

    @Test func aConcernIsRaisedAnsweredAndClosedWithWhatChanged() async throws {
        let office = try await Office()
        let (officer, worker) = try await people(office)
        try await office.open { asker in
            try await raise(asker, officer)
            let reviews = Self.page + "/reviews"
            let open = try await asker.ask(.get, reviews, worker).text
            for words in [
                "“Nobody has rung nan”", "Delay, high.", "29 days", "Put to Ann Worker (social worker)",
                "That day has passed: it is for the team manager to act until it is answered.",
            ] { #expect(open.contains(words), "\(words)") }
            #expect(open.contains("Answer it") && !open.contains("close it"))
            // Nobody who is to answer it puts it off; the officer may.
            let put = "join=concern_not_answered&about=C1&answer=later&because=Next+week&until=2026-04-20"
            let manager = try await office.enter([.teamManager], worker: "MEast")
            let refused = try await asker.ask(.post, Self.page + "/join", manager, form: put)
            #expect(refused.status == 200 && refused.text.contains("which nobody else puts off or sets aside"))

            let form = try await asker.ask(.get, Self.page + "/record/concern_answer", worker).text
            #expect(form.contains("Concern 1: Nobody has rung nan") && form.contains("What was asked"))
            let answered = try await asker.ask(
                .post, Self.page + "/record/concern_answer", worker,
                form:
                    "do=sign&occurred=2026-03-12&concern_answers.1.concern=C1&concern_answers.1.done=She+was+rung&draft="
                    + String(repeating: "b", count: 32))
            #expect(answered.status == 303, "\(answered.text)")
            let waits = try await asker.ask(.get, reviews, officer).text
            #expect(waits.contains("Answered on 12 March 2026. It is for the reviewing officer to say"))
            #expect(waits.contains("Ask again, take it higher or close it") && !waits.contains("Answer it"))

            let closed = try await asker.ask(
                .post, Self.page + "/record/concern_step", officer,
                form: "do=sign&occurred=2026-03-20&concern_steps.1.concern=C1"
                    + "&concern_steps.1.step=closed_something_changed&concern_steps.1.effect=She+saw+nan&draft="
                    + String(repeating: "d", count: 32))
            #expect(closed.status == 303, "\(closed.text)")
            let after = try await asker.ask(.get, reviews, worker).text
            #expect(after.contains("Nothing is open on") && after.contains("She saw nan"))
            let over = try await asker.ask(.get, Self.page + "/record/concern_answer", worker).text
            #expect(over.contains("No concern of the reviewing officer’s is open for this child."))
            let thread = try await asker.ask(.get, Self.page + "/thread", worker).text
            #expect(!thread.contains("concern_not_answered"))
        }
    }
}
