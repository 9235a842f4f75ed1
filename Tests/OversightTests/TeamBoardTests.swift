import Casework
import Days
import Oversight
import Standards
import TestSupport
import Testing

struct TeamBoardTests {
    private func authority(_ records: [ChildRecord], _ workers: [Worker]) -> Authority {
        var authority = Authority()
        for record in records { authority.replace(record) }
        for (key, worker) in workers.enumerated() {
            authority.apply(.described(worker), to: StreamID(.worker, key: UInt64(key + 1)))
        }
        return authority
    }

    private let staff = [
        Worker(code: "SW1", name: "Zed Able", role: "social worker", team: "East"),
        Worker(code: "SW2", name: "Ann Best", role: "social worker", team: "East"),
        Worker(
            code: "SW3", name: "Lee Gone", role: "social worker", team: "East", to: Day(2024, 5, 1)),
        Worker(code: "SW9", name: "Far Away", role: "social worker", team: "West"),
    ]

    private func board(_ records: [ChildRecord], _ asAt: String = "2024-06-01") -> TeamBoard {
        let day = day(asAt)
        let context = covered()
        let children = records.map { ChildAsAt($0, day) }.map { ($0, Catalogue.duties(of: $0, context)) }
        return TeamBoard("East", asAt: day, children: children, in: authority(records, staff))
    }

    @Test func whatIsToBeJoinedUpIsCountedByChildAndByWhatItIsAndByNobody() {
        let children = [
            record(key: 1, episode("2024-01-10"), worker("SW1", "2024-01-10"), assessed("2024-05-01", risk: .high)),
            record(key: 2, episode("2024-01-10"), worker("SW2", "2024-01-10"), assessed("2024-05-01")),
            record(key: 3, episode("2024-01-10"), worker("SW2", "2024-01-10")),
        ].map { ChildAsAt($0, day("2024-06-01")) }
        let joins = children.reduce(into: [ChildID: [Break]]()) { $0[$1.id] = Breaks.of($1, covered()) }
        let board = TeamBoard(
            "East", asAt: day("2024-06-01"), children: children.map { ($0, []) }, joins: joins,
            in: authority(children.map(\.record), staff))
        #expect(board.lines.map(\.joins) == [2, 1, 0])
        #expect(board.unjoined.map(\.rule.id) == ["risk_without_action", "need_without_action"])
        #expect(board.unjoined.map(\.children) == [[ChildID(key: 1)], [ChildID(key: 1), ChildID(key: 2)]])
        #expect(board.unjoined.allSatisfy { $0.putOff == 0 && $0.awaitSecond == 0 })
    }

    @Test func aChildWhoseWorkerLeftIsNeverStranded() {
        let board = board([
            record(key: 1, episode("2024-01-10"), worker("SW3", "2024-01-10")),
            record(key: 2, episode("2024-01-10"), worker("SW1", "2024-01-10", "2024-04-01")),
            record(key: 3, episode("2024-01-10"), worker("SW1", "2024-01-10")),
        ])
        #expect(board.unheld.map(\.child) == [ChildID(key: 2), ChildID(key: 1)])
        #expect(board.unheld.map(\.since) == [day("2024-04-01"), day("2024-05-01")])
        #expect(board.unheld.map(\.why) == [.noWorker, .workerLeft("SW3")])
    }

    @Test func onlyTheTeamsOwnChildrenAreOnItsBoard() {
        let board = board([
            record(key: 1, episode("2024-01-10"), worker("SW1", "2024-01-10")),
            record(key: 2, episode("2024-01-10"), worker("SW9", "2024-01-10")),
        ])
        #expect(board.lines.map(\.child) == [ChildID(key: 1)])
    }

    @Test func workersAreInTheOrderOfTheAlphabetAndNotOfTheirNumbers() {
        let board = board([
            record(key: 1, episode("2024-01-10"), worker("SW1", "2024-01-10")),
            record(key: 2, born: "2022-01-01", episode("2024-01-10", "S", "C1"), worker("SW1", "2024-01-10")),
        ])
        #expect(board.workloads.map(\.worker) == ["SW2", "SW1"])
        #expect(board.workloads.map(\.children) == [0, 2])
        #expect(board.workloads[1].facets == [.underFive: 1, .inProceedings: 1])
    }

