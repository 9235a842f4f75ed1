import Access
import Casework
import Days
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Service
import Workspace

extension Link {
    static func job(_ id: String) -> Link { Link("return", id) }
    static func job(_ id: String, _ part: String) -> Link { Link("return", id, part) }
}

extension Site {
    var returnRoutes: [Route] {
        [
            .get("/return", .may(.useReturn)) { visit in
                ReturnsPage(jobs: try await desk.jobs.of(visit.viewer.id), visit: visit).reply()
            },
            .upload("/return", .may(.useReturn)) { try await stage($0) },
            .get("/return/:job", .may(.useReturn)) { visit in
                guard let job = try await job(visit) else { return .notFound }
                return JobPage(job: job, before: try await desk.jobs.before(job), visit: visit).reply()
            },
            .get("/return/:job/progress", .may(.useReturn)) { visit in
                guard let job = try await job(visit) else { return .notFound }
                return .events(await progress(of: job))
            },
            .get("/return/:job/state", .may(.useReturn)) { visit in
                guard let job = try await job(visit) else { return .notFound }
                return .plain("\(job.state.rawValue)\n\(job.progress)\n")
            },
            .get("/return/:job/findings", .may(.useReturn)) { visit in
                guard let job = try await job(visit), let report = job.report else { return .notFound }
                return .file(report.findingsAsCSV, type: "text/csv; charset=utf-8", name: "findings.csv")
            },
            .post("/return/:job/import", .may(.useReturn)) { visit in
                guard let job = try await job(visit) else { return .notFound }
                _ = try await desk.approve(job)
                return .seeOther(.job(job.id))
            },
            .post("/return/:job/cancel", .may(.useReturn)) { visit in
                guard let job = try await job(visit) else { return .notFound }
                _ = try await desk.cancel(job)
                return .seeOther(.job(job.id))
            },
        ]
    }

    /// The job of the address, where it is the viewer's own.
    private func job(_ visit: Visit) async throws -> Job? {
        guard let id = visit.parameters.get("job") else { return nil }
        return try await desk.jobs.find(id, of: visit.viewer.id)
    }

    /// Takes what was sent and queues it for reading.
    private func stage(_ visit: Visit) async throws -> Reply {
        let id = CommandID.new.text
        func refuse(_ field: String, _ sentence: String) async throws -> Reply {
            desk.staging.remove(id)
            let jobs = try await desk.jobs.of(visit.viewer.id)
            return ReturnsPage(jobs: jobs, visit: visit, errors: [FieldError(field, sentence)]).reply()
        }
        let upload: Upload
        do {
            upload = try await Upload.receive(
                visit.request.body, contentType: visit.request.headers[.contentType] ?? "",
                allow: { visit.holdsToken($0["token"] ?? "") }, into: { try desk.staging.make(id) })
        } catch let problem as Upload.Problem {
            return problem.sentence.isEmpty ? visit.foreign() : try await refuse("files", problem.sentence)
        }
        guard !upload.files.isEmpty else {
            return try await refuse(
                "files", "Choose the files of the return: its CSV tables, a zip of them, or the XML.")
        }
        guard let year = CollectionYear(upload.fields["year"] ?? "") else {
            return try await refuse("year", "Choose the collection year of the return.")
        }
        let typed = upload.fields["drawn"] ?? ""
        let drawn = Day(typed)
        guard typed.isEmpty || drawn != nil else {
            return try await refuse("drawn", "\(typed) is not a day. Write it as 2026-03-31, or leave it empty.")
        }
        let staged = StagedReturn(year: year, drawn: drawn, files: upload.files)
        try await desk.jobs.add(
            id, of: visit.viewer.id, request: try JSONEncoder().encode(staged), at: visit.now)
        await desk.ring()
        return .seeOther(.job(id))
    }

    /// Each change of a job as an event for the page that shows it, until there is nothing more to come.
    private func progress(of job: Job) async -> AsyncStream<String> {
        let changes = await desk.changes(of: job.id)
        let (stream, continuation) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingNewest(4))
        let teller = Task {
            func tell() async -> Bool {
                guard let now = try? await desk.jobs.find(job.id, of: job.owner) else { return false }
                continuation.yield("event: \(now.state.rawValue)\ndata: \(now.progress)\n\n")
                return now.state.isUnderWay
            }
            var goesOn = await tell()
            if goesOn {
                for await _ in changes where goesOn {
                    goesOn = await tell()
                    if !goesOn { break }
                }
            }
            continuation.finish()
        }
        continuation.onTermination = { _ in teller.cancel() }
        return stream
    }
}

extension Job {
    var staged: StagedReturn? { try? JSONDecoder().decode(StagedReturn.self, from: request) }
    var report: ReturnReport? { outcome.flatMap { try? JSONDecoder().decode(ReturnReport.self, from: $0) } }

    /// As pages name the state.
    var title: String {
        switch state {
        case .waiting: "Waiting to be read"
        case .reading: "Being read"
        case .ready: "Read: see the report"
        case .queued: "Waiting to be imported"
        case .importing: "Being imported"
        case .done: "Imported"
        case .failed: "Not taken"
        case .cancelled: "Called off"
        }
    }
}
