import Casework
import FormFiles
import Forms
import Foundation
import Testing

/// What a form would ask otherwise is told before it serves.
struct FormChangeTests {
    private static func changes(_ line: String, to other: String) throws -> [String] {
        let before = try FormFile(FormTests.note, name: "note.yaml").form
        let after = try FormFile(FormTests.changed(line, to: other), name: "note.yaml").form
        return after.changes(from: before).map(\.sentence)
    }

    @Test func theSameFormChangesNothing() throws { #expect(try Self.changes("version: 2", to: "version: 3") == []) }

    @Test func eachChangeIsASentence() throws {
        let rows: [(String, String, String)] = [
            (
                "ask: What did you see?", "ask: What did you see there?",
                "Changed: “What did you see there?” (observations): it asked “What did you see?”"
            ),
            (
                "{id: views, ask", "{id: views, needed: sign, ask",
                "Changed: “What did the child say?” (views): it was not needed, and is needed to sign"
            ),
            (
                "choices: {well: Well, low: Low}", "choices: {well: Well, low: Low}\n        carries: true",
                "Changed: “How did the child seem?” (mood): it goes on from the last record"
            ),
            (
                "kind: choice\n        choices: {well: Well, low: Low}", "kind: text\n        none_because: true",
                "Changed: “How did the child seem?” (mood): it took one of well, low, and takes text; there may be none, and why"
            ),
            (
                "choices: {well: Well, low: Low}", "choices: {well: Fine, low: Low}",
                "Changed: “How did the child seem?” (mood): its choices or their words"
            ),
            (
                "id: mood", "id: mood\n        when: {question: significant, is: none}",
                "Changed: “How did the child seem?” (mood): it is asked where significant is none"
            ),
        ]
        for (line, other, sentence) in rows { #expect(try Self.changes(line, to: other) == [sentence]) }
    }

    @Test func whatIsNewAndWhatIsLeftOutAreTold() throws {
        #expect(
            try Self.changes("id: mood", to: "id: temper") == [
                "New: “How did the child seem?” (temper)", "Not asked any more: “How did the child seem?” (mood)",
            ])
    }

    // MARK: A folder

    private static func folder(_ files: [String: String]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("forms-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        return folder.path
    }

    @Test func aFileThatWasChangedSinceWaitsAndNoOther() throws {
        let folder = try Self.folder(["case_note.yaml": FormTests.note])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let library = try FormLibrary(folder: folder)
        #expect(library.waiting().isEmpty)
        try Data(FormTests.changed("version: 2", to: "version: 3").utf8).write(
            to: URL(fileURLWithPath: folder + "/case_note.yaml"))
        let waiting = try #require(library.waiting(.caseNote)?.file)
        #expect(library[.caseNote]?.form.version == 2 && waiting.form.version == 3)
        let brought = library.bringing(waiting)
        #expect(brought[.caseNote]?.form.version == 3 && brought.waiting().isEmpty)
        #expect(brought.origin(of: .caseNote) == .council)
    }

    @Test func whatIsWrongWithAFileThatWaitsIsToldWithItsLine() throws {
        let folder = try Self.folder(["a.yaml": "form: case_note\nversion: x\n", "b.yaml": "title: ["])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let waiting = try FormLibrary(toComeFrom: folder).waiting()
        #expect(waiting.map(\.kind) == [.caseNote, nil])
        #expect(waiting[0].problems.map(\.line) == [2] && waiting[0].file == nil)
    }

    @Test func ofTwoFilesOfOneFormTheLaterIsMeant() throws {
        let folder = try Self.folder([
            "a.yaml": FormTests.note, "b.yaml": FormTests.changed("version: 2", to: "version: 5"),
        ])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try FormLibrary(toComeFrom: folder).waiting().compactMap(\.file?.form.version) == [5])
        #expect(try FormLibrary(folder: folder).waiting().isEmpty)
    }

    @Test func aFolderThatIsNotThereHoldsNothing() throws {
        #expect(try FormLibrary(toComeFrom: "/no/such/folder").waiting().isEmpty)
        #expect(try FormLibrary().waiting().isEmpty)
    }

    @Test func bringingAFileEndsTheProblemOfTheOneBefore() throws {
        let folder = try Self.folder(["case_note.yaml": "form: case_note\nversion: ["])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let library = try FormLibrary(folder: folder)
        #expect(library.problems.count == 1)
        #expect(library.bringing(try FormFile(FormTests.note, name: "x")).problems.isEmpty)
    }
}
