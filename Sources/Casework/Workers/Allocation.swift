import Days

/// What a worker is to a child.
public enum AllocationRole: UInt8, Hashable, Sendable, CaseIterable {
    case socialWorker = 1
    case iro = 2
    case coWorker = 3
    case personalAdviser = 4
    case supervisingSocialWorker = 5

    /// As pages name it.
    public var title: String {
        switch self {
        case .socialWorker: "social worker"
        case .iro: "IRO"
        case .coWorker: "co-worker"
        case .personalAdviser: "personal adviser"
        case .supervisingSocialWorker: "supervising social worker"
        }
    }
}

/// The days on which a worker was allocated to a child (SSDA903 `SWEpisodes`; the staff file for other roles). A return
/// holds a worker's code and nothing more.
public struct Allocation: Hashable, Sendable {
    public let worker: String
    public let role: AllocationRole
    public let start: Day
    /// Why the allocation began to be this worker's (SSDA903 `SW_REASON`).
    public let reason: WorkerChangeReason
    public let origin: Origin
    public internal(set) var end: Day?
    public internal(set) var endOrigin: Origin?

    /// From the first day until the day before the end.
    @inlinable public func isOpen(on day: Day) -> Bool { start <= day && (end.map { day < $0 } ?? true) }
}

/// Why a child's social worker changed (SSDA903 `SW_REASON`). Why a worker was away is not shown: see ``CodeSet/meaning``.
public struct WorkerChangeReason: CodeSet {
    public let code: Code
    @inlinable public init(_ code: Code) { self.code = code }
    public static let meanings: [Code: String] = [
        "MANAGE": "manager’s decision", "FCONTA": "first contact", "LEFTRL": "worker changed",
        "ORGRST": "teams changed",
        "TSPROC": "transferred as planned", "ABSENC": "worker changed", "CHCHAN": "the child asked for a change",
        "PCCHAN": "a parent or carer asked for a change", "SWDIED": "worker changed", "OTHERS": "another reason",
    ]
}

/// What can be said of allocations. An end names its allocation by worker, role and first day.
public enum WorkerEvent: Hashable, Sendable {
    case allocated(worker: String, AllocationRole, Day, WorkerChangeReason)
    case ended(worker: String, AllocationRole, started: Day, Day)
}
