import Access
import AsyncHTTPClient
import Casework
import Days
import Foundation
import JournalStore
import Service
import Synchronization
import Workspace

/// Five hundred people at work at once in the product as it is served, and what an import does to them; and what the
/// server holds in memory.
enum Crowd {
    private static let people = 500
    /// Each reads for this long between pages, in seconds: some hundred requests a second together.
    private static let pace = 3.0...7.0

    static func measure(_ place: Workplace, children: Int) async throws {
        guard Program.file != nil else {
            return note("the crowd was not measured: throughline is not beside this program; make release")
        }
        try await memory(place, children: 600, years: 8)
        try await importing(place, children: children)
    }

    // MARK: Memory

    private static func memory(_ place: Workplace, children: Int, years: Int) async throws {
        let journal = try await place.peopled(children, years: years, in: "served-\(children)")
        let folder = place.directory("served-\(children)")
        guard let program = try await Program(serving: folder) else { return }
        defer { program.stop() }
        let people = try await signIn(20, folder, try await journal.authority())
        let answers = await crowd(people, program.port, seconds: 8, pace: 0.05...0.2)
        if let problem = answers.compactMap(\.problem).first { note("not every page was answered: \(problem)") }
        try await report(program, journal, children)
    }

    private static func report(_ program: Program, _ journal: SQLiteJournal, _ children: Int) async throws {
        let events = Int(try await journal.head().seq)
        benchmarks.report(
            "server, \(children) looked after, memory", program.memory >> 20, atMost: ((events * 400) >> 20) + 80,
            unit: "MB")
        note("\(events) events; every page of the journey had been asked for")
    }

    // MARK: An import

    private static func importing(_ place: Workplace, children: Int) async throws {
        let years = 4
        let name = "served-\(children)"
        let journal = try await place.peopled(children, years: years, imported: 1, in: name)
        let folder = place.directory(name)
        let paths = try place.synthesise(children, years: years)
        guard let program = try await Program(serving: folder) else { return }
        defer { program.stop() }
        let authority = try await journal.authority()
        let people = try await signIn(people, folder, authority)
        _ = await crowd(people, program.port, seconds: 8, pace: pace)
        let idle = await crowd(people, program.port, seconds: 20, pace: pace)
        try await report(program, journal, children)

        let end = ContinuousClock.now + .seconds(60)
        let port = program.port
        async let working = crowd(people, port, until: end, pace: pace)
        let desk = try await Importer(place, folder, port)
        var imported = 0
        for (index, path) in paths.enumerated().dropFirst() where ContinuousClock.now < end - .seconds(10) {
            let year = CollectionYear(startingIn: place.year.start - years + 1 + index)
            if let problem = try await desk.take(path, year) {
                note("an import did not go through: \(problem)")
                break
            }
            imported += 1
        }
        tell(idle, await working, imported, children)
    }

    private static func tell(_ idle: [Person.Answer], _ busy: [Person.Answer], _ imported: Int, _ children: Int) {
        let problems = busy.compactMap(\.problem)
        benchmarks.report(
            "\(people) people while importing: errors", problems.count, atMost: 0, unit: "of \(busy.count)")
        if let problem = problems.first { note("the first: \(problem)") }
        let (calm, pressed) = (idle.map(\.seconds).sorted(), busy.map(\.seconds).sorted())
        guard !calm.isEmpty, !pressed.isEmpty else { return note("the crowd got no answers") }
        func p99(_ times: [Double]) -> Double { times[min(times.count - 1, times.count * 99 / 100)] }
        benchmarks.report("the same: p99", p99(pressed) * 1000, against: p99(calm) * 1000, .atMost(5), unit: "ms")
        benchmarks.report(
            "the same: slowest page or save", Int(pressed[pressed.count - 1] * 1000), atMost: 250, unit: "ms")
        let slow = Dictionary(grouping: busy.filter { $0.seconds > 0.25 }, by: \.page).sorted {
            $0.value.count > $1.value.count
        }
        let kinds = slow.map { "/\($0.key) \($0.value.count)" }
        if !kinds.isEmpty { note("over 250 ms: \(kinds.joined(separator: ", "))") }
        note(
            "\(imported) returns of \(children) looked after imported in 60 s; the reference is the same people while nobody imports, whose slowest took \(Int(calm[calm.count - 1] * 1000)) ms; \(pressed.count { $0 > 0.25 }) of \(pressed.count) took over 250 ms"
        )
    }

    // MARK: The people

    private static func crowd(
        _ people: [Person], _ port: Int, seconds: Int, pace: ClosedRange<Double>
    ) async -> [Person.Answer] {
        await crowd(people, port, until: .now + .seconds(seconds), pace: pace)
    }

