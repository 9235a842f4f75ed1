import Access
import Casework
import Days
import TestSupport
import Testing

@testable import Website

/// The day that a manager sets for an assessment and the manager's word on it, asked of the real router.
@Suite(.serialized) struct AssessmentApprovalTests {
    private static let child = Office.children[.own] ?? ChildID(key: 0)
    private static let page = "/children/\(child)"

    private func sign(_ told: [ChildEvent], _ office: Office) async throws -> EventID {
        for event in told { try await office.write(event, of: Self.child) }
        return try await office.site.records.current().head
    }

    private static let assessment = SignedRecord(
        kind: .assessment, day: day("2026-03-10"), form: FormEdition(version: 1, digest: 1),
        answers: [
            .assessmentType: .choice("core"), .what: .text("The nights are hard"), .soWhat: .text("She is tired"),
            .nowWhat: .text("Calm nights"),
        ])

    private func assessed(_ office: Office) async throws -> EventID {
        try await sign([.signed(Self.assessment)], office)
    }

    @Test(arguments: [
        (Role.teamManager, "assessment_start", 200), (.teamManager, "assessment_approval", 200),
        (.socialWorker, "assessment_start", 404), (.socialWorker, "assessment_approval", 404),
        (.iro, "assessment_approval", 404), (.socialWorker, "review_contribution", 200),
    ])
    func theManagerSetsTheDayAndHasTheWord(_ role: Role, _ kind: String, _ status: Int) async throws {
        let office = try await Office()
        let visitor = try await office.enter([role], worker: role == .teamManager ? "MEast" : "W1")
        try await office.open { asker in
            let shown = try await asker.ask(.get, Self.page + "/record/\(kind)", visitor)
            #expect(shown.status == status)
        }
    }

