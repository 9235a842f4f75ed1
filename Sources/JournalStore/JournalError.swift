import Casework
import Days

/// Why the journal would not do what it was asked, in a sentence that says what to do.
public enum JournalError: Error, Hashable, Sendable {
    /// Somebody wrote to the stream after the writer last looked.
    case conflict(StreamConflict)
    /// The directory holds no journal.
    case missing(path: String)
    /// The file is some other program's database.
    case notAJournal(path: String)
    /// The journal was written by a later version of Throughline.
    case newerFormat(path: String, found: Int, known: Int)
    /// The database would not promise to keep what it had acknowledged.
    case notDurable(path: String, found: String)
    /// Another writer kept the journal to itself for longer than anybody should.
    case busy(path: String)
    /// The file or its file system failed, in the database's own words.
    case storage(path: String, detail: String)
    /// An event's digest is not what its contents and its predecessor give.
    case brokenChain(EventID)
    /// An event's column holds something that was never written there.
    case unreadable(EventID, column: String)
    /// An event is missing: the one after `after` is not the next.
    case gap(after: EventID)
    /// An event corrects or erases one that does not exist.
    case noSuchEvent(EventID)
    /// An event is another than the one of the same place that was erased in a later state of the journal.
    case otherEvent(EventID)
    /// A proposal used the kind number that the journal keeps for erasures.
    case reservedKind
    /// A transaction was used after the call it was given to.
    case transactionIsOver
    /// A command was to be carried out within one that had written something itself.
    case commandsDoNotMix
    /// A head file does not hold a head.
    case notAHead(path: String)
}

/// What a writer expected of a stream, and what it found.
public struct StreamConflict: Hashable, Sendable {
    public let stream: StreamID
    public let expected: Int
    /// The stream's version now: events `expected + 1` to `actual` are those the writer had not seen.
    public let actual: Int

    public init(stream: StreamID, expected: Int, actual: Int) {
        (self.stream, self.expected, self.actual) = (stream, expected, actual)
    }
}

extension JournalError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .conflict(let conflict):
            "Somebody else has written to this record since you opened it (\(conflict.stream): you had seen "
                + "\(conflict.expected) events and there are \(conflict.actual)). Look at what they wrote, then save again."
        case .missing(let path):
            "There is no journal at \(path). Import a return into that directory first, or name the right one with --data."
        case .notAJournal(let path):
            "\(path) is not a Throughline journal. Name the right directory with --data."
        case .newerFormat(let path, let found, let known):
            "\(path) was written by a newer Throughline (journal format \(found); this one knows up to \(known)). "
                + "Use that version or a later one. Nothing was changed."
        case .notDurable(let path, let found):
            "\(path) cannot be opened so that what is saved survives a power cut (\(found)). "
                + "Move the directory to a local disk."
        case .busy(let path):
            "Another process has been writing to \(path) for too long. Wait for it to finish, then try again."
        case .storage(let path, let detail):
            "\(path) could not be read or written: \(detail). Run throughline verify, and check the disk."
        case .brokenChain(let event):
            "Event \(event) is not what was written. Run throughline verify to see everything that differs."
        case .unreadable(let event, let column):
            "Event \(event) cannot be read: its \(column) was never written so. Run throughline verify."
        case .gap(let event):
            "Events are missing after \(event). Run throughline verify to see everything that differs."
        case .noSuchEvent(let event):
            "There is no event \(event) to correct or erase. Look the record up again."
        case .otherEvent(let event):
            "Event \(event) is not the one that was erased later: the two are not states of one journal. "
                + "Name the right backup, or the right list of erasures."
        case .reservedKind:
            "An event used the kind number \(StoredBody.erasure), which the journal keeps for erasures. Use another."
        case .commandsDoNotMix:
            "A command was to be carried out within another that had begun to write. Nothing was changed; tell the developers."
        case .transactionIsOver:
            "A journal transaction was used after it had ended. Append from inside the call that was given it."
        case .notAHead(let path):
            "\(path) does not hold a journal head ({\"seq\": 120, \"digest\": \"64 hexadecimal digits\"})."
        }
    }
}
