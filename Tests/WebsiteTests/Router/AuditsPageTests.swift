import Access
import Casework
import Days
import JournalStore
import TestSupport
import Testing

@testable import Website

/// The page of audits behind the real router: whose children and whose names stand on it for whom, and what its numbers open.
@Suite(.serialized) struct AuditsPageTests {
    private static let (own, team, other) = (
        Office.children[.own]!, Office.children[.team]!, Office.children[.other]!
    )

    /// An assessment of each child with an audit of it: by W1, by the other team's W3, and by W3 again.
    private static func audited(_ office: Office) async throws {
        let told: [(ChildID, String, AuditGrade)] = [
            (own, "Worker 1", .good), (team, "W3", .inadequate), (other, "Worker 3", .outstanding),
        ]
        for (child, assessor, grade) in told {
            let events = assessed("2026-02-01") + audited("2026-03-01", of: "2026-02-01", grade, assessor: assessor)
            for event in events { try await office.write(event, of: child) }
        }
    }

    private static func audited(
        _ when: String, of assessed: String, _ grade: AuditGrade, assessor: String
    ) -> [ChildEvent] {
        signed(.assessmentAudit, when, auditAnswers(of: assessed, grade, [.analysis: .inadequate], assessor: assessor))
    }

    @Test func aManagerSeesTheirTeamsChildrenAndTheNamesOfTheirTeamAlone() async throws {
        let office = try await Office()
        try await Self.audited(office)
        let manager = try await office.enter([.teamManager], worker: "MEast")
        let auditor = try await office.enter([.auditor], worker: nil)
        try await office.open { asker in
            #expect(try await asker.ask(.get, "/", auditor).location == "/audits", "their work is there")
            let all = try await asker.ask(.get, "/audits", auditor).text
            for word in ["Planted11", "Planted12", "Planted13", "Worker 1", "Worker 3"] { #expect(all.contains(word)) }
            let own = try await asker.ask(.get, "/audits", manager).text
            #expect(own.contains("of the children of your team"))
            for word in ["Planted11", "Planted12", "Worker 1", "not known to be of your team"] {
                #expect(own.contains(word))
            }
            for word in ["Planted13", "Worker 3", "W3"] { #expect(!own.contains(word), "\(word)") }
            let asked = try await asker.ask(.get, "/audits?assessor=W3", manager).text
            #expect(asked.contains("one assessor") && asked.contains("No audit."))
            for word in ["Planted12", "Planted13", "Worker 3"] { #expect(!asked.contains(word), "\(word)") }
            let found = try await asker.ask(.get, "/audits?assessor=W3", auditor).text
            #expect(found.contains("Planted12") && found.contains("Planted13") && !found.contains("Planted11"))
            #expect(found.contains("Worker 3</h1>"))
        }
    }

    @Test func noNameStandsInAnAddress() async throws {
        let office = try await Office()
        let told = assessed("2026-02-01") + Self.audited("2026-03-01", of: "2026-02-01", .good, assessor: "Zoe Quill")
        for event in told { try await office.write(event, of: Self.own) }
        let auditor = try await office.enter([.auditor], worker: nil)
        try await office.open { asker in
            let page = try await asker.ask(.get, "/audits", auditor).text
            let after = try #require(page.split(separator: "assessor=").dropFirst().first)
            let key = String(after.prefix { $0.isLetter || $0.isNumber })
            #expect(!key.isEmpty && !page.lowercased().contains("assessor=zoe"))
            let found = try await asker.ask(.get, "/audits?assessor=\(key)", auditor).text
            #expect(found.contains("Zoe Quill</h1>") && found.contains("Planted11"))
        }
    }

    @Test func eachNumberOpensWhatItCounts() async throws {
        let office = try await Office()
        try await Self.audited(office)
        let auditor = try await office.enter([.auditor], worker: nil)
        try await office.open { asker in
            let page = try await asker.ask(.get, "/audits?part=analysis", auditor).text
            let link = "/audits?grade=inadequate&amp;part=analysis&amp;quarter=2026-Q1"
            #expect(page.contains("href=\"\(link)\"") && page.contains("aria-label=\"3, the audits\""))
            let analysis = try await asker.ask(.get, link.replacing("&amp;", with: "&"), auditor).text
            #expect(analysis.contains("3 audits from") && analysis.contains("Analysis graded inadequate"))
            let good = try await asker.ask(.get, "/audits?grade=good_or_better", auditor).text
            #expect(good.contains("2 audits from") && !good.contains("Planted12"))
            #expect(good.contains("/children/\(Self.own)/records/"))
            let before = try await asker.ask(.get, "/audits?quarter=2025-Q4", auditor).text
            #expect(before.contains("0 audits from") && !before.contains("Planted"))
            for wrong in ["grade=excellent", "part=handwriting", "quarter=2026-13"] {
                #expect(try await asker.ask(.get, "/audits?\(wrong)", auditor).status == 404, "\(wrong)")
            }
        }
        let shown = try await office.store.log.latest(account: auditor.account.id).map(\.look)
        let lists = shown.filter { $0.action == .seeAudits }
        #expect(lists.contains { Set($0.shown) == [Self.own, Self.other] }, "the log has whom the list showed")
    }

    @Test func aRestrictedChildIsInNoNumber() async throws {
        let office = try await Office()
        try await Self.audited(office)
        try await office.protect(Self.other, .restricted(to: ["W9"]))
        let auditor = try await office.enter([.auditor], worker: nil)
        try await office.open { asker in
            let page = try await asker.ask(.get, "/audits", auditor).text
            #expect(page.contains("aria-label=\"2, the audits\"") && !page.contains("aria-label=\"3, the audits\""))
            #expect(!page.contains("Planted13") && !page.contains("\(Self.other)"))
            let list = try await asker.ask(.get, "/audits?list=all", auditor).text
            #expect(list.contains("2 audits from") && !list.contains("Planted13"))
        }
    }

    @Test func whatIsToBeAuditedIsForAuditorsWhoDidNotWriteIt() async throws {
        let office = try await Office()
        let auditor = try await office.enter([.auditor, .director], worker: nil)
        let other = try await office.enter([.auditor], worker: nil)
        let director = try await office.enter([.director], worker: nil)
        for event in assessed("2026-02-01") {
            try await office.write(event, of: Self.own, by: .account(auditor.account.id))
        }
        let event = try #require(
            try await office.site.records.current()[Self.own]?.records.last { $0.kind == .assessment }?.origin.event)
        try await office.open { asker in
            let page = try await asker.ask(.get, "/audits", auditor).text
            #expect(page.contains("1 child’s latest assessment is not audited"))
            #expect(page.contains("For somebody else: you wrote it."))
            let theirs = try await asker.ask(.get, "/audits", other).text
            #expect(theirs.contains("/children/\(Self.own)/records/\(event)") && !theirs.contains("For somebody else"))
            #expect(try await !asker.ask(.get, "/audits", director).text.contains("To audit"))
            #expect(try await asker.ask(.get, "/", auditor).text.contains("1 assessment that nobody has audited"))
            #expect(try await !asker.ask(.get, "/", director).text.contains("nobody has audited"))
        }
    }
}
