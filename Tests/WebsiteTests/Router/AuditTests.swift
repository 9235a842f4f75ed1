import Access
import Casework
import Days
import TestSupport
import Testing

@testable import Website

/// An auditor's word on an assessment, from the way to it to where it stands: asked of the real router.
@Suite(.serialized) struct AuditTests {
    private static let child = Office.children[.own] ?? ChildID(key: 0)
    private static let page = "/children/\(child)"
    private static let form = page + "/record/assessment_audit"

    private static let assessment = SignedRecord(
        kind: .assessment, day: day("2026-03-10"), form: FormEdition(version: 1, digest: 1),
        answers: [
            .assessmentType: .choice("core"), .what: .text("The nights are hard"), .soWhat: .text("She is tired"),
            .nowWhat: .text("Calm nights"),
        ])

    /// Signed by the child's worker, as their account says.
    private func assessed(_ office: Office, by worker: Office.Visitor) async throws -> EventID {
        try await office.write(.signed(Self.assessment), of: Self.child, by: .account(worker.account.id))
        return try await office.site.records.current().head
    }

    private static let answers = [
        "assessed_on": "2026-03-10", "assessor": "Worker 1", "analysis_grade": "requires_improvement",
        "needs_grade": "good", "history_grade": "good", "views_grade": "outstanding", "currency_grade": "good",
        "audit_grade": "requires_improvement", "what_was_good": "Her own words open it",
        "what_is_missing": "What the tired days mean for school", "actions.1.what": "Ask her teacher about mornings",
        "actions.1.owner": "Ann Worker", "actions.1.due": "2026-04-20", "actions.1.purpose": "To know what tires her",
    ]

    /// Every role at the form of an audit and of a visit, and at the page where anything is chosen.
    @Test(arguments: Role.ofAccounts) func eachRoleMeetsItsOwnFormsAndNoOther(_ role: Role) async throws {
        let office = try await Office()
        let visitor = try await office.enter([role], worker: role == .teamManager ? "MEast" : "W1")
        let records = Policy.allows([role], .recordWork)
        try await office.open { asker in
            func asked(_ path: String) async throws -> (get: Int, post: Int) {
                let draft = "do=save&draft=\(String(repeating: "c", count: 32))"
                let sent = try await asker.ask(.post, path, visitor, form: draft)
                return (try await asker.ask(.get, path, visitor).status, sent.status)
            }
            let audit = try await asked(Self.form)
            #expect(audit == (role == .auditor ? (200, 303) : (404, 404)), "\(role): \(audit)")
            let note = try await asked(Self.page + "/record/case_note")
            #expect(note == (records ? (200, 303) : (404, 404)), "\(role): \(note)")
            for kind in RecordKind.allCases where role == .auditor && kind != .assessmentAudit {
                let other = try await asked(Self.page + "/record/\(kind.name)")
                #expect(other == (404, 404), "\(kind)")
            }
            let choice = try await asker.ask(.get, Self.page + "/record", visitor)
            #expect(choice.status == (records ? 200 : 404))
            #expect(!choice.text.contains("assessment_audit"))
            let wrong = try await asker.ask(.get, Self.form + "/wrong-child", visitor)
            #expect(wrong.status == (role == .auditor ? 200 : 404))
            // What is typed is kept for whoever writes anything.
            let key = try await asker.ask(.post, "/device-key", visitor)
            #expect(key.status == (records || role == .auditor ? 200 : 403))
        }
    }

