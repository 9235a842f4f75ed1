import Casework
import Days
import JournalStore

/// Takes in who the workers are and who is allocated to whom. A return holds worker codes only; without this file the
/// team is "not known" and the owner "no one known".
public struct ImportStaff: Sendable {
    public let files: [String]
    public init(files: [String]) { self.files = files }

    public struct Outcome: Sendable {
        public internal(set) var workers = 0
        public internal(set) var allocations = 0
        public internal(set) var eventsAppended = 0
        /// Rows that could not be used: where, what is wrong, what to do.
        public internal(set) var problems: [String] = []
    }

    nonisolated(nonsending) public func run<Kept: Journal>(
        into open: @autoclosure () throws -> Kept, command: CommandID, by author: Actor, at now: Instant
    ) async throws -> Outcome {
        var outcome = Outcome()
        let rows = try files.flatMap { try StaffRow.read($0) }
        let journal = try open()
        let known = try await journal.authority()
        let appended = try await journal.append(command, by: author, at: now) { transaction in
            let authority = try transaction.authority(from: known)
            var told: [String: Worker] = [:]
            var allocated: [StaffRow.AllocationRow: StaffRow.AllocationRow] = [:]
            var given: Set<StreamID> = []
            for row in rows {
                do throws(StaffRow.Problem) {
                    if row.isAllocation {
                        let allocation = try row.allocation()
                        if let first = allocated[allocation.started], first != allocation {
                            throw .row(
                                "\(row.place), to: an earlier row ends this allocation on another day; the first was used, so keep the row that is right"
                            )
                        }
                        if allocated.updateValue(allocation, forKey: allocation.started) == nil {
                            try self.append(allocation, row, authority, transaction)
                        }
                        outcome.allocations += 1
                    } else {
                        let worker = try row.worker()
                        // Two rows for one worker that differ would correct each other for ever.
                        if let first = told[worker.code], first != worker {
                            throw .row(
                                "\(row.place), code: \(worker.code) stands on an earlier row that says something else; the first was used, so keep the row that is right"
                            )
                        }
                        if told.updateValue(worker, forKey: worker.code) == nil {
                            try self.append(worker, authority, &given, transaction)
                        }
                        outcome.workers += 1
                    }
                } catch {
                    switch error {
                    case .row(let sentence): outcome.problems.append(sentence)
                    case .journal(let failure): throw failure
                    }
                }
            }
        }
        outcome.eventsAppended = appended.count
        return outcome
    }

    private func append(
        _ worker: Worker, _ authority: Authority, _ given: inout Set<StreamID>, _ transaction: any JournalTransaction
    ) throws(StaffRow.Problem) {
        guard authority.workers[worker.code] != worker else { return }
        let stream = authority.workerStreams[worker.code] ?? newStream(authority, &given)
        try StaffRow.Problem.wrap {
            try transaction.append(
                Proposed(
                    stream: stream, occurred: Moment(worker.from ?? Day(ordinal: 0)), source: .staffFile,
                    body: WorkerRecordEvent.described(worker).body))
        }
    }

    /// A new worker's stream, drawn at random and given to nobody.
    private func newStream(_ authority: Authority, _ given: inout Set<StreamID>) -> StreamID {
        let taken = authority.workerStreams.values
        while true {
            let drawn = StreamID(.worker, key: .random(in: 1...0x00FF_FFFF_FFFF_FFFF))
            if !taken.contains(drawn), given.insert(drawn).inserted { return drawn }
        }
    }

    private func append(
        _ allocation: StaffRow.AllocationRow, _ row: StaffRow, _ authority: Authority,
        _ transaction: any JournalTransaction
    ) throws(StaffRow.Problem) {
        guard let child = authority.child(ssda903: allocation.child) else {
            throw .row("\(row.place): no child here has the number \(allocation.child); import the return first")
        }
        let held = child.allocations.first {
            $0.worker == allocation.worker && $0.role == allocation.role && $0.start == allocation.from
        }
        if held == nil {
            try propose(
                .worker(
                    .allocated(worker: allocation.worker, allocation.role, allocation.from, WorkerChangeReason(.blank))),
                on: allocation.from, child, transaction)
        }
        guard let to = allocation.to, held?.end != to else { return }
        let correcting = held?.end == nil ? nil : held?.endOrigin?.event
        try propose(
            .worker(.ended(worker: allocation.worker, allocation.role, started: allocation.from, to)), on: to, child,
            transaction, correcting: correcting)
    }

    private func propose(
        _ event: ChildEvent, on day: Day, _ child: ChildRecord, _ transaction: any JournalTransaction,
        correcting: EventID? = nil
    ) throws(StaffRow.Problem) {
        try StaffRow.Problem.wrap {
            try transaction.append(
                Proposed(
                    stream: child.id.stream, occurred: Moment(day), source: .staffFile, corrects: correcting,
                    body: event.body))
        }
    }
}