    private static func crowd(
        _ people: [Person], _ port: Int, until end: ContinuousClock.Instant, pace: ClosedRange<Double>
    ) async -> [Person.Answer] {
        let client = client(people.count)
        let answers = Answers()
        await withTaskGroup(of: Void.self) { group in
            for person in people {
                group.addTask { await person.work(client, port, until: end, pace: pace) { answers.add($0) } }
            }
        }
        try? await client.shutdown()
        return answers.all
    }

    static func client(_ connections: Int) -> HTTPClient {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Most are social workers, each a worker of the staff file; the others manage, review, count or answer for it all.
    private static func signIn(_ count: Int, _ folder: URL, _ authority: Authority) async throws -> [Person] {
        let store = try AccessStore(directory: folder)
        let sessions = Sessions(try Workspace(directory: folder), limits: SessionLimits())
        let workers = authority.workers.keys.sorted()
        var people: [Person] = []
        for number in 0..<count {
            let role: Role =
                switch number % 20 {
                case 0: .director
                case 1, 2: .teamManager
                case 3, 4: .iro
                case 5: .analyst
                case 6: .auditor
                default: .socialWorker
                }
            let worker = workers.isEmpty ? nil : workers[number % workers.count]
            let account = try await store.add(
                email: "person-\(number)@severn-vale.example", name: "Fictional person \(number)", roles: [role],
                worker: role == .teamManager ? Workplace.managerOfAll : worker, at: .now)
            let key = try await sessions.start(
                account.id, .signedIn, address: "127.0.0.1", browser: "benchmark", at: .now)
            people.append(Person(role: role.rawValue, cookie: "throughline=\(key.text)", token: key.formToken))
        }
        return people
    }
}

/// What everybody told.
private final class Answers: Sendable {
    private let kept = Mutex<[Person.Answer]>([])
    func add(_ answer: Person.Answer) { kept.withLock { $0.append(answer) } }
    var all: [Person.Answer] { kept.withLock { $0 } }
}

/// Whoever sends returns, as an analyst does: uploads one, waits for the report, imports it and waits for that.
private struct Importer {
    let port: Int
    let person: Person

    init(_ place: Workplace, _ folder: URL, _ port: Int) async throws {
        self.port = port
        let account = try await AccessStore(directory: folder).add(
            email: "importer@severn-vale.example", name: "Fictional importer", roles: [.analyst], at: .now)
        let key = try await Sessions(try Workspace(directory: folder), limits: SessionLimits()).start(
            account.id, .signedIn, address: "127.0.0.1", browser: "benchmark", at: .now)
        person = Person(role: "analyst", cookie: "throughline=\(key.text)", token: key.formToken)
    }

    /// - Returns: what went wrong; nil where the return was imported.
    func take(_ path: String, _ year: CollectionYear) async throws -> String? {
        let client = Crowd.client(1)
        let problem = try await take(path, year, client)
        try await client.shutdown()
        return problem
    }

    private func take(_ path: String, _ year: CollectionYear, _ client: HTTPClient) async throws -> String? {
        let boundary = "benchmark-7f3a"
        var form = ""
        for (name, value) in [("token", person.token), ("year", "\(year)"), ("drawn", "")] {
            form += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        for file in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
            let text = try String(contentsOfFile: path + "/" + file, encoding: .utf8)
            form += "--\(boundary)\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file)\"\r\n"
            form += "Content-Type: text/csv\r\n\r\n\(text)\r\n"
        }
        form += "--\(boundary)--\r\n"
        let (sent, job) = await person.send(
            client, port, "/return", form, type: "multipart/form-data; boundary=\(boundary)")
        guard sent.problem == nil, job.hasPrefix("/return/") else { return sent.problem ?? "the return was not taken" }
        if let problem = try await wait(client, job, for: "ready") { return problem }
        let (approved, _) = await person.send(client, port, job + "/import", "token=\(person.token)")
        if let problem = approved.problem { return problem }
        return try await wait(client, job, for: "done")
    }

    private func wait(_ client: HTTPClient, _ job: String, for state: String) async throws -> String? {
        for _ in 0..<600 {
            let (answer, told) = await person.get(client, port, job + "/state")
            if let problem = answer.problem { return problem }
            let now = told.split(separator: "\n").first.map { String($0) } ?? ""
            if now == state { return nil }
            if now == "failed" || now == "cancelled" { return told }
            try await Task.sleep(for: .milliseconds(100))
        }
        return "it took too long"
    }
}
