import Access
import Casework
import Days
import Forms
import Foundation
import HTTPTypes
import Service
import Testing

@testable import Website

/// A council's own questions on their pages: asked, refused, kept as a draft, signed, corrected and shown.
@Suite(.serialized) struct OwnQuestionPageTests {
    private static let child = Office.children[.own]!
    private static let form = "/children/\(child)/record/case_note"
    private static let said =
        "occurred=2026-03-30&subject=An+outing&significant=none&views.none=None&risks.none=None&actions.none=None"
        + "&outing=true&set_off=2026-03-30&set_off.time=09:05"
    private static let rest = "&went_for=R1&stops.1.place=The+quay&stops.1.liked=well&stops.2.place=The+pier"

    private let office: Office
    init() async throws { office = try await Office(forms: CouncilForms.library()) }

    /// The draft's number and how often it was saved, as its page has them.
    private func draft(_ page: String) throws -> (draft: String, mark: String) {
        (
            String(try #require(page.firstMatch(of: /name="draft" value="([^"]+)"/)?.1)),
            String(try #require(page.firstMatch(of: /name="mark" value="([^"]*)"/)?.1))
        )
    }

    @Test func everyKindIsOnThePageAndInThePreview() async throws {
        let worker = try await office.enter([.socialWorker])
        let administrator = try await office.enter([.administrator], worker: nil)
        try await office.open { asker in
            let pages = [
                try await asker.ask(.get, Self.form, worker),
                try await asker.ask(.get, "/administration/forms/case_note", administrator),
            ]
            for page in pages {
                #expect(page.status == 200)
                for part in [
                    "name=\"set_off\"", "name=\"set_off.time\"", "<select class=\"govuk-select\" id=\"went_with\"",
                    "name=\"went_with.somebody_else\"", "name=\"went_with.none\"", "name=\"went_for\"",
                    "name=\"went_for.none\"", "name=\"stops.1.place\"", "name=\"stops.1.on\"", "name=\"stops.1.paid\"",
                    "name=\"stops.1.liked\"", "name=\"stops.none\"", "value=\"more:stops\"",
                ] { #expect(page.text.contains(part), "\(part)") }
            }
            #expect(pages[1].text.contains("<form method=\"dialog\""), "a preview is never sent")
            #expect(pages[0].text.contains("Worker 1 (") && pages[0].text.contains("Planted11 Example may be hurt"))
            let more = try await asker.ask(.get, Self.form + "?more=stops", worker).text
            #expect(more.contains("name=\"stops.1.place\"") && !more.contains("name=\"stops.2.place\""))
        }
    }

    @Test func whatWillNotDoIsSaidAtItsQuestionInWordsForAPerson() async throws {
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let sent =
                Self.said.replacing("&set_off.time=09:05", with: "") + "&went_with=Nobody+Known&stops.1.liked=well"
            let wrong = try await asker.ask(.post, Self.form, worker, form: sent + "&draft=&mark=&do=sign")
            #expect(wrong.status == 200)
            for sentence in [
                "“When did they set off?”: Give a day and a time", "“Where did they stop?”: Give text",
            ] { #expect(wrong.text.contains(sentence), "\(sentence)") }
            // Each line to type in is tied, once, to what is wrong with it.
            for line in ["name=\"set_off\"", "name=\"set_off.time\""] {
                let tag = try #require(wrong.text.matches(of: /<input [^>]*>/).first { $0.output.contains(line) })
                #expect(tag.output.contains("set_off.whole-error"), "\(line)")
            }
            #expect(wrong.text.contains("id=\"set_off.whole-error\""))
            for tag in wrong.text.matches(of: /<[a-z][^>]*>/) {
                #expect(tag.output.ranges(of: "aria-describedby").count <= 1, "\(tag.output)")
                guard let ids = tag.output.firstMatch(of: /aria-describedby="([^"]*)"/)?.1 else { continue }
                for id in ids.split(separator: " ") { #expect(wrong.text.contains("id=\"\(id)\""), "\(id)") }
            }
            let (draft, mark) = try draft(wrong.text)
            let named = try await asker.ask(
                .post, Self.form, worker,
                form: "\(Self.said)&went_with=Nobody+Known&draft=\(draft)&mark=\(mark)&do=sign")
            #expect(
                named.text.contains("“Who went with them?”: Choose somebody of the list, or name them as somebody else")
            )
            let (_, later) = try self.draft(named.text)
            let needed = try await asker.ask(
                .post, Self.form, worker, form: "\(Self.said)&went_with=Worker+1&draft=\(draft)&mark=\(later)&do=sign")
            #expect(
                needed.text.contains("“Which need, risk or action was it for?”: Answer it, or say why there is none"))
            #expect(!needed.text.contains("none_because"))
        }
    }

    @Test func whatTwoDevicesWroteBothStays() async throws {
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let first = try await asker.ask(
                .post, Self.form, worker,
                form: Self.said + "&went_with=Worker+1&stops.1.place=The+quay&draft=&mark=&do=keep")
            #expect(first.status == 200)
            let other = try await asker.ask(
                .post, Self.form, worker,
                form: Self.said + "&went_with=Nan&stops.1.place=The+pier&stops.1.liked=well&draft=&mark=&do=keep")
            #expect(other.status == 200)
            let page = try await asker.ask(.get, Self.form, worker).text
            for words in ["Worker 1 or Nan", "The quay", "The pier"] { #expect(page.contains(words), "\(words)") }
        }
    }

    /// Signs a note with all of them, and says where it stands.
    private func signed(_ asker: Asker, _ worker: Office.Visitor, who: String) async throws -> String {
        let signed = try await asker.ask(
            .post, Self.form, worker, form: Self.said + Self.rest + who + "&draft=&mark=&do=sign")
        #expect(
            signed.status == 303,
            "\(signed.text.suffix(from: signed.text.range(of: "There is a problem")?.lowerBound ?? signed.text.endIndex).prefix(900))"
        )
        return try #require(signed.location?.split(separator: "?").first.map(String.init))
    }

