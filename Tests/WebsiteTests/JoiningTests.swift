import Casework
import Days
import FormFiles
import Oversight
import TestSupport
import Testing

@testable import Website

/// The form that joins something up has filled in what it is about.
struct JoiningTests {
    @Test func aManagersDecisionIsAboutTheRecordThatNothingFollowedOn() throws {
        let child = record(
            episode("2024-01-10"), signed(.caseNote, "2024-02-02", [.significant: .choice("disclosure")]))
        let found = try #require(
            Breaks.of(ChildAsAt(child, day("2024-02-20")), covered()).first { $0.rule.id == "disclosure_not_followed" })
        let form = try #require(try FormLibrary()[.managementDecision]).form
        let question = try #require(form.questions.first { $0.field == .chronologyLines })
        let filled = FilledForm(fields: [:]).joining(found, on: form)
        #expect(filled[question.id] == "record-\(child.records[0].origin.event.seq)")
        // What somebody ticked already stays.
        let ticked = FilledForm(fields: [question.id: "record-99"]).joining(found, on: form)
        #expect(ticked[question.id] == "record-99")
    }
}
