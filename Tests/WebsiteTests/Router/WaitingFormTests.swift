import Access
import Casework
import FormFiles
import Foundation
import HTTPTypes
import Service
import Testing

@testable import Website

/// A council's file before it serves: read, compared, and brought into force by an administrator and nobody else.
@Suite(.serialized) struct WaitingFormTests {
    private static let page = "/administration/forms/case_note/file"
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("forms-\(UUID().uuidString)")

    /// The form of the fixtures, with something changed.
    private func put(_ changed: (String) -> String = { $0 }) throws {
        let text = try String(contentsOf: CouncilForms.folder.appendingPathComponent("case_note.yaml"), encoding: .utf8)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(changed(text).utf8).write(to: folder.appendingPathComponent("case_note.yaml"))
    }

    private func digest(_ page: String) throws -> String {
        String(try #require(page.firstMatch(of: /name="digest" value="(\d+)"/)?.1))
    }

    @Test func aFileIsReadComparedAndBroughtIntoForceWithoutARestart() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let office = try await Office(forms: FormLibrary(toComeFrom: folder.path))
        let administrator = try await office.enter([.administrator], worker: nil)
        let worker = try await office.enter([.socialWorker])
        let note = "/children/\(Office.children[.own]!)/record/case_note"
        try await office.open { asker in
            #expect(try await asker.ask(.get, Self.page, administrator).text.contains("No file of this form waits"))
            try put()
            let list = try await asker.ask(.get, "/administration/forms", administrator).text
            #expect(list.contains("In the folder, and not in force") && list.contains("href=\"\(Self.page)\""))
            let read = try await asker.ask(.get, Self.page, administrator).text
            #expect(read.contains("New: “Was there an outing?” (outing).") && read.contains("name=\"stops.1.place\""))
            #expect(try await !asker.ask(.get, note, worker).text.contains("Was there an outing?"))
            let brought = try await asker.ask(.post, Self.page, administrator, form: "digest=\(digest(read))")
            #expect(brought.status == 303 && brought.location == "/administration/forms?brought=case_note")
            let after = try await asker.ask(.get, "/administration/forms?brought=case_note", administrator).text
            #expect(after.contains("Case note, version 4, is in force."))
            #expect(!after.contains("In the folder, and not in force"))
            #expect(try await asker.ask(.get, note, worker).text.contains("Was there an outing?"))
        }
        let published = try await office.site.records.current().lastForms
        #expect(published.map(\.kind) == [.caseNote], "who brought it into force, and when, is in the journal")
    }

