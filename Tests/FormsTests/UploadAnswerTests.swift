import Casework
import Days
import FormFiles
import Forms
import Testing

/// A question that a file answers takes one of the child's documents, by what it is made of, and nothing else.
struct UploadAnswerTests {
    private static let text =
        FormTests.note + "\n      - {id: letter, ask: The letter itself, kind: upload}\n"
    private static let bytes = [UInt8](repeating: 0xAB, count: 32)
    private static let file = String(repeating: "ab", count: 32)

    private func form() throws -> Form { try FormFile(Self.text, name: "note.yaml").form }

    private func child(with files: [[UInt8]]) throws -> ChildRecord {
        let events = try files.enumerated().map { place, bytes in
            ChildEvent.document(
                .added(
                    Document(
                        title: "Letter \(place)", day: Day(ordinal: Int32(20_000 + place)), type: .pdf, length: 9,
                        digest: try #require(FileDigest(bytes)), informationClass: .ordinary, scan: .notScanned)))
        }
        var child = ChildRecord(id: ChildID(key: 7))
        for (place, event) in events.enumerated() {
            child.apply(event, origin: Origin(EventID(Int64(place + 1)), .recordedHere))
        }
        return child
    }

    @Test func theAnswerIsADigestAndNothingElse() throws {
        let form = try form()
        #expect(try form.filled(["letter": .words(Self.file.uppercased())]).get().own == ["letter": Self.file])
        for wrong in ["", "letter.pdf", String(Self.file.dropLast()), Self.file + "a", "zz" + Self.file.dropFirst(2)]
        where !wrong.isEmpty {
            guard case .failure(let refusals) = form.filled(["letter": .words(wrong)]) else {
                Issue.record("\(wrong) is no digest")
                continue
            }
            #expect(refusals.all.map(\.field) == ["letter"])
            #expect(refusals.all.first?.remedy.contains("SHA-256") == true)
        }
    }

    @Test func aFileThatIsNoDocumentOfTheChildIsRefusedAtItsQuestion() throws {
        let form = try form()
        let own = ["letter": Self.file, "mood": "well"]
        #expect(form.refusals(ofFiles: own, about: try child(with: [Self.bytes])) == [])
        #expect(form.refusals(ofFiles: own, about: try child(with: [])).map(\.field) == ["letter"])
        #expect(form.refusals(ofFiles: ["mood": "well"], about: try child(with: [])) == [])
    }

    /// One file may have been added twice; and what was signed finds the document by its bytes, not by its place.
    @Test func whatWasSignedFindsTheDocumentThatIsMadeOfIt() throws {
        let child = try child(with: [Self.bytes, [UInt8](repeating: 1, count: 32), Self.bytes])
        #expect(child.document(answering: Self.file)?.document.title == "Letter 2")
        #expect(child.document(answering: String(repeating: "02", count: 32)) == nil)
        #expect(child.document(answering: "letter.pdf") == nil)
    }

    @Test func whatAFormMayAskIsNamedWithItsLineWhereItAsksSomethingElse() {
        let odd = Self.text.replacing("kind: upload", with: "kind: photo")
        #expect(FormTests.problems(odd) == ["23 letter does not say what it takes"])
    }
}
