import Access
import Casework
import HTTPTypes
import Service
import Testing

@testable import Website

/// A passage that is marked as being about another person stands apart on the pages of whoever sees the child, and off paper.
@Suite(.serialized) struct MarkedPageTests {
    private static let child = Office.children[.own]!
    private static let form = "/children/\(child)/record/case_note"
    private static let marked =
        "<span class=\"tl-about tl-screen-only\"><span class=\"tl-about-who\">About Mark:</span> he lost a quillwork.</span>"
    private let office: Office
    private let worker: Office.Visitor

    init() async throws {
        office = try await Office()
        worker = try await office.enter([.socialWorker])
    }

    private func sign(_ asker: Asker, _ observations: String, _ draft: String, more: String = "") async throws -> String
    {
        let answers = "occurred=2026-03-30&subject=A+call&significant=none&observations=\(observations)&do=sign"
        let signed = try await asker.ask(
            .post, Self.form, worker, form: "draft=\(String(repeating: draft, count: 16))&mark=&" + answers + more)
        #expect(signed.status == 303, "\(signed.text)")
        return signed.location ?? ""
    }

    @Test func itIsReadOnTheRecordItsVersionsAndItsDifferenceAndIsKeptAsWritten() async throws {
        try await office.open { asker in
            let draft = "draft=\(String(repeating: "ab", count: 16))&mark=&subject=%5BAbout+Mark%3A+half"
            _ = try await asker.ask(.post, Self.form, worker, form: draft + "&do=save")
            #expect(try await asker.ask(.get, Self.form, worker).text.contains(">[About Mark: half</textarea>"))

            let signed = try await sign(asker, "Calm.+%5BAbout+Mark%3A+he+lost+a+quillwork.%5D", "cd")
            let page = try await asker.ask(.get, signed, worker).text
            #expect(page.contains("Calm. " + Self.marked) && page.contains("kept off paper"))

            let record = String(signed.split(separator: "/").last?.prefix { $0 != "?" } ?? "")
            let corrected = try await sign(
                asker, "Calm.", "ef", more: "&correct=\(record)&corrects=\(record)&because=Not+so")
            let later = try await asker.ask(.get, corrected, worker).text
            #expect(later.contains("<del>Calm. " + Self.marked + "<span"))
        }
    }

    @Test func itStandsApartWhereWhatIsSettledIsShownInATable() async throws {
        try await office.open { asker in
            let consent = [
                "matter": "something_else", "what": "Swimming. [About Mark: he lost a quillwork.]",
                "person": "Kay Example",
                "consent": "given", "on": "2026-03-02",
            ]
            try await asker.sign(
                around: Self.child, by: worker, mayKnow: "yes",
                Dictionary(uniqueKeysWithValues: consent.map { ("consents.1.\($0.key)", $0.value) }))
            let page = try await asker.ask(.get, "/children/\(Self.child)/people", worker).text
            #expect(page.contains("Swimming. " + Self.marked))
            #expect(!page.contains("[About Mark"))
        }
    }

    @Test func theFormOffersWhomItMayBeAboutAndSaysHowItIsTyped() async throws {
        try await office.open { asker in
            let page = try await asker.ask(.get, Self.form, worker).text
            #expect(page.contains("[About Mark: he lost his job.]") && page.contains("mark.js"))
            #expect(page.contains("id=\"about-mark\"") && page.contains("data-own=\"Planted11 Example"))
        }
    }
}
