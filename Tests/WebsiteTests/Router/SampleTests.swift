import Access
import Casework
import Days
import JournalStore
import TestSupport
import Testing

@testable import Website

/// The second reader's sample behind the real router: who is led to it, who may say, and where it goes.
@Suite(.serialized) struct SampleRouteTests {
    private static let child = Office.children[.own]!

    /// A visit of February from which nothing follows, signed by somebody, by its number.
    private func closing(_ office: Office, by author: Actor) async throws -> EventID {
        let told = visit("2026-02-10", [.purpose: .text("To talk"), .actions: .noneBecause("Planted, all is in hand")])
        let appended = try await office.journal.append(.new, by: author, at: office.now) {
            try $0.append(
                Proposed(
                    stream: Self.child.stream, occurred: Moment(day("2026-02-10")), source: .recordedHere,
                    body: told[0].body))
        }
        return try #require(appended.events?.lowerBound)
    }

    @Test func theSampleIsReadBySomebodyElseAndWhatIsNotAgreedWithIsThereAgain() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let auditor = try await office.enter([.auditor], worker: nil)
        let manager = try await office.enter([.teamManager], worker: "MEast")
        let other = try await office.enter([.teamManager], worker: "MWest")
        let event = try await closing(office, by: .account(worker.account.id))
        let (list, page) = ("/sample?month=2026-02", "/children/\(Self.child)/sample/\(event)")
        try await office.open { asker in
            #expect(try await asker.ask(.get, list, worker).status == 403)
            for (person, reads) in [(auditor, true), (other, true), (manager, false)] {
                let shown = try await asker.ask(.get, list, person)
                #expect(shown.status == 200 && shown.text.contains(page) == reads, "\(person.account.name)")
                #expect(shown.text.contains("1 more is for somebody else to read") == !reads)
                let one = try await asker.ask(.get, page, person).text
                #expect(one.contains("Keep what I say") == reads)
            }
            let own = try await asker.ask(.post, page, manager, form: "agrees=no&because=Nan")
            #expect(own.status == 200 && own.text.contains("whose work you answer for"))
            let blank = try await asker.ask(.post, page, auditor, form: "agrees=no&because=")
            #expect(blank.status == 200 && blank.text.contains("No reason is given"))
            for _ in 0..<2 {
                let form = "agrees=no&because=He+asked+for+nan&command=\(String(repeating: "b", count: 32))"
                #expect(try await asker.ask(.post, page, auditor, form: form).status <= 303)
            }
            let readings = try await office.site.records.current()[Self.child]?.readings ?? []
            #expect(readings.map(\.agrees) == [false] && readings.first?.by == auditor.account.id)
            let shown = try await asker.ask(.get, list, auditor).text
            #expect(shown.contains("Read: not agreed") && shown.contains("0 of 1 read is agreed with"))
            let thread = try await asker.ask(.get, "/children/\(Self.child)/thread", worker).text
            #expect(thread.contains("A second reader asks to look again") && thread.contains("He asked for nan"))
            #expect(!thread.contains(auditor.account.name))
        }
    }

    @Test func aManagerIsLedFromMyWorkToWhatIsTheirsToRead() async throws {
        let office = try await Office()
        _ = try await closing(office, by: .account("somebody"))
        let other = try await office.enter([.teamManager], worker: "MWest")
        try await office.open { asker in
            // The first look has it worked out beside the page.
            _ = try await asker.ask(.get, "/sample?month=2026-02", other)
            let home = try await asker.ask(.get, "/", other).text
            #expect(home.contains("1 of what was closed in February 2026"))
        }
    }
}
