import Casework
import TestSupport
import Testing

@testable import Copies

/// An answer to a concern goes into a copy no more freely than the concern itself, and says what it answers.
struct ConcernClassTests {
    @Test func whatAConcernIsDecidesForItsAnswers() throws {
        var row = AnswerRow([:])
        for case .signed(let look) in concern("2024-03-04", by: "2024-03-11") {
            if case .rows(let rows)? = look.answers[.concerns] { row = try #require(rows.first) }
        }
        row.cells[.informationClass] = .choice(InformationClass.police.rawValue)
        let child = record(
            episode("2024-01-10"), signed(.lookBetweenReviews, "2024-03-04", [.concerns: .rows([row])]))
        let id = try #require(ItemID("C1"))
        #expect(child.thread.informationClass(of: id) == .police)
        #expect(child.thread.words(for: id) == "Nobody has rung the aunt")
    }
}
