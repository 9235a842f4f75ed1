import Days
import Foundation
import JournalStore
import Service
import Workspace

/// The other process that is killed: a desk that reads a return, and somebody who says at once that it is to be imported.
struct DeskWorker {
    let directory: URL
    let job: String
    /// How far its clock is ahead, in milliseconds: far enough that whoever was killed before it is taken to be gone.
    let ahead: Int64

    /// Ends the process with 0 once the job is done, and with 1 where it came to another end.
    func workUntilDone() async throws -> Never {
        let jobs = Jobs(try Workspace(directory: directory))
        let staging = Staging(DataDirectory(path: directory.path))
        let desk = ReturnDesk(try SQLiteJournal(directory: directory), jobs, staging) { [ahead] in
            Instant(milliseconds: Instant.now.milliseconds + ahead)
        }
        let running = Task { try await desk.run() }
        defer { running.cancel() }
        while let now = try await jobs.find(job, of: JobTrial.owner) {
            switch now.state {
            case .ready: _ = try await desk.approve(now)
            // What was staged goes after the job has been said to be done.
            case .done where !FileManager.default.fileExists(atPath: staging.folder(of: job).path): exit(0)
            case .failed, .cancelled:
                FileHandle.standardError.write(Data("the job came to an end: \(now.state) \(now.progress)\n".utf8))
                exit(1)
            case .waiting, .reading, .queued, .importing, .done: break
            }
            try await Task.sleep(for: .milliseconds(2))
        }
        exit(1)
    }
}
