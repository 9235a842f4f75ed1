import Casework
import Days
import Foundation
import JournalStore
import Returns

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
            var given: Set<StreamID> = []
            for row in rows {
                do throws(StaffRow.Problem) {
                    if row.isAllocation {
                        outcome.allocations += 1
                        try self.append(try row.allocation(), row, authority, transaction)
                    } else {
                        outcome.workers += 1
                        try self.append(try row.worker(), authority, &given, transaction)
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
        var stream = authority.workerStreams[worker.code]
        while stream == nil {
            let drawn = StreamID(.worker, key: .random(in: 1...0x00FF_FFFF_FFFF_FFFF))
            if given.insert(drawn).inserted, !authority.workerStreams.values.contains(drawn) { stream = drawn }
        }
        guard let stream else { return }
        try StaffRow.Problem.wrap {
            try transaction.append(
                Proposed(
                    stream: stream, occurred: Moment(worker.from ?? Day(ordinal: 0)), source: .staffFile,
                    body: WorkerRecordEvent.described(worker).body))
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

/// A row of the staff file, by its headings.
struct StaffRow {
    let file: String
    let line: Int
    let cells: [String: String]

    enum Problem: Error {
        case row(String)
        case journal(any Error)

        static func wrap(_ body: () throws -> Void) throws(Problem) {
            do { try body() } catch { throw .journal(error) }
        }
    }

    struct AllocationRow {
        let child, worker: String
        let role: AllocationRole
        let from: Day
        let to: Day?
    }

    var place: String { "\(file), line \(line)" }
    var isAllocation: Bool { cells["ssda903_id"] != nil }

    private func day(_ name: String) throws(Problem) -> Day? {
        guard let text = cells[name], !text.isEmpty else { return nil }
        let day =
            Day(text)
            ?? text.utf8.withContiguousStorageIfAvailable { Day(bytes: UnsafeRawBufferPointer($0), .dayMonthYear) }
            .flatMap { $0 }
        guard let day else { throw .row("\(place), \(name): \(text) is not a day; write it as 2018-05-15") }
        return day
    }

    func worker() throws(Problem) -> Worker {
        guard let code = cells["code"], !code.isEmpty else {
            throw .row("\(place), code: the row names no worker; give the code that the return uses")
        }
        let agency: Bool? =
            switch (cells["agency"] ?? "").lowercased() {
            case "yes", "y", "1", "true": true
            case "no", "n", "0", "false": false
            default: nil
            }
        return Worker(
            code: code, name: cells["name"] ?? "", role: cells["role"] ?? "", team: cells["team"] ?? "",
            manager: cells["manager"] ?? "", from: try day("from"), to: try day("to"), isAgency: agency)
    }

    func allocation() throws(Problem) -> AllocationRow {
        guard let child = cells["ssda903_id"], !child.isEmpty, let worker = cells["worker"], !worker.isEmpty else {
            throw .row("\(place): the row must name a child (ssda903_id) and a worker")
        }
        let title = (cells["role"] ?? "").lowercased()
        guard let role = AllocationRole.allCases.first(where: { $0.title.lowercased() == title }) else {
            throw .row(
                "\(place), role: \(title) is not a role; write one of \(AllocationRole.allCases.map(\.title).joined(separator: ", "))"
            )
        }
        guard let from = try day("from") else { throw .row("\(place), from: say from which day") }
        return AllocationRow(child: child, worker: worker, role: role, from: from, to: try day("to"))
    }

    /// Reads a whole file.
    ///
    /// - Throws: ``ServiceError/notRead(file:why:)``.
    static func read(_ file: String) throws -> [StaffRow] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ServiceError.notRead(file: file, why: "the file cannot be read")
        }
        let rows: [CSVTable.Row]
        do {
            rows = try CSVTable.read(data, file: file)
        } catch {
            throw ServiceError.notRead(file: file, why: "\(error)")
        }
        guard let first = rows.first, first.cells["code"] != nil || first.cells["ssda903_id"] != nil else {
            throw ServiceError.notRead(
                file: file,
                why:
                    "the first row must name the columns: code, name, role, team, manager, from, to, agency; or ssda903_id, worker, role, from, to"
            )
        }
        return rows.map { StaffRow(file: file, line: $0.line, cells: $0.cells) }
    }
}
