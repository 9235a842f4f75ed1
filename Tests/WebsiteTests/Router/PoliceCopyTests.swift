import Casework
import Copies
import Service
import Testing

@testable import Website

/// What is from the police goes into a copy only where it is said which officer agreed, and when.
@Suite(.serialized) struct PoliceCopyTests {
    private static let child = Office.children[.own]!

    @Test func withoutTheOfficerWhoAgreedNothingIsSigned() async throws {
        let office = try await Office()
        let record = try #require(try await office.site.records.current()[Self.child])
        let rules = CopyRules(
            thread: record.thread, childsName: "Ada", childsNames: "Ada Example", roles: [:], secrets: [:], marked: [],
            including: [.police])
        let refusal = await #expect(throws: CopyRefusal.self) {
            try await MakeCopy(
                child: Self.child, record: Office.note(of: Self.child), kind: .record, reader: "", text: "She is well.",
                rules: rules, agreed: " "
            ).run(into: office.journal, command: .new, by: .account("u"), at: office.now)
        }
        #expect(refusal?.sentences == [CopyRefusal.notAgreed])
    }

    @Test func whatTellsOfThemUnmarkedIsSaidBeforeACopyGoesAndHoldsNothingUp() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            try await asker.sign(around: Self.child, by: worker, mayKnow: "yes")
            func note(_ more: [String: String]) async throws -> String {
                let words = more.isEmpty ? "Dad was arrested at home. She drew." : "The police took Mum away."
                let signed = try await asker.sign(
                    .caseNote, of: Self.child, by: worker,
                    ["subject": "A call", "significant": "none", "observations": words].merging(more) { $1 })
                return String(signed.prefix { $0 != "?" })
            }
            let hint = "id=\"unmarked-police\""
            let marked = try await note(["class.observations": "police"])
            let page = try await asker.ask(.get, marked + "/copy?as=record&for=child", worker).text
            #expect(page.contains("name=\"text\"") && !page.contains(hint))

            let record = try await note([:])
            let copy = record + "/copy?as=record&for=child"
            let asked = try await asker.ask(.get, copy, worker).text
            #expect(asked.contains(hint) && asked.contains("says “arrested”, which is not marked as from the police."))
            #expect(asked.contains("<a href=\"\(record)\" class=\"govuk-link\">Case note of 30 March 2026</a> says"))
            // Taken out of the copy, there is nothing to look at; left in, nothing holds it up.
            let form = "as=record&for=child&mark=&draft=\(CommandID.new.text)"
            _ = try await asker.ask(.post, record + "/copy", worker, form: form + "&text=She+drew.&do=save")
            let without = try await asker.ask(.get, copy, worker).text
            #expect(without.contains("She drew.") && !without.contains(hint))
            let signed = try await asker.ask(
                .post, record + "/copy", worker, form: form + "&text=Dad+was+arrested.&do=sign")
            #expect(signed.status == 303 && signed.location?.contains("/copies/") == true, "\(signed.text)")
        }
    }
}
