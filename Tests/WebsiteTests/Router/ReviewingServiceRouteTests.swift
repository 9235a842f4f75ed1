import Access
import Casework
import Days
import HTTPTypes
import Service
import TestSupport
import Testing

@testable import Website

/// The reviewing service's plan behind the real router: who signs it, what becomes of what was typed, who is told.
@Suite(.serialized) struct ReviewingServiceRouteTests {
    /// A plan's form, filled in; with what differs.
    private func form(_ more: [String: String] = [:]) -> String {
        var fields = [
            "year": "2025-26", "day": "2026-03-30", "established": "8", "in_post": "6.4", "report_due": "2026-09-30",
            "action-1-id": "", "action-1-function": "voice", "action-1-what": "Ask each child who is to come",
            "action-1-owner": "Ivo Marsh", "action-1-due": "2026-03-20", "action-1-known_by": "Children say so",
            "action-1-done": "", "action-1-changed": "", "do": "sign",
        ]
        for function in ReviewingFunction.allCases { fields["functions-\(function.rawValue)"] = "Planned so" }
        fields.merge(more) { $1 }
        return fields.map { name, value in
            "\(name)=\(value.replacing("%", with: "%25").replacing("&", with: "%26").replacing(" ", with: "+"))"
        }.joined(separator: "&")
    }

    /// What a form holds that is drawn now.
    private func drawn(_ office: Office) async throws -> String {
        try await office.site.records.current().reviewing.plans.last.map { "\($0.event.seq)" } ?? ""
    }

    @Test func theManagerSignsAndTheDirectorReadsAndIsTold() async throws {
        let office = try await Office()
        let manager = try await office.enter([.iroManager], worker: nil)
        let director = try await office.enter([.director], worker: nil)
        let officer = try await office.enter([.iro], worker: nil)
        let (page, plan) = ("/reviewing-service", "/reviewing-service/plan")
        try await office.open { asker in
            let empty = try await asker.ask(.get, page, director).text
            #expect(empty.contains("No plan of 2025-26 is signed") && !empty.contains("Write the plan"))
            #expect(try await asker.ask(.get, page, manager).text.contains("Write the plan"))
            #expect(try await asker.ask(.get, "/", manager).location == page, "their work is there")
            #expect(try await asker.ask(.post, plan, director, form: form()).status == 403)
            #expect(try await asker.ask(.post, plan, officer, form: form()).status == 403)
            #expect(try await office.site.records.current().reviewing.plans.isEmpty)
            #expect(try await asker.ask(.post, plan, manager, form: form()).status == 303)
            for person in [manager, director, officer] {
                let shown = try await asker.ask(.get, page, person).text
                #expect(shown.contains("Planned so") && shown.contains("11 days late"))
                if person.account.id == manager.account.id { continue }
                let home = try await asker.ask(.get, "/", person).text
                #expect(home.contains("Ask each child who is to come") == (person.account.id == director.account.id))
            }
        }
        let plans = try await office.site.records.current().reviewing.plans
        #expect(plans.map(\.value.signedBy) == [manager.account.name], "whose word it is")
    }

