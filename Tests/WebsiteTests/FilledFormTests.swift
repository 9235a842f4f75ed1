import FormFiles
import Testing

@testable import Website

/// What stands in a record's page.
struct FilledFormTests {
    /// A draft of a form that was changed meanwhile loses nothing without a word.
    @Test func whatAFormDoesNotAskAnyMoreIsStillThere() throws {
        let form = try #require(try FormLibrary()[.visit]).form
        let filled = FilledForm(fields: [
            "review_sooner": "true", "purpose": "To hear", "occurred": "2026-03-01", "actions.1.what": "Ring",
            "known.purpose": "1", "class.purpose": "police", "with": "c-1", "old_list.2.what": "Kept",
        ])
        let left = filled.answers(besides: form)
        #expect(left.map(\.name) == ["old_list.2.what", "review_sooner"] && left.map(\.value) == ["Kept", "true"])
    }
}