    @Test func whoStandsInForWhomIsShownWithWhatTheirChildrenWaitFor() {
        let board = board([
            record(
                key: 1, episode("2023-11-10"), worker("SW1", "2023-11-10"),
                worker("SW2", "2024-05-20", role: .coWorker)),
            record(
                key: 2, episode("2023-11-10"), worker("SW1", "2023-11-10"),
                worker("SW2", "2024-05-10", role: .coWorker)),
            record(
                key: 3, episode("2023-11-10"), worker("SW1", "2023-11-10"),
                worker("SW2", "2024-04-01", "2024-05-01", role: .coWorker)),
        ])
        #expect(board.standIns.count == 1)
        let one = board.standIns.first
        #expect(one?.worker == "SW1" && one?.colleague == "SW2" && one?.since == day("2024-05-10"))
        #expect(one?.children == [ChildID(key: 1), ChildID(key: 2)])
        let waits = board.lines.filter { $0.child != ChildID(key: 3) }.reduce(0) { $0 + $1.waits.count }
        #expect(one?.waits == waits && waits >= 2)
        #expect(board.workloads.first { $0.worker == "SW2" }?.children == 0, "a co-worker does not hold them")
    }

    @Test func aHandoverIsShownForFourWeeks() {
        let child = record(
            key: 1, episode("2024-01-10"), worker("SW2", "2024-01-10", "2024-05-20"), worker("SW1", "2024-05-20"))
        #expect(board([child]).handovers.map(\.from) == ["SW2"])
        #expect(board([child], "2024-06-17").handovers.isEmpty)
    }

    @Test func aHandoverSaysWhetherWhatWasOpenWasAccepted() {
        func item(_ state: String? = nil) -> Answer {
            var cells: [RecordColumn: Answer] = [.item: .items([ItemID("R1")!])]
            cells[.state] = state.map { .choice($0) }
            return .rows([AnswerRow(cells)])
        }
        let change = [
            episode("2024-01-10"), worker("SW2", "2024-01-10", "2024-05-20"), worker("SW1", "2024-05-20"),
            assessed("2024-05-01", risk: .high),
        ].flatMap(\.self)
        let handed = signed(.handover, "2024-05-17", [.handedOver: item()])
        let taken = signed(.takingOver, "2024-05-21", [.takenOver: item("accepted")])
        let states = [change, change + handed, change + handed + taken].map { board([record(key: 1, $0)]).handovers }
            .map { $0.map(\.state) }
        #expect(states == [[.notRecorded], [.waiting(1, of: 1)], [.accepted]])
    }

    @Test func aLeaversChildrenAreCountedWithThoseThatWereHandedOver() {
        let handed = signed(.handover, "2024-05-28", [.handedOver: .noneBecause("Nothing is open")])
        let children = [
            record(key: 1, episode("2024-01-10"), worker("SW4", "2024-01-10"), handed),
            record(key: 2, episode("2024-01-10"), worker("SW4", "2024-01-10")),
        ]
        let leaver = Worker(code: "SW4", name: "Soon Off", role: "social worker", team: "East", to: Day(2024, 6, 10))
        let day = day("2024-06-01")
        let board = TeamBoard(
            "East", asAt: day, children: children.map { (ChildAsAt($0, day), []) },
            in: authority(children, staff + [leaver]))
        #expect(board.leaving.map { [$0.children, $0.handedOver] } == [[2, 1]])
    }

    @Test func waitsAreNamedByWhatIsWaitedForAndTheLongestComesFirst() {
        let late = record(key: 1, episode("2024-01-10"), worker("SW1", "2024-01-10"))
        let later = record(key: 2, episode("2023-11-10"), worker("SW1", "2023-11-10"))
        let board = board([late, later])
        #expect(board.lines.first?.child == ChildID(key: 2))
        #expect(board.lines.allSatisfy { $0.waits.contains { $0.waitedFor == "a review" } })
    }

    @Test func theStageIsTheFirstThatFits() {
        func stage(_ record: ChildRecord) -> Stage? { Stage(ChildAsAt(record, day("2024-06-01"))) }
        #expect(stage(record(episode("2024-05-20"))) == .beforeFirstReview)
        #expect(stage(record(episode("2024-03-20"), review("2024-04-10", "PN1"))) == .beforeSecondReview)
        #expect(stage(record(episode("2020-03-20", "S", "C2", "U4"))) == .lastingFostering)
        #expect(stage(record(episode("2020-03-20", "S", "E1", "U6"))) == .placementOrder)
        #expect(stage(record(episode("2020-03-20", "S", "E1", "A6"))) == .placedForAdoption)
        #expect(stage(record(episode("2020-03-20", "S", "V4", "U6"))) == .shortBreaks)
        #expect(stage(record(born: "2007-01-01", episode("2020-03-20"))) == .towardsAdulthood)
        #expect(stage(record(episode("2020-03-20", end: "2021-01-01", "E4A"))) == nil)
    }
}
