import Foundation
import GRDB
import LocalDatabase

/// What changes in place, beside the journal: who is signed in, drafts, and forms that were sent too late. `work.sqlite` may be
/// thrown away: people sign in again, and nothing that was signed is lost.
public final class Workspace: Sendable {
    let pool: DatabasePool
    /// For what many people write at once.
    let commits: SharedCommits

    /// Opens the file in `directory`, making it where it is not there.
    public init(directory: URL) throws {
        pool = try Self.database.open(in: directory)
        commits = SharedCommits(pool)
    }

    /// `TLW1`. A step is added for each kind of thing that moves in.
    static let database = LocalDatabase(
        fileName: "work.sqlite", applicationID: 0x544C_5731,
        steps: [sessions, Jobs.step, SavedViews.step, Drafts.step, Drafts.moving, DeviceKeys.step, Drafts.arriving],
        promise: .allButTheLast)

    /// `digest` is of the secret that the browser holds; `stage` is ``Session/Stage``. Times are milliseconds since 1970.
    private static let sessions = """
        CREATE TABLE session (
            digest  BLOB PRIMARY KEY,
            account TEXT NOT NULL,
            stage   INTEGER NOT NULL,
            started INTEGER NOT NULL,
            seen    INTEGER NOT NULL,
            address TEXT NOT NULL,
            browser TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX session_of_account ON session (account);
        CREATE TABLE held_form (
            digest  BLOB PRIMARY KEY,
            account TEXT NOT NULL,
            sealed  BLOB NOT NULL,
            expires INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
