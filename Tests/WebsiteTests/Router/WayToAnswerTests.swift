import Access
import Casework
import Days
import FormFiles
import TestSupport
import Testing

@testable import Oversight
@testable import Standards
@testable import Website

/// What is asked in My work leads to where it is answered; what may be recorded is what the law has at a child's age.
struct WayToAnswerTests {
    private static let child = Office.children[.own]!

    private static func signal(_ worker: Day = day("2026-03-01")) -> Signal {
        Signal(rule: 0, child: child, since: worker, facts: [], owner: Owner(.iro, worker: nil))
    }

    private static func viewer(_ role: Role) -> Viewer { Viewer(id: "v", name: "V", roles: [role], worker: nil) }

    @Test func aQuestionLeadsToANoteThatBeginsWithItOrToTheChild() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let signal = Self.signal()
        let item = WorkItem(rung: signal.rung, what: .signal(signal), since: signal.since)
        #expect(item.action == "Ask the IRO, and record the answer.")
        let forms = try FormLibrary()
        let note = JoinLinks(Self.viewer(.socialWorker), forms).answering(signal)
        #expect(note.address.contains("/record/case_note?signal=\(signal.id)"))
        let shown = JoinLinks(Self.viewer(.inspector), forms).answering(signal)
        #expect(shown == .child(Self.child))
        try await office.open { asker in
            let path = "/children/\(Self.child)/record/case_note?signal="
            let begun = try await asker.ask(.get, path + signal.id, worker).text
            #expect(begun.contains("value=\"\(signal.title)\"") || begun.contains(">\(signal.title)</textarea>"))
            #expect(try await !asker.ask(.get, path + "RS99", worker).text.contains(signal.title))
        }
    }

    @Test func whatIsOwedLeadsToTheFormThatAnswersItOrToItsPartOfTheChildsPage() throws {
        let forms = try FormLibrary()
        let worker = JoinLinks(Self.viewer(.socialWorker), forms)
        let officer = JoinLinks(Self.viewer(.iro), forms)
        func duty(_ id: String) throws -> Duty {
            let place = try #require(Catalogue.standards.firstIndex { $0.id == id })
            let began = StartDay(day("2026-01-12"), isKnown: true)
            return Duty(
                standard: UInt16(place), trigger: began, due: day("2026-02-09"), done: nil,
                standing: .overdue(days: 50), because: .lookedAfter)
        }
        #expect(worker.doing(try duty("VI01"), of: Self.child) == .recording(Self.child, .visit))
        #expect(worker.doing(try duty("RV01"), of: Self.child) == .child(Self.child, .reviews), "the IRO writes it")
        #expect(officer.doing(try duty("RV01"), of: Self.child) == .recording(Self.child, .review))
        #expect(officer.doing(try duty("VI01"), of: Self.child) == .child(Self.child, .visits))
        #expect(worker.doing(try duty("CP17"), of: Self.child) == .child(Self.child, .placement), "no record says so")
        #expect(worker.doing(nil, of: Self.child) == .child(Self.child, .missing))
        for standard in Catalogue.standards {
            let links = JoinLinks(Self.viewer(.teamManager), forms)
            #expect(links.doing(try duty(standard.id), of: Self.child).address.contains("\(Self.child)"))
        }
    }

    @Test(arguments: [
        ("2014-05-10", false), ("2012-10-01", false), ("2012-09-30", true), ("2010-01-01", true),
    ])
    func aPathwayPlanIsOfferedFromFifteenAndAHalf(_ born: String, _ isOffered: Bool) {
        let child = record(born: born, episode("2025-01-10"))
        #expect(RecordKind.pathwayPlan.isOffered(for: ChildAsAt(child, day("2028-03-31"))) == isOffered)
    }
}
