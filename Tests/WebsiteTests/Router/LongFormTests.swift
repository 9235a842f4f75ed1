import Access
import Casework
import Days
import FormFiles
import Foundation
import HTML
import Service
import TestSupport
import Testing

@testable import Website

/// A form that is longer than anybody keeps in sight opens part by part, and loses nothing by it.
struct LongFormTests {
    private static let form = "/children/\(Office.children[.own]!)/record/review"

    /// Which parts stand open, by their headings.
    private static func open(_ page: String) -> [String] {
        page.components(separatedBy: "<details class=\"tl-section\"").dropFirst().compactMap { part in
            guard part.hasPrefix(" open") else { return nil }
            return part.components(separatedBy: "<h2 class=\"govuk-heading-m\">").dropFirst().first?
                .components(separatedBy: "</h2>").first
        }
    }

    @Test func whatIsNextStandsOpenAndEveryQuestionIsThere() async throws {
        let office = try await Office()
        let officer = try await office.enter([.iro])
        try await office.open { asker in
            let fresh = try await asker.ask(.get, Self.form, officer).text
            #expect(Self.open(fresh) == ["The child’s part"])
            // What only speaks of what is there is asked where something is: this child has no decision, action, outcome or view.
            let ofNothing: Set = ["decisions_looked", "progress", "measurements", "views_answered"]
            for question in try #require(try FormLibrary()[.review]).form.questions
            where !ofNothing.contains(question.id) {
                let isThere = ["name=\"\(question.id)", "id=\"\(question.id)\""].contains { fresh.contains($0) }
                #expect(isThere, "\(question.id)")
            }
            #expect(fresh.contains("Part 1 of 4 · 0 of"))
            #expect(fresh.contains("3 still needed to sign"))

            let begun = "occurred=2026-03-30&participation=PN1&spoke_alone=yes&wishes=Home&draft=1-1"
            _ = try await asker.ask(.post, Self.form, officer, form: begun + "&do=save")
            let saved = try await asker.ask(.get, Self.form, officer).text
            #expect(Self.open(saved) == ["What was agreed before"])
            #expect(saved.contains("Part 1 of 4 · 3 of"))

            // What will not do is in sight, wherever it stands.
            let refused = try await asker.ask(.post, Self.form, officer, form: begun + "&do=sign").text
            #expect(refused.contains("There is a problem"))
            #expect(Self.open(refused).contains("What the review decided"))
        }
    }
    @Test func inARowOneOfManyIsAListToOpenThatKeepsWhatWasChosen() async throws {
        let office = try await Office()
        let officer = try await office.enter([.iro])
        try await office.open { asker in
            let list = "<select class=\"govuk-select\" id=\"needs.1.area\" name=\"needs.1.area\">"
            let fresh = try await asker.ask(.get, Self.form, officer).text
            #expect(fresh.contains(list + "<option value=\"\">Choose<option value=\"health\">"))
            // Few choices stand side by side.
            #expect(fresh.contains("type=\"radio\" name=\"attended.1.there\""))
            let begun = "occurred=2026-03-30&needs.1.what=Sleep&needs.1.area=health&draft=1-1&do=save"
            _ = try await asker.ask(.post, Self.form, officer, form: begun)
            let saved = try await asker.ask(.get, Self.form, officer).text
            #expect(saved.contains(list + "<option value=\"\">Choose<option value=\"health\" selected>"))
        }
    }

    @Test func anAnswerIsMarkedOnceSomebodySaysThatThereIsSomethingToMark() async throws {
        let office = try await Office()
        let officer = try await office.enter([.iro])
        try await office.open { asker in
            let (wishes, more) = ("name=\"class.wishes\"", "value=\"more:classes\"")
            let fresh = try await asker.ask(.get, Self.form, officer).text
            #expect(!fresh.contains(wishes) && fresh.contains(more) && fresh.contains("Mark an answer"))

            let begun = "occurred=2026-03-30&wishes=Home&draft=1-1"
            let asked = try await asker.ask(.post, Self.form, officer, form: begun + "&do=more:classes")
            #expect(asked.status == 303 && asked.location?.hasSuffix("?more=classes#classes") == true)
            let offered = try await asker.ask(.get, Self.form + "?more=classes", officer).text
            #expect(offered.contains(wishes) && !offered.contains(more))
            #expect(offered.contains("id=\"classes\" open") && offered.contains(">Home</textarea>"))

            _ = try await asker.ask(.post, Self.form, officer, form: begun + "&class.wishes=police&do=save")
            let marked = try await asker.ask(.get, Self.form, officer).text
            #expect(marked.contains("id=\"classes\" open") && marked.contains("<option value=\"police\" selected>"))
            #expect(marked.contains(wishes) && marked.contains("Mark another answer"))
            #expect(!marked.contains("name=\"class.chairs_view\""))
        }
    }
}
