import Access
import Casework
import Foundation
import HTTPTypes
import Service
import Testing

@testable import Website

/// A question that a file answers: the draft is saved first, the file becomes one of the child's documents, and what is signed
/// is that file.
@Suite(.serialized) struct UploadQuestionTests {
    private static let child = Office.children[.own]!
    private static let form = "/children/\(child)/record/health_assessment"
    private static let said =
        "occurred=2026-03-30&which=first&consent_sent=2026-03-01&appointment_held=2026-03-20&health=Thrives"
        + "&needs.none=Nothing+new&actions.none=Nothing+to+do"
    private static let pdf = Array("%PDF-1.4\nQuillfeather".utf8)

    /// Adds the report from the form: the draft's page then has it.
    ///
    /// - Returns: what the file is made of, and what signs the draft, but for the file.
    private func added(_ asker: Asker, _ worker: Office.Visitor) async throws -> (file: String, sent: String) {
        let left = try await asker.ask(
            .post, Self.form, worker, form: Self.said + "&draft=&mark=&do=upload:report_file")
        let adding = try #require(left.location)
        let way = "/children/\(Self.child)/documents?for=health_assessment&question=report_file&draft="
        #expect(adding.hasPrefix(way))
        let place = try await asker.ask(.get, adding, worker).text
        #expect(place.contains("It answers “The report itself” in your draft") && place.contains("Back to your draft"))
        let sent = try await asker.send(
            "/children/\(Self.child)/documents", worker,
            [
                "title": "Report about Quillfeather", "day": "2026-03-20", "class": "health",
                "for": "health_assessment", "question": "report_file", "draft": String(adding.dropFirst(way.count)),
            ], file: ("report.pdf", Self.pdf), token: worker.token)
        #expect(sent.status == 303 && sent.location == Self.form + "#report_file")
        let page = try await asker.ask(.get, Self.form, worker).text
        let digest = try #require(
            try await latest()?.document.digest.hex)
        #expect(page.contains("value=\"\(digest)\" selected") && page.contains("Thrives"), "the draft is as it was")
        let draft = try #require(page.firstMatch(of: /name="draft" value="([^"]+)"/)?.1)
        let mark = try #require(page.firstMatch(of: /name="mark" value="([^"]+)"/)?.1)
        return (digest, "\(Self.said)&draft=\(draft)&mark=\(mark)&report_file=")
    }

    private let office: Office
    init() async throws { office = try await Office() }
    private func latest() async throws -> HeldDocument? {
        try await office.site.records.current()[Self.child]?.documents.last
    }

    @Test func aFileAddedFromAFormIsSignedWithItAndItsWayIsOnTheRecord() async throws {
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let (file, sent) = try await added(asker, worker)
            let wrong = try await asker.ask(
                .post, Self.form, worker, form: sent + String(repeating: "0", count: 64) + "&do=sign")
            #expect(wrong.status == 200 && wrong.text.contains("Choose one of the child"))
            let again = try await asker.ask(.get, Self.form, worker).text
            let mark = try #require(again.firstMatch(of: /name="mark" value="([^"]+)"/)?.1)
            let signing = sent.replacing(/mark=\d+/, with: "mark=\(mark)") + file + "&do=sign"
            let signed = try await asker.ask(.post, Self.form, worker, form: signing)
            #expect(signed.status == 303)
            let event = try #require(try await latest()?.origin.event)
            let place = try #require(signed.location)
            let page = try await asker.ask(.get, place, worker).text
            let way = "/children/\(Self.child)/documents/\(event)"
            #expect(page.contains("href=\"\(way)\"") && page.contains("Report about Quillfeather"))
            #expect(!page.contains(file), "a reader is shown a document, not a number")
            // Taken off the child, it is not called by its name on the record either.
            let gone = try await asker.ask(
                .post, way + "/wrong-child", worker, form: "do=seal&right=not-known&words=")
            #expect(gone.status == 303)
            let left = try await asker.ask(.get, place, worker).text
            #expect(left.contains("A document that is not here any more") && !left.contains("Quillfeather"))
        }
    }

    /// By the time the photograph is there, another assessment is being written.
    @Test func aFileLandsOnTheDraftItWasBegunOnThoughAnotherIsAtHand() async throws {
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let left = try await asker.ask(
                .post, Self.form, worker, form: Self.said + "&draft=&mark=&do=upload:report_file")
            let draft = try #require(left.location?.split(separator: "draft=").last.map(String.init))
            let page = try await asker.ask(.get, Self.form, worker).text
            let mark = try #require(page.firstMatch(of: /name="mark" value="([^"]+)"/)?.1)
            _ = try await asker.ask(
                .post, Self.form, worker, form: "\(Self.said)&draft=\(draft)&mark=\(mark)&do=another")
            _ = try await asker.ask(
                .post, Self.form, worker, form: "occurred=2026-03-29&health=Quiet&draft=&mark=&do=save")
            let sent = try await asker.send(
                "/children/\(Self.child)/documents", worker,
                [
                    "title": "Report", "day": "2026-03-20", "class": "health", "for": "health_assessment",
                    "question": "report_file", "draft": draft,
                ], file: ("report.pdf", Self.pdf), token: worker.token)
            #expect(sent.location == Self.form + "#report_file")
            let digest = try #require(try await latest()?.document.digest.hex)
            let first = try await asker.ask(.get, Self.form, worker).text
            #expect(first.contains("Thrives") && first.contains("value=\"\(digest)\" selected"))
            #expect(first.contains("Go on with the one about 29 March 2026"))
            let other = try #require(first.firstMatch(of: /value="go-on:([0-9a-f]+)"/)?.1)
            _ = try await asker.ask(
                .post, Self.form, worker, form: "occurred=2026-03-30&draft=\(draft)&mark=9&do=go-on:\(other)")
            let second = try await asker.ask(.get, Self.form, worker).text
            #expect(second.contains("Quiet") && !second.contains("value=\"\(digest)\" selected"))
        }
    }

    @Test func oneWhoseDraftWasThrownAwayIsADocumentAllTheSame() async throws {
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let sent = try await asker.send(
                "/children/\(Self.child)/documents", worker,
                [
                    "title": "Report", "day": "2026-03-20", "class": "health", "for": "health_assessment",
                    "question": "report_file", "draft": String(repeating: "a", count: 32),
                ], file: ("report.pdf", Self.pdf), token: worker.token)
            #expect(sent.location?.hasSuffix("?added=yes") == true)
            #expect(try await !asker.ask(.get, Self.form, worker).text.contains("\" selected"))
        }
    }
}
