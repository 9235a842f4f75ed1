import Casework
import Days
import Standards

/// What one team's work is waiting for on a day: children whom nobody holds, children by stage with what they wait for, who
/// holds how much, and what changed hands. Names are in the order of the alphabet or of the longest wait; nobody is ranked.
public struct TeamBoard: Sendable {
    /// A child with no allocated social worker, or whose worker has left.
    public struct Unheld: Hashable, Sendable {
        public enum Why: Hashable, Sendable {
            case noWorker
            /// Allocated to somebody whom the staff file says has gone.
            case workerLeft(String)
        }

        public let child: ChildID
        /// The first day without one, as far as the record shows.
        public let since: Day
        public let why: Why
    }

    /// A child of the team, at a stage, with what is waited for on the day, longest first.
    public struct Line: Hashable, Sendable {
        public let child: ChildID
        public let stage: Stage
        public let worker: String?
        public let waits: [DelayLedger.Entry]
        /// How many things are to be joined up in what people recorded of the child, those put off with them.
        public let joins: Int
    }

    /// One kind of thing to join up, with which of the team's children have it.
    public struct Unjoined: Sendable {
        public let rule: BreakRule
        /// In the order of the lines.
        public let children: [ChildID]
        /// How many of them are put off, each for a child.
        public let putOff: Int
        /// How many wait for a second person to agree that they are not so.
        public let awaitSecond: Int
    }

    /// How much one worker holds.
    public struct Workload: Hashable, Sendable {
        public let worker: String
        public internal(set) var children = 0
        /// What makes it heavier than the number says, counted; a child may be in several.
        public internal(set) var facets: [Facet: Int] = [:]
    }

    /// A child who came from one worker to another.
    public struct Handover: Hashable, Sendable {
        public let child: ChildID
        public let day: Day
        public let from: String?
        public let to: String
        public let state: State

        /// What became of what was open.
        public enum State: Hashable, Sendable {
            case notRecorded
            /// So many of what was handed over nobody has accepted.
            case waiting(Int, of: Int)
            case accepted
        }
    }

    /// Somebody who leaves soon.
    public struct Leaver: Hashable, Sendable {
        public let worker: Worker
        public let children: Int
        /// Children of them whose work was handed over in the last 28 days.
        public let handedOver: Int
    }

    /// A colleague who is co-worker of children beside the worker they are allocated to, as where that worker is away: the
    /// staff file does not say who is.
    public struct StandIn: Hashable, Sendable {
        public let worker: String
        public let colleague: String
        /// The first day of the earliest of these allocations that are open.
        public internal(set) var since: Day
        public internal(set) var children: [ChildID] = []
        /// How many things these children wait for that are past their day.
        public internal(set) var waits = 0
    }

    public let team: String
    public let asAt: Day
    public private(set) var unheld: [Unheld] = []
    public private(set) var lines: [Line] = []
    public private(set) var workloads: [Workload] = []
    /// In the order of the ladder.
    public private(set) var unjoined: [Unjoined] = []
    /// Of the last 28 days, latest first.
    public private(set) var handovers: [Handover] = []
    /// In the order of the names, the worker's first.
    public private(set) var standIns: [StandIn] = []
    /// Workers of the team who leave within 28 days, by day, with how many children they hold.
    public private(set) var leaving: [Leaver] = []

    /// How many days back the board looks.
    public static let window = 28

    /// The board of a team.
    ///
    /// - Parameters:
    ///   - team: as the staff file names it; empty for children whose team nobody knows.
    ///   - children: everyone looked after on the day, with what they are owed.
    ///   - joins: what is to be joined up, of those who have anything.
    public init(
        _ team: String, asAt: Day, children: some Sequence<(ChildAsAt, [Duty])>, joins: [ChildID: [Break]] = [:],
        in authority: Authority
    ) {
        (self.team, self.asAt) = (team, asAt)
        var held: [String: Workload] = [:]
        var standIns: [[String]: StandIn] = [:]
        var handedOver: [String: Int] = [:]
        for (worker, described) in authority.workers
        where described.team == team && !team.isEmpty && described.isWorking(on: asAt) && described.holdsChildren {
            held[worker] = Workload(worker: worker)
        }
        for (child, duties) in children {
            guard let stage = Stage(child), authority.team(of: child) == team else { continue }
            let worker = child.socialWorker
            if let unheld = Unheld(child, in: authority) { self.unheld.append(unheld) }
            if let worker {
                held[worker.worker, default: Workload(worker: worker.worker)].children += 1
                for facet in Facet.of(child) {
                    held[worker.worker, default: Workload(worker: worker.worker)].facets[facet, default: 0] += 1
                }
                if let change = child.lastChangeOfWorker, change.day > asAt - Self.window {
                    handovers.append(
                        Handover(
                            child: child.id, day: change.day, from: change.from, to: change.to,
                            state: Handover.State(child, after: change)))
                }
                if let last = child.record.thread.handovers.last, last.on > max(asAt - Self.window, worker.start) {
                    handedOver[worker.worker, default: 0] += 1
                }
            }
            var ledger = DelayLedger(asAt: asAt)
            ledger.add(child.id, duties)
            let waits = ledger.entries.filter(\.isOpen).sorted { ($1.days, $0.standard) < ($0.days, $1.standard) }
            lines.append(
                Line(
                    child: child.id, stage: stage, worker: worker?.worker, waits: waits,
                    joins: joins[child.id]?.counted.count ?? 0))
            for beside in child.record.allocations where beside.role == .coWorker && beside.isOpen(on: asAt) {
                guard let worker, beside.worker != worker.worker else { continue }
                let pair = [worker.worker, beside.worker]
                var standIn =
                    standIns[pair]
                    ?? StandIn(worker: worker.worker, colleague: beside.worker, since: beside.start)
                standIn.since = min(standIn.since, beside.start)
                standIn.children.append(child.id)
                standIn.waits += waits.count
                standIns[pair] = standIn
            }
        }
        unheld.sort { ($0.since, $0.child) < ($1.since, $1.child) }
        lines.sort {
            ($0.stage, -($0.waits.first?.days ?? 0), $0.child) < ($1.stage, -($1.waits.first?.days ?? 0), $1.child)
        }
        let counted = joins.mapValues(\.counted)
        unjoined = Breaks.rules.map { rule in
            let found = lines.map { line in
                (child: line.child, joins: (counted[line.child] ?? []).filter { $0.rule.id == rule.id })
            }
            .filter { !$0.joins.isEmpty }
            return Unjoined(
                rule: rule, children: found.map(\.child),
                putOff: found.reduce(0) { $0 + $1.joins.count(where: \.isPutOff) },
                awaitSecond: found.reduce(0) { $0 + $1.joins.count(where: \.awaitsSecond) })
        }
        .filter { !$0.children.isEmpty }
        .sorted { ($0.rule.rung, $0.rule.id) < ($1.rule.rung, $1.rule.id) }
        handovers.sort { ($1.day, $0.child) < ($0.day, $1.child) }
        let name = { (code: String) in authority.workers[code].map { $0.name.isEmpty ? code : $0.name } ?? code }
        workloads = held.values.sorted { (name($0.worker), $0.worker) < (name($1.worker), $1.worker) }
        self.standIns = standIns.values.map { one in
            var one = one
            one.children.sort()
            return one
        }.sorted { (name($0.worker), name($0.colleague)) < (name($1.worker), name($1.colleague)) }
        leaving = held.keys.compactMap { authority.workers[$0] }
            .filter { $0.to.map { $0 > asAt && $0 <= asAt + Self.window } ?? false }
            .sorted { ($0.to ?? asAt, $0.code) < ($1.to ?? asAt, $1.code) }
            .map { Leaver(worker: $0, children: held[$0.code]?.children ?? 0, handedOver: handedOver[$0.code] ?? 0) }
    }
}