    @Test func anAuditBeginsOnTheAssessmentAndItsGradeStandsThere() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let auditor = try await office.enter([.auditor], worker: nil)
        let event = try await assessed(office, by: worker)
        try await office.open { asker in
            let read = Self.page + "/records/\(event)"
            let before = try await asker.ask(.get, read, worker).text
            #expect(!before.contains("id=\"audit\"") && !before.contains("Audit this assessment"))
            let link = "href=\"\(Self.form)?of=\(event)\""
            #expect(try await asker.ask(.get, read, auditor).text.contains(link))
            let plan = try await asker.ask(.get, Self.page + "/plan", auditor).text
            #expect(plan.contains(link) && plan.contains("Audit the assessment of 10 March 2026"))
            #expect(!plan.contains("Record something") && !plan.contains("Record a visit"))

            let begun = try await asker.ask(.get, Self.form + "?of=\(event)", auditor).text
            for words in [
                "value=\"2026-03-10\"", ">Worker 1</textarea>", "She is tired", "No manager has approved it.",
                "are filled in below", "Someone needs to know now", "This is on the wrong child", "id=\"unsent\"",
            ] { #expect(begun.contains(words), "\(words)") }

            let signed = try await asker.sign(.assessmentAudit, of: Self.child, by: auditor, Self.answers)
            let audit = try #require(Int(signed.split(separator: "?")[0].split(separator: "/").last ?? ""))
            for person in [worker, auditor] {
                let shown = try await asker.ask(.get, read, person).text
                for words in [
                    "Audited on 30 March 2026: requires improvement.", "By Visitor, auditor.",
                    "href=\"\(Self.page)/records/\(audit)\"", "A grade is of the work, and not of the child.",
                ] { #expect(shown.contains(words), "\(words)") }
                let plan = try await asker.ask(.get, Self.page + "/plan", person).text
                #expect(plan.contains("; audited on 30 March 2026: requires improvement"))
                let whole = try await asker.ask(.get, Self.page + "/records/\(audit)", person).text
                #expect(whole.contains("What the tired days mean for school"))
                #expect(whole.contains("href=\"\(read)\""), "the way back to what it is of")
                #expect(whole.contains("Correct this record") == (person.account.id == auditor.account.id))
                #expect(!whole.contains("Make a copy for somebody"))
            }
            let thread = try await asker.ask(.get, Self.page + "/thread", worker).text
            #expect(thread.contains("Ask her teacher about mornings"))
        }
    }

    /// Pressed on the audit's form, it keeps the draft and comes before everything else.
    @Test func anAuditorWhoFindsAChildUnsafeIsHeardAndGoesOnWithTheDraft() async throws {
        let office = try await Office()
        let auditor = try await office.enter([.auditor], worker: nil)
        let worker = try await office.enter([.socialWorker])
        _ = try await assessed(office, by: worker)
        try await office.open { asker in
            let pressed = try await asker.ask(
                .post, Self.form, auditor,
                form: "do=urgent&mark=&draft=\(String(repeating: "e", count: 32))&what_was_good=Her+words")
            #expect(pressed.status == 303 && pressed.location?.contains("/urgent?") == true)
            let said = try await asker.ask(.get, pressed.location ?? "", auditor).text
            #expect(said.contains("Go on with the assessment audit"))
            let again = try await asker.ask(.get, Self.form, auditor).text
            #expect(again.contains("Her words"))
            #expect(try await office.site.records.current()[Self.child]?.urgent.count == 1)
        }
    }

    @Test func whoeverWroteItOrSaidAManagersWordOnItDoesNotAuditIt() async throws {
        let office = try await Office()
        let both = try await office.enter([.socialWorker, .auditor])
        let event = try await assessed(office, by: both)
        try await office.open { asker in
            let read = try await asker.ask(.get, Self.page + "/records/\(event)", both).text
            #expect(!read.contains("Audit this assessment"))
            let form =
                "do=sign&occurred=2026-03-30&mark=&draft=\(String(repeating: "f", count: 32))&"
                + Self.answers.map { "\($0)=\($1.replacing(" ", with: "+"))" }.joined(separator: "&")
            let refused = try await asker.ask(.post, Self.form, both, form: form)
            #expect(refused.status == 200 && refused.text.contains("Leave it to another auditor"))
        }
    }

    /// What an auditor has to do with an assessment that is another's to audit.
    enum Tie: CaseIterable, Sendable {
        case namedAsWriter, manager, gaveAWord

        var words: String {
            switch self {
            case .namedAsWriter: "you wrote it"
            case .manager: "you answer for the work of whoever wrote it"
            case .gaveAWord: "you gave a manager’s word on it"
            }
        }
    }

    @Test(arguments: Tie.allCases) func whatIsAnothersToAuditIsNeitherOfferedNorOpenedNorSigned(_ tie: Tie) async throws
    {
        let office = try await Office()
        let auditor = try await office.enter([.auditor], worker: tie == .manager ? "MEast" : nil)
        let worker = try await office.enter([.socialWorker])
        if tie == .namedAsWriter {
            let imported = SignedRecord(
                kind: .assessment, day: day("2026-03-10"), form: FormEdition(version: 1, digest: 1),
                onBehalfOf: auditor.account.name, answers: Self.assessment.answers)
            try await office.write(.signed(imported), of: Self.child, by: Actor("cli:import"))
        } else {
            _ = try await assessed(office, by: worker)
        }
        let event = try await office.site.records.current().head
        if tie == .gaveAWord {
            let word = SignedRecord(
                kind: .assessmentApproval, day: day("2026-03-12"), form: FormEdition(version: 1, digest: 1),
                answers: [.assessedOn: .day(day("2026-03-10")), .managersAnswer: .choice("approved")])
            try await office.write(.signed(word), of: Self.child, by: .account(auditor.account.id))
        }
        let other = try await office.enter([.auditor], worker: nil)
        try await office.open { asker in
            let (read, plan) = (Self.page + "/records/\(event)", Self.page + "/plan")
            for page in [read, plan] {
                let link = "href=\"\(Self.form)?of=\(event)\""
                #expect(try await !asker.ask(.get, page, auditor).text.contains(link), "\(page)")
                #expect(
                    try await asker.ask(.get, page, other).text.contains(link) == (tie != .namedAsWriter), "\(page)")
            }
            for address in [Self.form, Self.form + "?of=\(event)"] {
                let opened = try await asker.ask(.get, address, auditor)
                #expect(opened.status == 403 && opened.text.contains("Somebody else signs this"))
                #expect(opened.text.contains("another auditor’s to audit: \(tie.words)."))
            }
            let form =
                "do=sign&occurred=2026-03-30&mark=&draft=\(String(repeating: "f", count: 32))&"
                + Self.answers.map { "\($0)=\($1.replacing(" ", with: "+"))" }.joined(separator: "&")
            let refused = try await asker.ask(.post, Self.form, auditor, form: form)
            #expect(refused.status == 200 && refused.text.contains("Leave it to another auditor"))
            #expect(try await office.site.records.current()[Self.child]?.audits.isEmpty == true)
        }
    }

