import Casework
import Foundation
import GRDB
import LocalDatabase

/// The tables of a journal file, and how the file is opened.
enum JournalSchema {
    static let fileName = "journal.sqlite"
    /// The highest format that this version knows. A file that says a higher number is refused.
    static let format = 2
    /// The format that a journal begins with, and keeps until something in it is sealed.
    static let begins = 1
    /// The format of a journal in which something is sealed: a version that does not know of seals must not open it.
    static let withSeals = 2
    /// `TLJ1`, in the file's own header, so that a stranger's database is not taken for a journal.
    static let applicationID = 0x544C_4A31

    /// `event` is append-only: a row may only be blanked, and only where a later event of the erasure kind names it.
    /// `command` remembers what came of each command; one that wrote nothing has `last_seq` one below `first_seq`.
    static let tables = """
        CREATE TABLE event (
            seq             INTEGER PRIMARY KEY,
            stream          INTEGER NOT NULL,
            version         INTEGER NOT NULL,
            occurred_day    INTEGER NOT NULL,
            occurred_minute INTEGER,
            recorded        INTEGER NOT NULL,
            author          TEXT NOT NULL,
            source          INTEGER NOT NULL,
            corrects        INTEGER,
            reason          TEXT,
            kind            INTEGER NOT NULL,
            schema          INTEGER NOT NULL,
            body            BLOB,
            salt            BLOB,
            digest          BLOB NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX event_of_stream ON event (stream, version);
        CREATE INDEX erasure ON event (corrects) WHERE kind = \(StoredBody.erasure);
        CREATE TABLE command (
            id        BLOB PRIMARY KEY,
            first_seq INTEGER NOT NULL,
            last_seq  INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
        CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
        WHEN NEW.body IS NOT NULL OR NEW.salt IS NOT NULL
            OR NEW.seq IS NOT OLD.seq OR NEW.stream IS NOT OLD.stream OR NEW.version IS NOT OLD.version
            OR NEW.occurred_day IS NOT OLD.occurred_day OR NEW.occurred_minute IS NOT OLD.occurred_minute
            OR NEW.recorded IS NOT OLD.recorded OR NEW.author IS NOT OLD.author OR NEW.source IS NOT OLD.source
            OR NEW.corrects IS NOT OLD.corrects OR NEW.reason IS NOT OLD.reason OR NEW.kind IS NOT OLD.kind
            OR NEW.schema IS NOT OLD.schema OR NEW.digest IS NOT OLD.digest
            OR NOT EXISTS (SELECT 1 FROM event AS later
                WHERE later.kind = \(StoredBody.erasure) AND later.corrects = OLD.seq AND later.seq > OLD.seq)
        BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
        CREATE TRIGGER command_is_never_deleted BEFORE DELETE ON command
        BEGIN SELECT RAISE(ABORT, 'a command is never deleted'); END;
        CREATE TRIGGER command_is_never_changed BEFORE UPDATE ON command
        BEGIN SELECT RAISE(ABORT, 'a command is never changed'); END;
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(begins);
        """

    /// What a journal is given with its first seal, so that those that are sealed are found without looking through it.
    private static let seals = """
        CREATE INDEX IF NOT EXISTS seal ON event (corrects) WHERE kind = \(StoredBody.seal);
        PRAGMA user_version = \(withSeals);
        """

    static func holdsSeals(_ db: Database) throws -> Bool {
        try Int.fetchOne(db.cachedStatement(sql: "PRAGMA user_version")) ?? 0 >= withSeals
    }

    /// Makes the journal one that older versions leave alone, before anything in it is sealed.
    static func admitSeals(_ db: Database) throws { if try !holdsSeals(db) { try db.execute(sql: seals) } }

    /// How long a writer waits for another one, in seconds. An import of a large return takes a few.
    static let busyTimeout = 30.0

    /// - Parameter checkpoints: what moves the log of a journal that is written to.
    static func configuration(readonly: Bool = false, checkpoints: Checkpoints? = nil) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.busyMode = .timeout(busyTimeout)
        configuration.foreignKeysEnabled = false
        configuration.label = "journal"
        configuration.prepareDatabase { db in
            // An import writes its index in no order and wants room for it. Whoever reads goes through once, and what
            // they leave in the cache would stay there for nobody.
            let kilobytes = db.configuration.readonly ? 2048 : 65536
            try db.execute(sql: "PRAGMA cache_size = -\(kilobytes)")
            checkpoints?.watch(db)
        }
        return configuration
    }

    /// Makes the tables where the file is new. Held to being a journal again, as another process may have made it.
    static func prepare(_ db: Database, path: String) throws {
        try db.inTransaction(.immediate) {
            if try check(db, path: path) == .new { try db.execute(sql: tables) }
            return .commit
        }
    }

    enum State { case new, known }

    /// Whether the file is empty or a journal of a format known here; throws for any other.
    static func check(_ db: Database, path: String) throws -> State {
        let format = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        if application == 0, format == 0, try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0 {
            return .new
        }
        guard application == applicationID else { throw JournalError.notAJournal(path: path) }
        guard format <= Self.format else {
            throw JournalError.newerFormat(path: path, found: format, known: Self.format)
        }
        return .known
    }

    /// Full synchronisation and a write-ahead log, or an error: what is acknowledged has to survive a power cut.
    static func makeDurable(_ db: Database, path: String) throws {
        try db.execute(sql: "PRAGMA synchronous = FULL")
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "none"
        let synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? 0
        guard mode == "wal", synchronous == 2 else {
            throw JournalError.notDurable(path: path, found: "journal_mode \(mode), synchronous \(synchronous)")
        }
    }
}