    @Test func whatWasSignedIsShownCorrectedAndTheDifferenceTold() async throws {
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let place = try await signed(asker, worker, who: "&went_with=&went_with.somebody_else=Mr+Pell")
            let page = try await asker.ask(.get, place, worker).text
            for words in [
                "30 March 2026 at 09:05", "Mr Pell (not among the people of the record)",
                "Planted11 Example may be hurt",
                "The quay", "The pier", "Very much", "How did they like it?",
            ] { #expect(page.contains(words), "\(words)") }
            let event = try #require(place.split(separator: "/").last)
            let asked = try await asker.ask(.get, Self.form + "?correct=\(event)", worker).text
            #expect(asked.contains("value=\"Mr Pell\"") && asked.contains("value=\"The pier\""))
            let (draft, mark) = try draft(asked)
            let corrected = try await asker.ask(
                .post, Self.form, worker,
                form: Self.said + "&went_for=R1&stops.1.place=The+quay&stops.1.liked=well&went_with.none=Alone"
                    + "&because=Alone&correct=\(event)&corrects=\(event)&draft=\(draft)&mark=\(mark)&do=sign")
            #expect(corrected.status == 303)
            let after = try await asker.ask(.get, place, worker).text
            #expect(after.contains("None, because: Alone"))
            let versions = try await asker.ask(.get, place + "?version=1", worker).text
            #expect((after + versions).contains("Where? The pier"), "the row that went is told")
        }
    }

    /// Signed on a form that can no longer be read, it is put right on the one in force.
    @Test func whatIsNoLongerOfferedStandsOnItsPageAndIsSignedAgain() async throws {
        let worker = try await office.enter([.socialWorker])
        let note = SignedRecord(
            kind: .caseNote, day: try #require(Day("2026-03-30")), form: FormEdition(version: 1, digest: 77),
            answers: [.subject: .text("An outing"), .significant: .choice("none")],
            own: ["outing": "true", "stops.1.place": "The quay", "stops.1.liked": "loved"])
        try await office.write(.signed(note), of: Self.child, by: .account(worker.account.id))
        let event = try await office.site.records.current().head
        try await office.open { asker in
            let asked = try await asker.ask(.get, Self.form + "?correct=\(event)", worker).text
            #expect(asked.contains("loved (no longer offered)"))
            #expect(asked.contains("value=\"loved\" id=\"stops.1.liked-2\" class=\"govuk-radios__input\" checked"))
            let (draft, mark) = try draft(asked)
            let corrected = try await asker.ask(
                .post, Self.form, worker,
                form: Self.said + "&went_for.none=Nothing&went_with.none=Nobody&stops.1.place=The+old+quay"
                    + "&stops.1.liked=loved&because=Its+name&correct=\(event)&corrects=\(event)&draft=\(draft)"
                    + "&mark=\(mark)&do=sign")
            #expect(corrected.status == 303)
        }
        let newest = try await office.site.records.versions(of: event, of: Self.child, through: EventID(.max))?.newest
        #expect(newest?.record.own["stops.1.liked"] == "loved")
        #expect(newest?.record.own["stops.1.place"] == "The old quay")
    }