    /// A process that was started before knows the form of then; what it signs is kept with that, and brings nothing back.
    @Test func whatIsSignedOnAnOlderFormTakesNobodysPlace() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let council = try #require(try CouncilForms.library()[.caseNote])
        try await office.publish(council.published)
        try await office.open { asker in
            let signed = try await asker.ask(
                .post, "/children/\(Office.children[.own]!)/record/case_note", worker,
                form:
                    "occurred=2026-03-01&subject=A+call&significant=none&do=sign&draft=\(String(repeating: "f", count: 32))"
            )
            #expect(signed.status == 303)
        }
        let authority = try await office.site.records.current()
        #expect(authority.lastForms.map(\.edition) == [council.edition])
        let record = try #require(authority[Office.children[.own]!]?.records.last)
        #expect(record.form != council.edition && authority.form(record.form) != nil)
    }

    /// A page of the form before is still open: what it answers is shown before it is signed without it.
    @Test func whoWroteOnTheFormBeforeSeesWhatIsNotAskedAnyMore() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let office = try await Office(forms: FormLibrary(toComeFrom: folder.path))
        let administrator = try await office.enter([.administrator], worker: nil)
        let worker = try await office.enter([.socialWorker])
        let note = "/children/\(Office.children[.own]!)/record/case_note"
        let draft = "draft=\(String(repeating: "e", count: 32))"
        let typed = "occurred=2026-03-01&subject=A+call&significant=none&weather=Rain&\(draft)"
        try await office.open { asker in
            let page = try await asker.ask(.get, note, worker).text
            let before = String(try #require(page.firstMatch(of: /name="on-form" value="([0-9-]+)"/)?.1))
            #expect(try await asker.ask(.post, note, worker, form: "do=keep&\(typed)&on-form=\(before)").status == 200)
            try put()
            let read = try await asker.ask(.get, Self.page, administrator).text
            _ = try await asker.ask(.post, Self.page, administrator, form: "digest=\(digest(read))")
            let refused = try await asker.ask(.post, note, worker, form: "do=sign&\(typed)&on-form=\(before)")
            #expect(refused.status == 200 && refused.text.contains("The form has changed since you began"))
            #expect(refused.text.contains("weather: Rain"))
            let now = String(try #require(refused.text.firstMatch(of: /name="on-form" value="([0-9-]+)"/)?.1))
            #expect(now != before)
        }
    }

    /// The council's own from before, which serves because its file cannot be used, still has a question that is a record of
    /// its own now: no new record asks it, and so no preview does.
    @Test func aPreviewAsksWhatAWorkerIsAsked() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("forms-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("form: assessment\nversion: [".utf8).write(to: folder.appendingPathComponent("assessment.yaml"))
        let before = PublishedForm(
            kind: .assessment, edition: FormEdition(version: 1, digest: 7),
            content: """
                form: assessment
                version: 1
                title: Assessment
                sections:
                  - title: All
                    questions:
                      - {id: now_what, ask: What now?}
                      - {id: managers_comment, ask: What does the manager think?}
                """)
        let office = try await Office(forms: FormLibrary(folder: folder.path, published: [before]))
        let administrator = try await office.enter([.administrator], worker: nil)
        try await office.open { asker in
            let page = try await asker.ask(.get, "/administration/forms/assessment", administrator).text
            #expect(page.contains("What now?") && !page.contains("What does the manager think?"))
        }
    }

    @Test func whatWasNotReadDoesNotComeIntoForce() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let office = try await Office(forms: FormLibrary(toComeFrom: folder.path))
        let administrator = try await office.enter([.administrator], worker: nil)
        try put()
        try await office.open { asker in
            let read = try await asker.ask(.get, Self.page, administrator).text
            try put { $0.replacing("Was there an outing?", with: "Was there a trip?") }
            let sent = try await asker.ask(.post, Self.page, administrator, form: "digest=\(digest(read))")
            #expect(sent.status == 200 && sent.text.contains("not what you read any more"))
            #expect(sent.text.contains("Was there a trip?"))
            #expect(office.site.forms?[.caseNote]?.form.version == 3)
            try put { _ in "form: case_note\nversion: [" }
            let bad = try await asker.ask(.post, Self.page, administrator, form: "digest=\(digest(sent.text))")
            #expect(bad.status == 200 && bad.text.contains("It cannot be used") && bad.text.contains("line "))
            #expect(office.site.forms?[.caseNote]?.form.version == 3)
        }
        #expect(try await office.site.records.current().lastForms.isEmpty)
    }

    @Test func aDraftThatWasBegunBeforeKeepsItsWords() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let office = try await Office(forms: CouncilForms.library())
        let worker = try await office.enter([.socialWorker])
        let note = "/children/\(Office.children[.own]!)/record/case_note"
        try await office.open { asker in
            _ = try await asker.ask(
                .post, note, worker, form: "subject=A+day&outing=true&stops.1.place=The+quay&draft=&mark=&do=keep")
            let built = try #require(try FormLibrary()[.caseNote])
            office.site.formsInForce?.bring(built)
            let page = try await asker.ask(.get, note, worker).text
            #expect(page.contains("stops.1.place: The quay") && page.contains("A day"))
        }
    }

    @Test func nobodyButAnAdministratorReadsOrBringsOne() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let office = try await Office(forms: FormLibrary(toComeFrom: folder.path))
        try put()
        let director = try await office.enter([.director], worker: nil)
        try await office.open { asker in
            let read = try await asker.ask(.get, Self.page, director)
            let sent = try await asker.ask(.post, Self.page, director, form: "digest=1")
            #expect(read.status == 403 && sent.status == 403)
        }
        #expect(office.site.forms?[.caseNote]?.form.version == 3)
    }
}