/// What makes a child's work heavier than one: facts, counted beside the number of children and never added up.
public enum Facet: Int, Hashable, Sendable, CaseIterable {
    case underFive, inProceedings, placementOrder, recentlyMissing, newlyLookedAfter, movedLately, unaccompanied

    public var title: String {
        switch self {
        case .underFive: "under 5"
        case .inProceedings: "interim care order"
        case .placementOrder: "placement order"
        case .recentlyMissing: "missing in 90 days"
        case .newlyLookedAfter: "new in 28 days"
        case .movedLately: "moved in 28 days"
        case .unaccompanied: "unaccompanied"
        }
    }

    static func of(_ child: ChildAsAt) -> [Facet] {
        allCases.filter { facet in
            switch facet {
            case .underFive: (child.ages(on: child.day)?.lowerBound ?? 18) < 5
            case .inProceedings: child.legalStatus == .interimCareOrder
            case .placementOrder: child.legalStatus == .placementOrder
            case .recentlyMissing:
                child.record.missing.contains { $0.kind == .missing && ($0.end ?? child.day) > child.day - 90 }
            case .newlyLookedAfter:
                child.currentPeriod.map { $0.start.isKnown && $0.start.day > child.day - 28 } ?? false
            case .movedLately:
                child.currentPlacement.map { !$0.opensCare && $0.start.isKnown && $0.start.day > child.day - 28 }
                    ?? false
            case .unaccompanied: Signals.isUnaccompanied(child)
            }
        }
    }
}

extension TeamBoard.Handover.State {
    /// As the child's record has it.
    init(_ child: ChildAsAt, after change: WorkerChange) {
        guard let handover = child.handover(of: change) else {
            self = .notRecorded
            return
        }
        let waiting = child.record.thread.waiting(of: handover).count
        self = waiting == 0 ? .accepted : .waiting(waiting, of: handover.items.count)
    }
}

extension TeamBoard.Unheld {
    /// Nil where somebody who is still here holds the child.
    init?(_ child: ChildAsAt, in authority: Authority) {
        guard let care = child.currentPeriod else { return nil }
        if let worker = child.socialWorker {
            guard let left = authority.workers[worker.worker]?.to, left <= child.day else { return nil }
            (self.child, since, why) = (child.id, max(left, worker.start), .workerLeft(worker.worker))
        } else {
            let last = child.record.allocations.filter { $0.role == .socialWorker }.compactMap(\.end).max()
            (self.child, since, why) = (child.id, max(care.start.day, last ?? care.start.day), .noWorker)
        }
    }
}

extension Worker {
    /// Here on the day, as far as the staff file says.
    public func isWorking(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day < $0 } ?? true)
    }

    /// Whether children are allocated to somebody in this role: not to managers or IROs.
    var holdsChildren: Bool { role.lowercased() == AllocationRole.socialWorker.title }
}

extension Authority {
    /// The team that answers for a child: the social worker's, or that of the last one where there is none; empty where
    /// nobody knows.
    public func team(of child: ChildAsAt) -> String {
        let worker = child.socialWorker ?? child.record.allocations.last { $0.role == .socialWorker }
        return worker.flatMap { workers[$0.worker]?.team } ?? ""
    }

    /// The teams of the staff file that hold children, by the alphabet.
    public var teams: [String] {
        Set(workers.values.filter(\.holdsChildren).map(\.team)).filter { !$0.isEmpty }.sorted()
    }
}
