import Casework
import Days
import Foundation
import JournalStore

/// Adds a file to a child: it is told what it is by what is in it, looked at for viruses where a scanner is named, kept on the
/// disk, and then written down, in that order.
public struct AddDocument: Sendable {
    let child: ChildID
    let title: String
    let day: Day
    let informationClass: InformationClass

    public init(child: ChildID, title: String, day: Day, informationClass: InformationClass) {
        (self.child, self.title, self.day, self.informationClass) = (child, title, day, informationClass)
    }

    /// - Parameter scanner: nil where none is named; the document then says that it was not scanned.
    /// - Returns: the event it became; the first, where the same command was sent before.
    /// - Throws: ``DocumentRefusal`` for the file, ``RecordRefusals`` for the rest; ``JournalError``. Nothing is written then.
    nonisolated(nonsending) public func run(
        _ bytes: Data, into journal: some Journal, _ store: DocumentStore, scanner: (any VirusScanner)?,
        command: CommandID, by author: Actor, at now: Instant
    ) async throws -> EventID? {
        let type = try bytes.withUnsafeBytes { DocumentType.of($0) }.get()
        try check(now.inLondon.day)
        let scan = try await scanner?.scan(bytes) ?? .notScanned
        let document = Document(
            title: title, day: day, type: type, length: UInt32(bytes.count), digest: try store.keep(bytes),
            informationClass: informationClass, scan: scan)
        let appended = try await journal.append(command, by: author, at: now) { transaction in
            guard try transaction.exists(child.stream) else { throw ServiceError.noSuchChild(child.description) }
            try transaction.append(
                Proposed(
                    stream: child.stream, occurred: Moment(day), source: .recordedHere,
                    body: ChildEvent.document(.added(document)).body))
        }
        return appended.events?.lowerBound
    }

    private func check(_ today: Day) throws {
        var refusals: [RecordRefusal] = []
        if title.saysNothing {
            refusals.append(RecordRefusal("title", "it has no name", "say in a few words what it is"))
        }
        if title.count > Document.longestTitle {
            refusals.append(
                RecordRefusal(
                    "title", "it is longer than \(Document.longestTitle) characters", "say it in fewer words"))
        }
        if day > today {
            refusals.append(RecordRefusal("day", "\(day.inWords) has not come yet", "give the day on the document"))
        }
        if let refusals = RecordRefusals(refusals) { throw refusals }
    }
}

/// What looks at a file before it is kept.
public protocol VirusScanner: Sendable {
    /// - Throws: ``DocumentRefusal/virus(_:)`` where something is found, ``DocumentRefusal/notScanned`` where it cannot tell.
    func scan(_ bytes: Data) async throws -> VirusScan
}
