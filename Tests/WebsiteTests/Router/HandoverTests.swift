import Access
import Casework
import Testing

@testable import Website

/// Who hands a child's work over, and who takes it over.
@Suite(.serialized) struct HandoverTests {
    /// A child of the viewer's own, and one of a colleague's.
    private static let (own, team) = (
        Office.children[.own] ?? ChildID(key: 0), Office.children[.team] ?? ChildID(key: 0)
    )

    @Test(arguments: [
        (Role.socialWorker, "handover", 200, 403), (.socialWorker, "taking_over", 200, 403),
        (.teamManager, "handover", 200, 200), (.teamManager, "taking_over", 404, 404), (.iro, "handover", 404, 404),
    ])
    func theWorkerOrTheManagerHandsOverAndTheWorkerAloneAccepts(
        _ role: Role, _ kind: String, _ own: Int, _ team: Int
    ) async throws {
        let office = try await Office()
        let visitor = try await office.enter([role])
        try await office.open { asker in
            for (child, status) in [(Self.own, own), (Self.team, team)] {
                let page = try await asker.ask(.get, "/children/\(child)/record/\(kind)", visitor)
                // An IRO records of their own children alone.
                #expect(page.status == status, "\(role) \(kind)")
                #expect(page.text.contains("Somebody else signs this") == (status == 403))
                let draft = String(repeating: child == Self.own ? "e" : "f", count: 32)
                let signed = try await asker.ask(
                    .post, "/children/\(child)/record/\(kind)", visitor,
                    form: "do=sign&occurred=2026-03-01&draft=\(draft)")
                #expect(signed.status == status, "\(role) \(kind), sent")
            }
            let choice = try await asker.ask(.get, "/children/\(Self.team)/record", visitor)
            #expect(choice.text.contains("record/taking_over") == false)
        }
    }
}
