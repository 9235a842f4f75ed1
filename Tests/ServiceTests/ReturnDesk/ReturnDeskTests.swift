import Casework
import Days
import Foundation
import JournalStore
import Returns
import Testing
import Workspace

@testable import Service

/// A return that is sent, read, reported and imported when somebody says so; and nothing else.
struct ReturnDeskTests {
    private let now = Instant(secondsSince1970: 1_790_000_000)

    /// A desk over a journal of its own.
    private struct Place {
        let test: TestJournal
        let jobs: Jobs
        let staging: Staging
        let desk: ReturnDesk

        init(at now: Instant) throws {
            test = try TestJournal()
            jobs = Jobs(try Workspace(directory: test.folder))
            staging = Staging(DataDirectory(path: test.folder.path))
            desk = ReturnDesk(test.journal, jobs, staging, clock: { now })
        }

        /// Puts a small return where sent files are put.
        func send(_ id: String, at now: Instant, episodes: String = "1001,01/05/2025,S,C2,N1,U6,PR1,,,,,,\n")
            async throws
        {
            let folder = try staging.make(id)
            let files = [
                "Header.csv": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1001,F,10/05/2015,WBRI,,0,\n",
                "Episodes.csv":
                    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
                    + episodes,
            ]
            for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
            let staged = StagedReturn(year: CollectionYear(startingIn: 2025), drawn: nil, files: files.keys.sorted())
            try await jobs.add(id, of: "ada", request: try JSONEncoder().encode(staged), at: now)
        }

        func job(_ id: String) async throws -> Job { try #require(try await jobs.find(id, of: "ada")) }

        /// Runs the desk until the job has nothing more to wait for.
        func work(until id: String) async throws -> Job {
            let running = Task { [desk] in try await desk.run() }
            defer { running.cancel() }
            for _ in 0..<600 {
                let job = try await job(id)
                if !job.state.isUnderWay { return job }
                try await Task.sleep(for: .milliseconds(20))
            }
            Issue.record("the job did not come to an end")
            return try await job(id)
        }

        var events: Int64 { get async throws { try await test.journal.head().seq } }
    }

    private let id = "00000000000000010000000000000002"

    private func report(_ job: Job) throws -> ReturnReport {
        try JSONDecoder().decode(ReturnReport.self, from: try #require(job.outcome))
    }

    @Test func readingAReturnWritesNothingAndSaysWhatItWouldWrite() async throws {
        let place = try Place(at: now)
        try await place.send(id, at: now)
        let job = try await place.work(until: id)
        #expect(job.state == .ready)
        let report = try report(job)
        #expect(report.children == 1 && report.rowsRead == 2 && report.eventsAppended > 0)
        #expect(try await place.events == 0)
    }

    @Test func importingWritesWhatTheReportSaid() async throws {
        let place = try Place(at: now)
        try await place.send(id, at: now)
        let ready = try await place.work(until: id)
        #expect(try await place.desk.approve(ready))
        let done = try await place.work(until: id)
        #expect(done.state == .done)
        #expect(try report(done).eventsAppended == report(ready).eventsAppended)
        #expect(try await place.events == Int64(report(ready).eventsAppended))
        #expect(!FileManager.default.fileExists(atPath: place.staging.folder(of: id).path))
    }

    @Test func aRestartInTheMiddleOfAnImportRepeatsNothing() async throws {
        let place = try Place(at: now)
        try await place.send(id, at: now)
        let ready = try await place.work(until: id)
        #expect(try await place.desk.approve(ready))
        // As if the server had stopped after it wrote and before it said so.
        let folder = place.staging.folder(of: id).path
        let written = try await ImportReturn(paths: [folder], year: CollectionYear(startingIn: 2025)).run(
            into: place.test.journal, command: try #require(CommandID(text: id)), by: Actor("account:ada"), at: now,
            today: now.inLondon.day)
        let before = try await place.events
        #expect(before == Int64(written.eventsAppended) && before > 0)
        let done = try await place.work(until: id)
        #expect(done.state == .done)
        #expect(try await place.events == before)
        let report = try report(done)
        #expect(report.eventsAppended == Int(before) && report.children == 1 && report.rowsRead == 2)
    }

    /// A crash while files are being sent leaves them without a job, and one after an import leaves them beside a job that is
    /// done; they are somebody's records all the same.
    @Test func whatACrashLeftBehindIsTakenAway() async throws {
        let place = try Place(at: now)
        try await place.send(id, at: now)
        for (folder, hours) in [("left", 25.0), ("being-sent", 23.0)] {
            let changed = Date(timeIntervalSince1970: Double(now.milliseconds) / 1000 - hours * 3600)
            let path = try place.staging.make(folder).path
            try FileManager.default.setAttributes([.modificationDate: changed], ofItemAtPath: path)
        }
        let ended = try place.staging.make("ended").path
        try await place.jobs.add("ended", of: "ada", request: Data(), at: now)
        try await place.jobs.move(try await place.job("ended"), to: .done, at: now)
        #expect(try await place.work(until: id).state == .ready)
        #expect(!FileManager.default.fileExists(atPath: ended))
        let left = try FileManager.default.contentsOfDirectory(atPath: place.test.folder.path + "/staging")
        #expect(left.sorted() == [id, "being-sent"].sorted())
    }

    @Test func whatIsCalledOffIsNotImported() async throws {
        let place = try Place(at: now)
        try await place.send(id, at: now)
        let ready = try await place.work(until: id)
        #expect(try await place.desk.cancel(ready))
        #expect(try await place.desk.approve(ready) == false)
        #expect(try await place.job(id).state == .cancelled)
        #expect(try await place.events == 0)
        #expect(!FileManager.default.fileExists(atPath: place.staging.folder(of: id).path))
    }

    @Test func aReturnThatIsRefusedSaysWhy() async throws {
        let place = try Place(at: now)
        let folder = try place.staging.make(id)
        try Data("nothing of the kind".utf8).write(to: folder.appendingPathComponent("notes.txt"))
        let staged = StagedReturn(year: CollectionYear(startingIn: 2025), drawn: nil, files: ["notes.txt"])
        try await place.jobs.add(id, of: "ada", request: try JSONEncoder().encode(staged), at: now)
        let job = try await place.work(until: id)
        #expect(job.state == .failed)
        #expect(job.progress.contains("notes.txt"))
        #expect(!job.progress.contains(place.test.folder.path), "no path of the server on a page")
    }

    @Test func aSecondReturnWaitsItsTurn() async throws {
        let place = try Place(at: now)
        let other = "00000000000000010000000000000003"
        try await place.send(id, at: now)
        try await place.send(other, at: Instant(milliseconds: now.milliseconds + 1))
        #expect(try await place.jobs.before(place.job(other)) == 1)
        #expect(try await place.work(until: other).state == .ready)
        #expect(try await place.job(id).state == .ready)
    }

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("C:\\returns\\Header.csv", "Header.csv"), ("..", "file"), ("", "file"),
        ("Übersicht 1.csv", "_bersicht_1.csv"),
    ]) func aNameCannotLeadOutOfTheFolder(_ sent: String, _ kept: String) { #expect(Staging.safe(sent) == kept) }
}