    @Test func movedToTheRightChildItPointsAtNothingThere() async throws {
        let worker = try await office.enter([.socialWorker])
        let right = Office.children[.team]!
        try await office.open { asker in
            let place = try await signed(asker, worker, who: "&went_with=Worker+1")
            let sent = try await asker.ask(
                .post, place + "/wrong-child", worker, form: "do=seal&find=Planted12&right=\(right)&words=Oh")
            #expect(sent.location?.hasSuffix("/taken-off?moved=yes") == true)
            let event = try #require(try await office.site.records.current()[right]?.records.map(\.origin.event).max())
            let page = try await asker.ask(.get, "/children/\(right)/records/\(event)", worker).text
            #expect(page.contains("The quay") && !page.contains("may be hurt"))
            #expect(!page.contains("Which need, risk or action was it for?"), "Planted12 has an R1 too")
        }
    }

    /// What a copy is held against knows who was named and what was marked, in whichever cell it stands.
    @Test func aCopyIsHeldAgainstWhoAndWhatOwnAnswersName() async throws {
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let place = try await signed(
                asker, worker, who: "&went_with.somebody_else=Mr+Pell&class.stops=police")
            let event = try #require(place.split(separator: "/").last.flatMap { Int64($0) })
            let authority = try await office.site.records.current()
            let child = try #require(authority[Self.child])
            let source = try #require(
                try await office.site.records.copySource(of: EventID(event), of: child, in: authority))
            #expect(source.rules.strangers == ["Mr Pell"])
            let marked = source.rules.marked.filter { $0.0 == .police }.map(\.1)
            #expect(marked.contains("The quay") && marked.contains("The pier"))
        }
    }

    /// A form that would be refused today is still the one that a record was written on.
    @Test func aCopyReadsTheFormThatItsRecordWasSignedOn() async throws {
        let old = PublishedForm(
            kind: .caseNote, edition: FormEdition(version: 1, digest: 7),
            content: """
                form: case_note
                version: 1
                title: A note of before
                sections:
                  - title: All
                    questions:
                      - {id: subject, ask: What was it?}
                      - {id: weather, ask: What was the weather?, kind: text}
                """)
        try await office.publish(old)
        let note = SignedRecord(
            kind: .caseNote, day: try #require(Day("2026-03-10")), form: old.edition,
            answers: [.subject: .text("A walk")], own: ["weather": "Rain"])
        try await office.write(.signed(note), of: Self.child)
        let authority = try await office.site.records.current()
        let child = try #require(authority[Self.child])
        let source = try #require(
            try await office.site.records.copySource(of: authority.head, of: child, in: authority))
        #expect(source.form.title == "A note of before")
        #expect(source.form.question("weather")?.asks == "What was the weather?")
        #expect(source.record.own == ["weather": "Rain"])
    }

    @Test func whatGoesOnIsFilledInAndMarked() async throws {
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            _ = try await signed(
                asker, worker, who: "&went_with=Worker+1&pocket_money=Five+pounds&may_collect=Worker+1")
            let page = try await asker.ask(.get, Self.form, worker).text
            #expect(page.contains("From the case note of 30 March 2026"))
            #expect(page.contains("value=\"Five pounds\"") && page.contains("id=\"right-may_collect\""))
            #expect(!page.contains("value=\"The quay\""))
        }
    }

    /// A part of the thread that only a council's own question points at is not taken out from under it.
    @Test func whatAnOwnLinkPointsAtIsNotTakenOut() async throws {
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let note = "occurred=2026-03-29&subject=A+risk&significant=none&views.none=None&actions.none=None"
            let first = try await asker.ask(
                .post, Self.form, worker,
                form: note + "&risks.1.what=Runs&risks.1.level=low&outing=false&draft=&mark=&do=sign")
            let event = try #require(first.location?.split(separator: "?").first?.split(separator: "/").last)
            _ = try await asker.ask(
                .post, Self.form, worker,
                form: Self.said + "&went_for=R2&draft=&mark=&do=sign")
            let gone = try await asker.ask(
                .post, Self.form, worker,
                form: note
                    + "&risks.none=None&outing=false&because=No&correct=\(event)&corrects=\(event)&draft=&mark=&do=sign"
            )
            #expect(gone.status == 200 && gone.text.contains("There is a problem"))
            #expect(try await office.site.records.current()[Self.child]?.thread.risks.count == 2)
        }
    }
}
