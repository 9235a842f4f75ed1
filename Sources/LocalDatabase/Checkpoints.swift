import Dispatch
import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// Moves what a file's write-ahead log holds into the file, on a thread of its own: left to itself, SQLite has whoever commits
/// wait for it, once in a thousand pages.
///
/// Once all of it is moved, the log begins anew in the room that its file has. A commit that is written over what was there
/// waits for the disk once; one that makes the file longer waits for the file system's own books as well, twice as long.
///
/// Nothing is lost by a log that is longer: what is committed is in it, and is read from it, also after a crash.
public final class Checkpoints: Sendable {
    private let path: String
    private let due: Int32
    private let overdue: Int32
    private let thread = DispatchQueue(label: "throughline.checkpoints", qos: .utility)
    /// Seconds that whoever has the log begin anew waits for a moment in which nobody writes.
    private static let patience = 0.1
    private let isAtIt = Atomic<Bool>(false)
    /// How many pages of the log were in it when it was last moved; as many as are in the file already.
    private let moved = Atomic<Int32>(0)

    /// - Parameters:
    ///   - due: how many new pages in the log call for it.
    ///   - overdue: how many pages the log may have in all. Then whoever commits moves it after all, so that somebody who
    ///     writes without end does not make it grow without end: it begins anew only where nobody writes meanwhile.
    public init(of path: String, due: Int32 = 1000, overdue: Int32 = 8000) {
        (self.path, self.due, self.overdue) = (path, due, overdue)
    }

    /// Hears of every commit of a connection, for as long as that is open: its configuration holds this.
    ///
    ///     configuration.prepareDatabase { checkpoints.watch($0) }
    public func watch(_ db: Database) {
        sqlite3_wal_hook(
            db.sqliteConnection,
            { checkpoints, connection, name, pages in
                guard let checkpoints else { return SQLITE_OK }
                Unmanaged<Checkpoints>.fromOpaque(checkpoints).takeUnretainedValue().committed(pages) {
                    sqlite3_wal_checkpoint_v2(connection, name, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
                }
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    private func committed(_ pages: Int32, moveHere: () -> Void) {
        // A log that is shorter than it was has begun anew.
        if pages < moved.load(ordering: .relaxed) { moved.store(0, ordering: .relaxed) }
        if pages >= overdue {
            moveHere()
        } else if pages >= moved.load(ordering: .relaxed) + due {
            moveBeside(pages)
        }
    }

    private func moveBeside(_ pages: Int32) {
        guard isAtIt.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing).exchanged else {
            return
        }
        moved.store(pages, ordering: .relaxed)
        thread.async { [self] in
            defer { isAtIt.store(false, ordering: .releasing) }
            // One that cannot be made is due again with the next commits. A file that is gone is not made again.
            guard FileManager.default.fileExists(atPath: path) else { return }
            var configuration = Configuration()
            configuration.busyMode = .timeout(Self.patience)
            _ = try? DatabaseQueue(path: path, configuration: configuration).writeWithoutTransaction { db in
                // Nearly all of it while others write, and then the few pages that came meanwhile, for which they wait.
                try db.checkpoint(.passive)
                try db.checkpoint(.restart)
            }
        }
    }
}
