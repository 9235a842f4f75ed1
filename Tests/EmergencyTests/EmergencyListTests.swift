import Casework
import Days
import Service
import Standards
import TestSupport
import Testing

@testable import Emergency

struct EmergencyListTests {
    private let at = day("2025-06-01")

    private var question: Question {
        var authority = Authority()
        authority.replace(
            record(
                key: 1,
                [
                    .identity(.numbered(ssda903: "100001")),
                    .identity(.named(ChildName(given: "Bea", family: "Fictional"))),
                ], episode("2025-01-10", at: "GL503AB"), worker("SW1", "2025-01-10")))
        authority.replace(
            record(
                key: 2, [.identity(.numbered(ssda903: "100002"))], episode("2025-02-10", at: "GL503CD"),
                missing("2025-05-30")))
        authority.replace(
            record(
                key: 3, [.identity(.numbered(ssda903: "100003"))], episode("2025-02-10", "S", "E1", "A5", at: "GL503EF")
            ))
        authority.replace(
            record(key: 4, [.identity(.numbered(ssda903: "100004"))], episode("2025-02-10", at: "GL503GH")))
        authority.replace(
            record(
                key: 5, [.identity(.numbered(ssda903: "100005"))],
                episode("2024-02-10", at: "GL503JK", end: "2025-03-01")))
        authority.apply(
            WorkerRecordEvent.described(Worker(code: "SW1", name: "Ada Fictional")), to: StreamID(.worker, key: 1))
        return Question(authority, asAt: at, context: covered())
    }

    private func list(leavingOut number: String = "100004") -> EmergencyList {
        EmergencyList(question, authority: "Severn Vale") { $0.identity.ssda903 == number }
    }

    @Test func whoIsLookedAfterStandsInItAndWhoIsMissingComesFirst() {
        let list = list()
        #expect(list.inOrder.map(\.number) == ["100002", "100001", "100003"])
        #expect(list.inOrder[0].missingSince == day("2025-05-30"))
        #expect(list.inOrder[1].socialWorker == "Ada Fictional")
        #expect(list.inOrder[1].who == "Bea Fictional (100001)" && list.inOrder[0].who == "Child 100002")
        #expect(list.inOrder[1].postcode == "GL503AB")
    }

    @Test func aRecordThatIsLeftOutLeavesNoTrace() {
        let page = String(decoding: list().page(printed: "tonight"), as: UTF8.self)
        #expect(!page.contains("100004") && !page.contains("GL503GH"))
        #expect(page.contains("3 children, 1 of them missing"))
    }

    @Test func whereAChildIsPlacedForAdoptionIsNotSaid() {
        let page = String(decoding: list().page(printed: "tonight"), as: UTF8.self)
        #expect(page.contains("100003") && page.contains("ask the adoption team"))
        #expect(!page.contains("GL503EF"))
    }

    @Test func thePageAsksNothingOfANetwork() {
        let page = String(decoding: list().page(printed: "tonight"), as: UTF8.self)
        #expect(!page.contains("http") && !page.contains("src=") && !page.contains("<script"))
    }
}
