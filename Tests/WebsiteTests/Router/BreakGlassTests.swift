import Access
import Casework
import Days
import Testing

@testable import Website

/// A record opened with a reason: for an hour, for the one who asked, and told.
@Suite(.serialized) struct BreakGlassTests {
    private let child = Office.children[.own]!
    private static let reason = "reason=The+police+are+at+the+door"

    @Test func aReasonOpensARestrictedRecordForAnHourAndIsTold() async throws {
        let (office, child) = (try await Office(), child)
        try await office.protect(child, .restricted(to: ["MEast"]))
        let worker = try await office.enter([.socialWorker])
        let colleague = try await office.enter([.socialWorker], worker: "W2")
        let manager = try await office.enter([.teamManager], worker: "MEast")
        let another = try await office.enter([.teamManager], worker: "MWest")
        try await office.open { asker in
            #expect(try await asker.ask(.get, "/children/\(child)", worker).status == 403)
            let short = try await asker.ask(.post, "/children/\(child)/reason", worker, form: "reason=+why+")
            #expect(short.status == 403 && short.text.contains("There is a problem"))
            #expect(try await asker.ask(.get, "/children/\(child)", worker).status == 403)
            let sent = try await asker.ask(.post, "/children/\(child)/reason", worker, form: Self.reason)
            #expect(sent.status == 303 && sent.location == "/children/\(child)")
            let page = try await asker.ask(.get, "/children/\(child)/people", worker)
            #expect(page.text.contains("Planted11") && page.text.contains("Opened with a reason until"))
            #expect(try await asker.ask(.get, "/children/\(child)", colleague).status == 403)
            #expect(try await asker.ask(.get, "/children/\(child)/looked", worker).status == 404)
            #expect(try await !asker.ask(.get, "/children", worker).text.contains("Planted11"))

            #expect(try await asker.ask(.get, "/", manager).text.contains("A record was opened with a reason."))
            let told = try await asker.ask(.get, "/opened", manager)
            #expect(told.text.contains("The police are at the door") && told.text.contains("Planted11"))
            #expect(try await !asker.ask(.get, "/opened", another).text.contains("The police"))
            _ = try await asker.ask(.post, "/opened/1/seen", another)
            #expect(try await asker.ask(.get, "/", manager).text.contains("opened with a reason"))
            _ = try await asker.ask(.post, "/opened/1/seen", manager)
            #expect(try await !asker.ask(.get, "/", manager).text.contains("opened with a reason"))

            // Meanwhile the worker goes on with other things.
            for minutes in [25, 25, 9] {
                office.wait(minutes: minutes)
                #expect(try await asker.ask(.get, "/help", worker).status == 200)
            }
            #expect(try await asker.ask(.get, "/children/\(child)", worker).status == 200)
            office.wait(minutes: 1)
            #expect(try await asker.ask(.get, "/children/\(child)", worker).status == 403)
        }
        let looks = try await office.store.log.looks(at: child).filter { $0.look.account == worker.account.id }
        #expect(looks.map(\.look.reason) == Array(repeating: "The police are at the door", count: 3))
        #expect(Set(looks.map(\.look.route)) == ["/children/:id/reason", "/children/:id/people", "/children/:id"])
    }

    @Test func aManagerWhoIsAPartyIsNotToldAndTheDirectorIs() async throws {
        let (office, child) = (try await Office(), child)
        try await office.protect(child, .restricted(to: ["W9"], parties: ["MEast"]))
        let worker = try await office.enter([.socialWorker])
        let manager = try await office.enter([.teamManager], worker: "MEast")
        let director = try await office.enter([.director], worker: nil)
        try await office.open { asker in
            _ = try await asker.ask(.post, "/children/\(child)/reason", worker, form: Self.reason)
            #expect(try await !asker.ask(.get, "/", manager).text.contains("opened with a reason"))
            #expect(try await !asker.ask(.get, "/opened", manager).text.contains("The police"))
            #expect(try await asker.ask(.get, "/", director).text.contains("opened with a reason"))
            let told = try await asker.ask(.get, "/opened", director)
            #expect(told.text.contains("The police") && !told.text.contains("Planted11"))
        }
    }

    @Test func aRecordSealedAfterItWasOpenedIsClosed() async throws {
        let (office, child) = (try await Office(), child)
        try await office.protect(child, .restricted(to: ["MEast"]))
        let worker = try await office.enter([.socialWorker])
        let manager = try await office.enter([.teamManager], worker: "MEast")
        try await office.open { asker in
            _ = try await asker.ask(.post, "/children/\(child)/reason", worker, form: Self.reason)
            #expect(try await asker.ask(.get, "/children/\(child)", worker).status == 200)
            try await office.protect(child, .sealed(.wrongChild, ProtectionEvent.onWord))
            #expect(try await asker.ask(.get, "/children/\(child)", worker).status == 404)
            #expect(try await asker.ask(.get, "/children/\(child)?known-on=2026-03-30", worker).status == 404)
            #expect(try await !asker.ask(.get, "/opened", manager).text.contains("The police"))
            #expect(try await !asker.ask(.get, "/", manager).text.contains("opened with a reason"))
        }
    }

    @Test func outOfHoursTheEmergencyPageOpensWithAReasonAndTheRecordDoesNot() async throws {
        let (office, child) = (try await Office(), Office.children[.other]!)
        let night = try await office.enter([.outOfHours], worker: nil)
        let manager = try await office.enter([.teamManager], worker: "MWest")
        try await office.open { asker in
            let list = try await asker.ask(.get, "/children?find=Planted13", night)
            #expect(list.text.contains("href=\"/children/\(child)/emergency\""))
            #expect(try await asker.ask(.get, "/children/\(child)", night).status == 404)
            let asked = try await asker.ask(.get, "/children/\(child)/emergency", night)
            #expect(asked.status == 403 && !asked.text.contains("Planted13"))
            let sent = try await asker.ask(.post, "/children/\(child)/emergency/reason", night, form: Self.reason)
            #expect(sent.location == "/children/\(child)/emergency")
            let sheet = try await asker.ask(.get, "/children/\(child)/emergency", night)
            #expect(sheet.status == 200)
            for words in [
                "Planted13 Example", "ZZ99 2BB", "Worker 3, West", "not recorded here", "Medication and allergies",
                "Who may know where the child is", "On call tonight", "1 time; the last from 1 August 2025",
            ] { #expect(sheet.text.contains(words), "\(words)") }
            #expect(try await asker.ask(.get, "/children/\(child)", night).status == 404)
            #expect(try await asker.ask(.get, "/opened", manager).text.contains("The emergency page"))
        }
    }

    @Test func aRestrictedRecordIsReachedByItsNumberAlone() async throws {
        let (office, child) = (try await Office(), child)
        try await office.protect(child, .restricted(to: ["MEast"]))
        let worker = try await office.enter([.socialWorker])
        let night = try await office.enter([.outOfHours], worker: nil)
        try await office.open { asker in
            let found = try await asker.ask(.get, "/restricted?number=900011", worker)
            #expect(found.location == "/children/\(child)")
            let atNight = try await asker.ask(.get, "/restricted?number=%20900011", night)
            #expect(atNight.location == "/children/\(child)/emergency")
            let other = try await asker.ask(.get, "/restricted?number=900013", worker)
            #expect(other.status == 200 && other.text.contains("No record that you may open has that number"))
        }
    }
}