    @Test func aRefusedPlanKeepsEveryWordAndSaysWhereItIsWrong() async throws {
        let office = try await Office()
        let manager = try await office.enter([.iroManager], worker: nil)
        try await office.open { asker in
            let sent = form(["action-1-due": "ongoing", "functions-voice": "Asked & heard at 100 %", "in_post": ""])
            let answer = try await asker.ask(.post, "/reviewing-service/plan", manager, form: sent)
            #expect(answer.status == 200 && answer.text.contains("There is a problem"))
            for link in ["#action-1-due", "#in_post"] { #expect(answer.text.contains(link)) }
            for word in ["ongoing", "Asked &amp; heard at 100 %", "Ask each child who is to come", "Ivo Marsh"] {
                #expect(answer.text.contains(word), "\(word)")
            }
            let more = try await asker.ask(.post, "/reviewing-service/plan", manager, form: form(["do": "more"]))
            #expect(more.text.contains("action-3-what") && more.text.contains("Ask each child who is to come"))
        }
        #expect(try await office.site.records.current().reviewing.plans.isEmpty)
    }

    @Test func aLaterVersionShowsWhatChangedAndTheOneBeforeStays() async throws {
        let office = try await Office()
        let manager = try await office.enter([.iroManager], worker: nil)
        try await office.open { asker in
            for _ in 0..<2 {
                let command = form(["command": String(repeating: "a", count: 32)])
                _ = try await asker.ask(.post, "/reviewing-service/plan", manager, form: command)
            }
            let change = form([
                "action-1-id": "1", "action-1-done": "2026-03-30", "action-1-changed": "Six chose",
                "drawn": try await drawn(office),
            ])
            _ = try await asker.ask(.post, "/reviewing-service/plan", manager, form: change)
            let versions = try await asker.ask(.get, "/reviewing-service/versions", manager).text
            #expect(versions.contains("2025-26, version 2") && versions.contains("2025-26, version 1"))
            #expect(versions.contains("What changed from version 1") && versions.contains("Six chose"))
            #expect(!versions.contains("version 3"), "the same sent twice is one")
            let page = try await asker.ask(.get, "/reviewing-service", manager).text
            #expect(page.contains("Done on 30 March 2026") && !page.contains("days late"))
        }
    }

    @Test func aFormThatAnotherVersionOvertookKeepsItsWordsAndDropsNobodys() async throws {
        let office = try await Office()
        let manager = try await office.enter([.iroManager], worker: nil)
        let plan = "/reviewing-service/plan"
        try await office.open { asker in
            #expect(try await asker.ask(.post, plan, manager, form: form()).status == 303)
            let first = try await drawn(office)
            #expect(try await asker.ask(.get, plan, manager).text.contains("name=\"drawn\" value=\"\(first)\""))
            let other = form(["functions-voice": "Another was here", "drawn": first])
            #expect(try await asker.ask(.post, plan, manager, form: other).status == 303)

            let mine = ["functions-voice": "Mine stays here", "drawn": first]
            let late = try await asker.ask(.post, plan, manager, form: form(mine))
            #expect(late.status == 200 && late.text.contains("Another version was signed while you were writing"))
            for word in ["Mine stays here", "Another was here", "href=\"#drawn\"", "id=\"drawn\""] {
                #expect(late.text.contains(word), "\(word)")
            }
            #expect(try await office.site.records.current().reviewing.plans.count == 2)
            let second = try await drawn(office)
            #expect(late.text.contains("name=\"drawn\" value=\"\(second)\""))
            let again = form(mine.merging(["drawn": second]) { $1 })
            #expect(try await asker.ask(.post, plan, manager, form: again).status == 303)
            #expect(try await office.site.records.current().reviewing.plans.count == 3)
        }
    }

    @Test func whatIsSentAgainWithOtherWordsIsNotCalledSigned() async throws {
        let office = try await Office()
        let manager = try await office.enter([.iroManager], worker: nil)
        let plan = "/reviewing-service/plan"
        let command = ["command": String(repeating: "b", count: 32)]
        try await office.open { asker in
            for _ in 0..<2 {
                #expect(try await asker.ask(.post, plan, manager, form: form(command)).status == 303)
            }
            let other = form(command.merging(["functions-voice": "Other words"]) { $1 })
            let answer = try await asker.ask(.post, plan, manager, form: other)
            #expect(answer.status == 200 && answer.text.contains("Other words"))
            #expect(answer.text.contains("is not signed yet"))
        }
        #expect(try await office.site.records.current().reviewing.plans.count == 1)
    }

    @Test func oneDayIsOneDay() async throws {
        let office = try await Office()
        let manager = try await office.enter([.iroManager], worker: nil)
        try await office.open { asker in
            let sent = form(["action-1-due": "2026-03-30"])
            #expect(try await asker.ask(.post, "/reviewing-service/plan", manager, form: sent).status == 303)
            let page = try await asker.ask(.get, "/reviewing-service", manager).text
            #expect(page.contains("1 day late") && page.contains(": 1 day ago"))
        }
    }

    @Test func aNumberOpensItsChildrenAndTheLookIsKept() async throws {
        let office = try await Office()
        let officer = Worker(code: "R1", name: "Rae Officer", team: "IRO service")
        try await office.describe(officer, 9)
        for child in [Office.children[.own]!, Office.children[.other]!] {
            try await office.write(.worker(.allocated(worker: "R1", .iro, day("2025-05-01"), "MANAGE")), of: child)
        }
        let (own, other) = (Office.children[.own]!, Office.children[.other]!)
        try await office.protect(other, .restricted(to: ["W9"]))
        let inspector = try await office.enter([.inspector], worker: nil)
        try await office.open { asker in
            let page = try await asker.ask(.get, "/reviewing-service", inspector).text
            #expect(page.contains("Rae Officer") && page.contains("fewer than 10"), "one of two may not be listed")
            let list = try await asker.ask(.get, "/reviewing-service/children?officer=R1", inspector).text
            #expect(list.contains("Planted\(own.key)") && !list.contains("Planted\(other.key)"))
            #expect(list.contains("As at 31 March 2026.") && !list.contains("Of the twelve months"))
            let row = "/reviewing-service/children?row=IR02&answer=unknown"
            #expect(try await asker.ask(.get, row, inspector).text.contains("Of the twelve months to 31 March 2026."))
            #expect(list.contains("Some may be counted and not listed to you"))
            #expect(try await asker.ask(.get, "/reviewing-service/children?officer=R9", inspector).status == 404)
            #expect(try await asker.ask(.get, "/reviewing-service/children", inspector).status == 404)
        }
        let looks = try await office.store.log.looks(at: own, limit: 10)
        #expect(looks.contains { $0.look.action == .seeReviewingService })
    }

    @Test func theReportNamesNobodyAndHoldsNoSmallNumber() async throws {
        let office = try await Office()
        let manager = try await office.enter([.iroManager], worker: nil)
        try await office.open { asker in
            _ = try await asker.ask(.post, "/reviewing-service/plan", manager, form: form())
            let report = try await asker.ask(.get, "/reviewing-service/report?year=2025-26", manager).text
            #expect(report.contains("Report of 2025-26") && report.contains("fewer than 10"))
            for word in ["Planted", "Ivo Marsh", "Worker 1", "9000"] { #expect(!report.contains(word), "\(word)") }
            #expect(report.contains("Still to do, by 20 March 2026: Ask each child who is to come."))
            #expect(try await asker.ask(.get, "/reviewing-service/report?year=2026-27", manager).status == 404)
            let begun = "/reviewing-service/report?year=2025-26&as-at=2026-02-01"
            let toCome = try await asker.ask(.get, begun, manager)
            #expect(toCome.status == 200 && toCome.text.contains("It is drawn as at 31 March 2026"))
            #expect(!toCome.text.contains("In short"), "no report of part of a year")
            let early = "year=2025-26&day=2026-03-31&place=Online&presented="
            let refused = try await asker.ask(.post, "/reviewing-service/report", manager, form: early)
            #expect(refused.status == 200 && refused.text.contains("The year 2025-26 was not over"))
            let done = "year=2024-25&day=2025-09-24&place=Online&presented=2025-10-14"
            #expect(try await asker.ask(.post, "/reviewing-service/report", manager, form: done).status == 303)
            let page = try await asker.ask(.get, "/reviewing-service", manager).text
            #expect(page.contains("The report of 2024-25 was published on 24 September 2025"))
        }
    }
}
