import Casework
import FormFiles
import Forms
import Foundation
import Testing

/// A council's own forms: a file that cannot be used never stops the service, and leaves the last that was published.
struct FormLibraryTests {
    /// A folder with one file, gone after.
    private func library(
        _ text: String, name: String = "case_note.yaml", published: [PublishedForm] = []
    ) throws -> FormLibrary {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("forms-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        return try FormLibrary(folder: folder.path, published: published)
    }

    private func published() throws -> PublishedForm { try FormFile(FormTests.note, name: "note.yaml").published }

    @Test func aCouncilsOwnFormServesInThePlaceOfTheOneBuiltIn() throws {
        let library = try library(FormTests.note)
        #expect(library[.caseNote]?.form.version == 2)
        #expect(library.origin(of: .caseNote) == .council && library.origin(of: .visit) == .builtIn)
    }

    @Test(arguments: ["title: [", "needed: perhaps", "kind: odd"])
    func aBadFileLeavesTheLastPublishedFormServing(_ bad: String) throws {
        let text = FormTests.note.replacing("version: 2", with: "version: 3").replacing("kind: choice", with: bad)
        let library = try library(text, published: [try published()])
        #expect(library[.caseNote]?.form.version == 2)
        #expect(library.origin(of: .caseNote) == .published)
        #expect(library.problems.count == 1 && library.problems[0].kind == .caseNote)
        #expect(library.problems[0].problems.allSatisfy { $0.line >= 1 && !$0.remedy.isEmpty })
    }

    @Test func whereNoneWasPublishedTheFormBuiltInServes() throws {
        let library = try library("form: case_note\nversion: [")
        #expect(library[.caseNote]?.form == (try FormLibrary())[.caseNote]?.form)
        #expect(library.origin(of: .caseNote) == .builtIn)
    }

    @Test func aFormThatWeakensACoreFieldIsRefusedAndTheLastServes() throws {
        let weak = FormTests.note.replacing("ask: What is it about?", with: "ask: What is it about?, needed: no")
        let library = try library(weak, published: [try published()])
        #expect(library.origin(of: .caseNote) == .published)
        #expect(library.problems[0].problems.map(\.what) == ["subject is needed to save"])
    }

    @Test func anOldFormIsShownAsItWasThoughItWouldNotDoToday() throws {
        let old = PublishedForm(
            kind: .caseNote, edition: FormEdition(version: 1, digest: 7),
            content: """
                form: case_note
                version: 1
                title: Note
                sections:
                  - title: All
                    questions:
                      - {id: subject, ask: What was it?}
                      - {id: gone_since, binds: no_field_any_more, ask: Odd}
                """)
        let file = try #require(FormFile(published: old))
        #expect(file.form.title == "Note" && file.form.questions.map(\.asks) == ["What was it?"])
        #expect(file.edition == old.edition)
    }

    @Test func whatIsARecordOfItsOwnNowIsReadWhereAnOldFormAsksItAndNeverMissing() throws {
        let old = PublishedForm(
            kind: .assessment, edition: FormEdition(version: 1, digest: 7),
            content: """
                form: assessment
                version: 1
                title: Assessment
                sections:
                  - title: All
                    questions:
                      - {id: now_what, ask: What now?, needed: sign}
                      - {id: managers_comment, ask: What does the manager think?, needed: sign}
                """)
        let form = try #require(FormFile(published: old)).form
        #expect(form.questions.map { form.asksAnew($0) } == [true, false])
        let now: [String: Given] = ["now_what": .words("Calm nights")]
        #expect(try form.filled(now).get().answers == [.nowWhat: .text("Calm nights")])
        let said = now.merging(["managers_comment": .words("It explains her nights")]) { $1 }
        #expect(try form.filled(said).get().answers[.managersComment] == .text("It explains her nights"))
        guard case .failure(let refusals) = form.filled([:]) else {
            Issue.record("nothing is missing")
            return
        }
        #expect(refusals.all.map(\.field) == ["now_what"])
    }
}
