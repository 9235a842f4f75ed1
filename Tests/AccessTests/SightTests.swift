import Casework
import Days
import Testing

@testable import Access

/// What a list shows is what the policy says of each child by itself.
struct SightTests {
    private let today = Day(uncheckedYear: 2026, month: 3, day: 31)

    private func worker(_ code: String, team: String, manager: String = "") -> Worker {
        Worker(code: code, name: code, role: "social worker", team: team, manager: manager)
    }

    /// A child with these allocations: worker, role, how many days ago they began and, if they ended, how many ago.
    private func child(_ key: UInt64, _ held: [(String, AllocationRole, Int32, Int32?)]) -> ChildRecord {
        var record = ChildRecord(id: ChildID(key: key))
        var event: Int64 = 1
        for (worker, role, from, to) in held {
            let start = Day(ordinal: today.ordinal - from)
            let origin = Origin(EventID(event), .staffFile)
            record.apply(
                .worker(.allocated(worker: worker, role, start, WorkerChangeReason(.blank))), origin: origin)
            if let to {
                let end = Day(ordinal: today.ordinal - to)
                record.apply(.worker(.ended(worker: worker, role, started: start, end)), origin: origin)
            }
            event += 1
        }
        return record
    }

    /// - Parameter protections: what stands around some of the children, by their keys.
    private func authority(_ protections: [UInt64: [ProtectionEvent]] = [:]) -> Authority {
        var authority = Authority()
        let workers = [
            worker("A", team: "East", manager: "M"), worker("B", team: "East", manager: "M"),
            worker("C", team: "West", manager: "N"), worker("M", team: "East"), worker("I", team: "IRO"),
        ]
        for (key, one) in workers.enumerated() {
            authority.apply(.described(one), to: StreamID(.worker, key: UInt64(key + 1)))
        }
        let children = [
            child(1, [("A", .socialWorker, 100, nil)]), child(2, [("B", .socialWorker, 100, nil)]),
            child(3, [("C", .socialWorker, 100, nil)]), child(4, [("A", .socialWorker, 100, 10)]),
            child(5, [("C", .socialWorker, 100, 10)]), child(6, []),
            child(7, [("C", .socialWorker, 100, nil), ("I", .iro, 90, nil)]),
            child(8, [("C", .socialWorker, 100, nil), ("A", .coWorker, 50, nil)]),
            child(9, [("A", .socialWorker, 100, 60), ("C", .socialWorker, 60, nil)]),
        ]
        for (key, record) in zip(UInt64(1)..., children) {
            var record = record
            for event in protections[key] ?? [] {
                record.apply(.protection(event), origin: Origin(EventID(99), .recordedHere))
            }
            authority.replace(record)
        }
        return authority
    }

    private static let order = ProtectionEvent.Order(by: "the head of service", reason: "a test")
    private static func restricted(_ named: [String], _ parties: [String] = []) -> ProtectionEvent {
        .restricted(Restriction(named: named, parties: parties), order)
    }

    @Test(arguments: [
        [:],
        [1: [restricted(["A"])], 2: [restricted(["M", "v"], ["A"])], 3: [.sealed(.adoption, order)]],
        [4: [restricted(["B"])], 5: [restricted(["C"], ["v"])], 7: [restricted(["I"]), .sealed(.wrongChild, order)]],
        [1: [restricted(["A"]), .lifted(order)], 3: [.sealed(.adoption, order), .unsealed(order)]],
    ])
    func aListShowsWhomThePolicySaysYesTo(_ protections: [UInt64: [ProtectionEvent]]) {
        let authority = authority(protections)
        var shown = 0
        for role in Role.allCases {
            for worker in [nil, "A", "B", "C", "M", "I", "unheard of"] {
                let viewer = Viewer(id: "v", name: "V", roles: [role], worker: worker)
                for action in Action.allCases {
                    let sight = Sight(viewer, authority, action, today: today)
                    for record in authority.children.values {
                        let policy = viewer.answer(action, record, in: authority, on: today) == .yes
                        #expect(sight.mayList(record.id) == policy, "\(role) \(worker ?? "–") \(action) \(record.id)")
                        if policy { shown += 1 }
                    }
                }
            }
        }
        #expect(shown > 400)
    }

    @Test func aChildNobodyKnowsIsNotShown() {
        let director = Viewer(id: "v", name: "V", roles: [.director], worker: nil)
        #expect(!Sight(director, authority(), .seeChild, today: today).mayList(ChildID(key: 99)))
    }

    @Test func aChildWhomNobodyHoldsIsStillShownToTheTeamThatDid() {
        let manager = Viewer(id: "v", name: "V", roles: [.teamManager], worker: "M")
        let sight = Sight(manager, authority(), .seeMyWork, today: today)
        #expect(sight.mayList(ChildID(key: 4)))
        #expect(!sight.mayList(ChildID(key: 5)))
    }

    @Test func whatALeaverLeftBehindIsTheManagersWork() {
        var authority = authority()
        let gone = Worker(
            code: "G", name: "G", role: "social worker", team: "East", manager: "M",
            to: Day(ordinal: today.ordinal - 20))
        authority.apply(.described(gone), to: StreamID(.worker, key: 9))
        authority.replace(child(20, [("G", .socialWorker, 100, nil)]))
        func sees(_ worker: String, _ role: Role) -> Bool {
            let viewer = Viewer(id: "v", name: "V", roles: [role], worker: worker)
            return Sight(viewer, authority, .seeMyWork, today: today).mayList(ChildID(key: 20))
        }
        #expect(sees("M", .teamManager))
        #expect(!sees("N", .teamManager) && !sees("A", .socialWorker))
    }
}
