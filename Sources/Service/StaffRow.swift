import Casework
import Days
import Returns

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

    struct AllocationRow: Hashable {
        let child, worker: String
        let role: AllocationRole
        let from: Day
        var to: Day?

        /// The allocation, whenever it ended.
        var started: AllocationRow {
            var started = self
            started.to = nil
            return started
        }
    }

    var place: String { "\(file), line \(line)" }
    /// Whether it says who is allocated to whom. One file may hold both kinds, their columns side by side.
    var isAllocation: Bool {
        !(cells["ssda903_id"] ?? "").isEmpty || (cells["code"] == nil && cells["ssda903_id"] != nil)
    }

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
        let (from, to) = (try day("from"), try day("to"))
        try check(from, to)
        return Worker(
            code: code, name: cells["name"] ?? "", role: cells["role"] ?? "", team: cells["team"] ?? "",
            manager: cells["manager"] ?? "", from: from, to: to, isAgency: try agency())
    }

    private func agency() throws(Problem) -> Bool? {
        let text = cells["agency"] ?? ""
        switch text.lowercased() {
        case "": return nil
        case "yes", "y", "1", "true": return true
        case "no", "n", "0", "false": return false
        default: throw .row("\(place), agency: \(text) is neither yes nor no; write one of them, or nothing")
        }
    }

    private func check(_ from: Day?, _ to: Day?) throws(Problem) {
        if let from, let to, to < from {
            throw .row("\(place), to: \(to) is before \(from), the day it began; correct one of them")
        }
    }

    func allocation() throws(Problem) -> AllocationRow {
        guard let child = cells["ssda903_id"], !child.isEmpty, let worker = cells["worker"], !worker.isEmpty else {
            throw .row("\(place): the row must name a child (ssda903_id) and a worker")
        }
        let title = (cells["role"] ?? "").lowercased()
        guard let role = AllocationRole.allCases.first(where: { $0.title.lowercased() == title }) else {
            throw .row(
                "\(place), role: \(title.isEmpty ? "nothing" : title) is not a role; write one of \(AllocationRole.allCases.map(\.title).joined(separator: ", "))"
            )
        }
        guard let from = try day("from") else { throw .row("\(place), from: say from which day") }
        let to = try day("to")
        try check(from, to)
        return AllocationRow(child: child, worker: worker, role: role, from: from, to: to)
    }

    /// Reads a whole file.
    ///
    /// - Throws: ``ServiceError/notRead(file:why:)``.
    static func read(_ file: String) throws -> [StaffRow] {
        let rows: [CSVTable.Row]
        do {
            rows = try CSVTable.read(path: file)
        } catch {
            // The reader's sentence begins with the file's name already.
            throw ServiceError.notRead(file: file, why: String("\(error)".trimmingPrefix("\(file): ")))
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
