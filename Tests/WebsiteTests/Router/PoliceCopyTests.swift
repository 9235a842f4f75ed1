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
}
