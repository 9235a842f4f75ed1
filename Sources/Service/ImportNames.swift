import Casework
import Days
import Foundation
import JournalStore
import Returns

/// Takes in what children are called. A return carries no names; without this file pages say the return's number.
///
/// What can be used is appended in one go or not at all. The same file again appends nothing; a changed name keeps the
/// old one as a former name. A column that the file has not says nothing; an empty cell of one it has says "none".
public struct ImportNames: Sendable {
    public let files: [String]
    public init(files: [String]) { self.files = files }

    public struct Outcome: Sendable {
        /// Children whom the files name.
        public internal(set) var children = 0
        public internal(set) var rowsRead = 0
        public internal(set) var eventsAppended = 0
        /// Rows that were set aside.
        public internal(set) var problems: [RowProblem] = []
    }

    /// - Throws: ``ServiceError/notRead(file:why:)`` for a file that is no names file; ``JournalError`` where the journal
    ///   will not take it. Nothing is appended then.
    nonisolated(nonsending) public func run<Kept: Journal>(
        into open: @autoclosure () throws -> Kept, command: CommandID, by author: Actor, at now: Instant
    ) async throws -> Outcome {
        var outcome = Outcome()
        let rows = try files.flatMap { try NameRow.read($0) }
        outcome.rowsRead = rows.count
        let journal = try open()
        let known = try await journal.authority()
        let appended = try await journal.append(command, by: author, at: now) { transaction in
            let authority = try transaction.authority(from: known)
            var named: [ChildID: NameRow] = [:]
            for row in rows {
                do throws(RowProblem) {
                    let (child, events) = try row.events(in: authority, alreadyNamed: named)
                    guard named.updateValue(row, forKey: child.id) == nil else { continue }
                    outcome.children += 1
                    do {
                        try transaction.append(
                            contentsOf: events.map {
                                Proposed(
                                    stream: child.id.stream, occurred: Moment(now.inLondon.day), source: .namesFile,
                                    body: ChildEvent.identity($0).body)
                            })
                    } catch { throw RowProblem(failure: error) }
                } catch {
                    if let failure = error.failure { throw failure }
                    outcome.problems.append(error)
                }
            }
        }
        outcome.eventsAppended = appended.count
        return outcome
    }
}

/// A row that could not be used: where, what is wrong, and what to do.
public struct RowProblem: Error, Sendable {
    public let file: String
    /// From 1, the headings being line 1.
    public let line: Int
    public let column: String
    public let message: String
    public let remedy: String
    /// What stopped everything, where it was not the row.
    let failure: (any Error)?

    init(_ row: NameRow, _ column: String, _ message: String, _ remedy: String) {
        (file, line, self.column, self.message, self.remedy) = (row.file, row.line, column, message, remedy)
        failure = nil
    }

    init(failure: any Error) {
        (file, line, column, message, remedy) = ("", 0, "", "", "")
        self.failure = failure
    }

    public var sentence: String { "\(file), line \(line), \(column): \(message); \(remedy)" }
}