    @Test func whatIsSignedWaitsForTheManagerWhoReadsItAndSaysWhatTheyThink() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let manager = try await office.enter([.teamManager], worker: "MEast")
        let other = try await office.enter([.teamManager], worker: "MWest")
        let event = try await assessed(office)
        try await office.open { asker in
            let form = Self.page + "/record/assessment_approval"
            for (person, reads) in [(manager, true), (worker, false), (other, false)] {
                let home = try await asker.ask(.get, "/", person).text
                #expect(home.contains("Assessments for you to read") == reads, "\(person.account.name)")
                #expect(home.contains("The assessment of 10 March 2026: no manager has approved it.") == reads)
            }
            let shown = try await asker.ask(.get, Self.page + "/records/\(event)", worker).text
            #expect(shown.contains("No manager has approved it.") && shown.contains("No day was set before"))
            #expect(!shown.contains("approve it or send it back"))
            let asked = try await asker.ask(.get, form, manager).text
            for words in ["The nights are hard", "She is tired", "Calm nights", "2026-03-10"] {
                #expect(asked.contains(words), "\(words)")
            }
            func say(_ comment: String, _ draft: String) async throws -> (status: Int, text: String) {
                let told = try await asker.ask(
                    .post, form, manager,
                    form:
                        "do=sign&occurred=2026-03-12&draft=\(String(repeating: draft, count: 32))&assessed_on=2026-03-10&managers_answer=approved&managers_comment=\(comment)"
                )
                return (told.status, told.text)
            }
            let stamped = try await say("Agreed.", "a")
            #expect(stamped.status == 200 && stamped.text.contains("would stand under no other assessment"))
            let said = try await say("It+explains+her+nights", "a")
            #expect(said.status == 303)
            let left = try await asker.ask(.get, "/", manager).text
            #expect(!left.contains("Assessments for you to read"))
            let approved = try await asker.ask(.get, Self.page + "/records/\(event)", worker).text
            #expect(approved.contains("Approved by a manager on 12 March 2026."))
            let plan = try await asker.ask(.get, Self.page + "/plan", worker).text
            #expect(plan.contains("Assessment: core; approved by a manager on 12 March 2026"))
        }
    }

    /// A second pair of eyes is what a manager's word is for.
    @Test func nobodyHasTheWordOnWhatTheyWroteThemselves() async throws {
        let office = try await Office()
        let manager = try await office.enter([.teamManager], worker: "MEast")
        let another = try await office.enter([.teamManager], worker: "MEast")
        try await office.write(.signed(Self.assessment), of: Self.child, by: .account(manager.account.id))
        let event = try await office.site.records.current().head
        let form = Self.page + "/record/assessment_approval"
        let said =
            "do=sign&occurred=2026-03-12&assessed_on=2026-03-10&managers_answer=approved&managers_comment=It+explains+her+nights&draft="
        try await office.open { asker in
            let asked = try await asker.ask(.get, form, manager)
            #expect(asked.status == 403 && asked.text.contains("You wrote the assessment that waits"))
            let record = try await asker.ask(.get, Self.page + "/records/\(event)", manager).text
            #expect(record.contains("No manager has approved it.") && !record.contains("approve it or send it back"))
            let own = try await asker.ask(.post, form, manager, form: said + String(repeating: "a", count: 32))
            #expect(own.status == 200 && own.text.contains("Leave it to another manager, or to the head of service"))
            #expect(try await asker.ask(.get, form, another).text.contains("She is tired"))
            let theirs = try await asker.ask(.post, form, another, form: said + String(repeating: "b", count: 32))
            #expect(theirs.status == 303)
        }
    }

    /// Whoever put an assessment right wrote some of it.
    @Test func norOnWhatTheyPutRight() async throws {
        let office = try await Office()
        let manager = try await office.enter([.teamManager], worker: "MEast")
        let event = try await assessed(office)
        try await office.write(
            .corrected(Self.assessment, retired: []), of: Self.child, correcting: event,
            by: .account(manager.account.id))
        try await office.open { asker in
            let asked = try await asker.ask(.get, Self.page + "/record/assessment_approval", manager)
            #expect(asked.status == 403)
        }
    }

    @Test func oneThatIsNotNeededAnyMoreIsEndedByTheManagerWithWhy() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let manager = try await office.enter([.teamManager], worker: "MEast")
        _ = try await sign(
            signed(
                .assessmentStart, "2026-03-01", [.assessmentType: .choice("core"), .target: .day(day("2026-03-20"))]),
            office)
        try await office.open { asker in
            let owed = "Assessment finished by the day that is right for the child"
            let before = try await asker.ask(.get, Self.page, worker).text
            #expect(before.contains("Begun, and past its day") && before.contains(owed))
            #expect(!before.contains("Move its day, or say that it is not needed any more"))
            let late = "The day set for the assessment has passed, and it is not written"
            #expect(try await asker.ask(.get, Self.page + "/thread", worker).text.contains(late))
            let form = Self.page + "/record/assessment_start"
            #expect(try await asker.ask(.get, Self.page, manager).text.contains("href=\"\(form)\""))
            let sent = try await asker.ask(
                .post, form, manager,
                form: "do=sign&occurred=2026-03-31&assessment_type=core&not_needed_because=She+went+home&draft="
                    + String(repeating: "c", count: 32))
            #expect(sent.status == 303)
            let after = try await asker.ask(.get, Self.page, worker).text
            #expect(!after.contains("Begun, and past its day") && !after.contains(owed))
            #expect(try await !asker.ask(.get, Self.page + "/thread", worker).text.contains(late))
            let plan = try await asker.ask(.get, Self.page + "/plan", worker).text
            #expect(plan.contains("Assessment start: core, not needed any more"))
            #expect(plan.contains("to be finished by 20 March 2026"), "the day that was set stays")
        }
    }

    @Test func whatIsSentBackIsNobodysToReadUntilItIsCorrected() async throws {
        let office = try await Office()
        let manager = try await office.enter([.teamManager], worker: "MEast")
        let event = try await assessed(office)
        _ = try await sign(
            signed(
                .assessmentApproval, "2026-03-12",
                [
                    .assessedOn: .day(day("2026-03-10")), .managersAnswer: .choice("sent_back"),
                    .target: .day(day("2026-03-20")),
                ]), office)
        try await office.open { asker in
            let home = try await asker.ask(.get, "/", manager).text
            #expect(!home.contains("Assessments for you to read"))
            let shown = try await asker.ask(.get, Self.page + "/records/\(event)", manager).text
            #expect(shown.contains("Sent back by a manager on 12 March 2026"))
            #expect(!shown.contains("approve it or send it back"))
            try await office.write(.corrected(Self.assessment, retired: []), of: Self.child, correcting: event)
            let again = try await asker.ask(.get, "/", manager).text
            #expect(again.contains("Assessments for you to read"))
        }
    }

    @Test func theDayThatIsSetShowsBesideTheMostThatGuidanceGives() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let manager = try await office.enter([.teamManager], worker: "MEast")
        try await office.open { asker in
            let form = Self.page + "/record/assessment_start"
            let asked = try await asker.ask(.get, form, manager).text
            // Good Friday, Easter Monday and both bank holidays of May are no working days.
            #expect(asked.contains("45 working days from a referral at the most; from today that would be 8 June 2026"))
            for (number, due) in [("a", "2026-04-14"), ("b", "2026-04-20")] {
                let sent = try await asker.ask(
                    .post, form, manager,
                    form:
                        "do=sign&occurred=2026-03-31&draft=\(String(repeating: number, count: 32))&assessment_type=core&target=\(due)&target_reason=The+hearing"
                )
                #expect(sent.status == 303)
            }
            let home = try await asker.ask(.get, Self.page, worker).text
            #expect(home.contains("To be finished by 20 April 2026, as a manager set on 31 March 2026."))
            #expect(
                home.contains("Before that: 14 April 2026.")
                    && home.contains("from 31 March 2026 that would be 8 June 2026"))
            #expect(home.contains("Assessment finished by the day that is right for the child"))
            // It stands in the worker's form, and asks only whether it is still right.
            let begun = try await asker.ask(.get, Self.page + "/record/assessment", worker).text
            #expect(begun.contains("2026-04-20") && begun.contains("From the assessment start of 31 March 2026"))
        }
    }

    @Test func whatAChildSaysToTheirReviewIsInItsBriefAndAmongTheirWords() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let officer = try await office.enter([.iro])
        _ = try await sign(
            signed(
                .reviewContribution, "2026-03-10",
                [
                    .contributedHow: .choice("told_somebody"), .takingPart: .choice("not_there"),
                    .childsWords: .text("I want a lamp"),
                    .views: .rows([AnswerRow([.id: .items([ItemID("V1")!]), .what: .text("See my nan more")])]),
                ]), office)
        try await office.open { asker in
            let brief = try await asker.ask(.get, Self.page + "/review-brief", worker).text
            for words in [
                "Of 10 March 2026", "told to somebody who wrote it down", "does not want to be there",
                "did not attend; sent their views", "See my nan more",
            ] { #expect(brief.contains(words), "\(words)") }
            let voice = try await asker.ask(.get, Self.page + "/voice", worker).text
            #expect(voice.contains("I want a lamp") && voice.contains("See my nan more"))
            let reviews = try await asker.ask(.get, Self.page + "/reviews", worker).text
            #expect(reviews.contains("What the child said to their reviews"))
            let review = try await asker.ask(.get, Self.page + "/record/review", officer).text
            #expect(review.contains("From the review contribution of 10 March 2026"))
        }
    }
}