    @Test func ofTwoAssessmentsOfOneDayTheLastIsOfferedAndNamesItsOwnWriter() async throws {
        let office = try await Office()
        let first = try await assessed(office, by: try await office.enter([.socialWorker], worker: "W2"))
        let last = try await assessed(office, by: try await office.enter([.socialWorker], worker: "W1"))
        let auditor = try await office.enter([.auditor], worker: nil)
        try await office.open { asker in
            let before = try await asker.ask(.get, Self.page + "/records/\(first)", auditor).text
            #expect(!before.contains("Audit this assessment"))
            let offered = try await asker.ask(.get, Self.page + "/records/\(last)", auditor).text
            #expect(offered.contains("href=\"\(Self.form)?of=\(last)\""))
            let begun = try await asker.ask(.get, Self.form + "?of=\(first)", auditor).text
            #expect(begun.contains(">Worker 1</textarea>"))
        }
    }

    @Test func aDraftAboutAnotherAssessmentSaysSoAndAnotherIsBegunForTheOneAskedFor() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let event = try await assessed(office, by: worker)
        let later = SignedRecord(
            kind: .assessment, day: day("2026-03-20"), form: FormEdition(version: 1, digest: 1),
            answers: Self.assessment.answers)
        try await office.write(.signed(later), of: Self.child, by: .account(worker.account.id))
        let auditor = try await office.enter([.auditor], worker: nil)
        try await office.open { asker in
            let draft = "mark=&draft=\(String(repeating: "a", count: 32))&occurred=2026-03-30&assessed_on=2026-03-20"
            #expect(try await asker.ask(.post, Self.form, auditor, form: "do=save&" + draft).status == 303)
            let asked = Self.form + "?of=\(event)"
            let shown = try await asker.ask(.get, asked, auditor).text
            #expect(shown.contains("You came from the assessment of 10 March 2026."))
            #expect(shown.contains("This draft is about the assessment of 20 March 2026."))
            #expect(shown.contains("value=\"another:\(event)\""))
            #expect(try await !asker.ask(.get, Self.form, auditor).text.contains("You came from"))
            let again = "mark=1&draft=\(String(repeating: "a", count: 32))&occurred=2026-03-30&assessed_on=2026-03-20"
            let another = try await asker.ask(.post, Self.form, auditor, form: "do=another:\(event)&" + again)
            #expect(another.status == 303 && another.location == asked)
            let begun = try await asker.ask(.get, asked, auditor).text
            #expect(begun.contains("value=\"2026-03-10\"") && !begun.contains("You came from"))
        }
    }

    @Test func nobodyPutsRightAnothersAuditNorMakesACopyOfOne() async throws {
        let office = try await Office()
        let auditor = try await office.enter([.auditor], worker: nil)
        let other = try await office.enter([.auditor], worker: nil)
        let manager = try await office.enter([.teamManager, .auditor], worker: "MEast")
        let worker = try await office.enter([.socialWorker])
        _ = try await assessed(office, by: worker)
        try await office.open { asker in
            let signed = try await asker.sign(.assessmentAudit, of: Self.child, by: auditor, Self.answers)
            let audit = signed.split(separator: "?")[0].split(separator: "/").last ?? ""
            let correcting = Self.form + "?correct=\(audit)"
            #expect(try await asker.ask(.get, correcting, auditor).text.contains("What was not right?"))
            let led = try await asker.ask(.get, correcting, other)
            #expect(led.status == 303 && led.location == Self.page + "/records/\(audit)")
            #expect(try await asker.ask(.get, correcting, worker).status == 404)
            let copy = Self.page + "/records/\(audit)/copy"
            for person in [worker, manager, auditor] {
                #expect(try await asker.ask(.get, copy, person).status == 404)
            }
            // An auditor corrects nothing that others signed of the child.
            let note = Self.page + "/record/case_note?correct=\(Office.note(of: Self.child))"
            #expect(try await asker.ask(.get, note, auditor).status == 404)
        }
    }
}
