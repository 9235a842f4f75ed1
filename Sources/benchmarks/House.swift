import Access
import Casework
import Days
import FormFiles
import Foundation
import FoundationNetworking
import HTTPTypes
import Hummingbird
import JournalStore
import Logging
import Service
import Website
import Workspace

/// A fictional authority with its staff and its children's names, served by this process twice: as it is, and with an
/// access log that keeps nothing, so that what the log costs can be told from what a page costs.
final class House: Sendable {
    let question: Question
    /// Two who see every child, and a manager whose team holds all of them: the policy is asked for each child.
    let viewers: [String]
    let port: Int
    let withoutLog: Int
    let busy: BusyJournal
    private let store: AccessStore
    private let sessions: Sessions
    private let servers: [Task<Void, any Error>]

    /// - Parameters:
    ///   - written: whether people have recorded work here too, of every child who is looked after.
    ///   - isBusy: whether somebody signs records meanwhile.
    init(
        _ place: Workplace, children: Int, years: Int, written: Bool = false, isBusy: Bool = true
    ) async throws {
        // A house of its own each time: two groups may ask for the same one.
        let name = "house-\(UUID().uuidString)"
        let journal = try await place.peopled(children, years: years, in: name)
        if written { try await Stories(place).tell(in: journal, place, longest: true) }
        guard let question = Question(try await journal.authority(), asAt: nil) else {
            throw ServiceError.nothingImported
        }
        self.question = question
        busy = BusyJournal(journal, place, question.authority.children.keys.sorted { $0 < $1 }, isBusy: isBusy)
        let folder = place.directory(name)
        let workspace = try Workspace(directory: folder)
        let store = try AccessStore(directory: folder, isFictional: true)
        (self.store, sessions) = (store, Sessions(workspace, limits: SessionLimits()))
        viewers = try await Self.signIn(store, sessions, at: place.now)
        (port, withoutLog) = (try Load.freePort(), try Load.freePort())
        var servers: [Task<Void, any Error>] = []
        for (port, looks) in [(port, nil), (withoutLog, NoLog())] as [(Int, (any LookKeeping)?)] {
            let site = Site(
                records: Records(busy), assets: Assets(folder: ".assets"), notice: "Fictional.", asAt: nil,
                gate: Gate(
                    store: store, workspace: workspace, hashing: PasswordHashing(), advice: PasswordAdvice(list: ""),
                    looks: looks, clock: { place.now }),
                journal: busy,
                desk: ReturnDesk(
                    journal, Jobs(workspace), Staging(DataDirectory(path: folder.path)), clock: { place.now }),
                forms: try FormLibrary())
            let application = try site.application(port: port, logger: Self.quiet)
            servers.append(Task { try await application.runService() })
        }
        self.servers = servers
        for port in [port, withoutLog] { try await Self.waitFor(port) }
    }

    func close() { for server in servers { server.cancel() } }

    /// One request by each viewer in turn, to each of `paths`.
    func asks(_ paths: String...) -> [Load.Ask] {
        paths.flatMap { path in viewers.map { Load.Ask(path: path, cookie: $0) } }
    }

    /// The child whose record is of middling length, of those who are looked after.
    var ordinaryChild: ChildID? {
        let lengths = question.authority.children.values
            .map { ChildAsAt($0, question.asAt) }.filter(\.isLookedAfter)
            .map { (count: $0.record.episodes.count + $0.record.reviews.count, id: $0.id) }
            .sorted { ($0.count, $0.id) < ($1.count, $1.id) }
        return lengths.isEmpty ? nil : lengths[lengths.count / 2].id
    }

    /// The child who is looked after with the most signed records.
    var longestWritten: ChildRecord? {
        question.authority.children.values.filter { ChildAsAt($0, question.asAt).isLookedAfter }
            .max { ($0.records.count, $0.id) < ($1.records.count, $1.id) }
    }

    /// Somebody else signs in, a manager whose team holds every child.
    func enter(_ number: Int, at now: Instant) async throws -> SessionKey {
        let account = try await store.add(
            email: "writer-\(number)@severn-vale.example", name: "Fictional writer \(number)", roles: [.teamManager],
            worker: Workplace.managerOfAll, at: now)
        return try await sessions.start(account.id, .signedIn, address: "127.0.0.1", browser: "benchmark", at: now)
    }

    private static func signIn(_ store: AccessStore, _ sessions: Sessions, at now: Instant) async throws -> [String] {
        var cookies: [String] = []
        for (name, role) in [("first", Role.director), ("second", .teamManager), ("third", .director)] {
            let account = try await store.add(
                email: "\(name)@severn-vale.example", name: "Fictional \(name) viewer", roles: [role],
                worker: role == .teamManager ? Workplace.managerOfAll : nil, at: now)
            let key = try await sessions.start(
                account.id, .signedIn, address: "127.0.0.1", browser: "benchmark", at: now)
            cookies.append("throughline=\(key.text)")
        }
        return cookies
    }

    /// Serves a router of a reference on a free port, until the task is cancelled.
    static func serve(
        _ router: Router<BasicRequestContext>
    ) async throws -> (port: Int, server: Task<Void, any Error>) {
        let port = try Load.freePort()
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil), logger: quiet)
        let server = Task { try await application.runService() }
        try await waitFor(port)
        return (port, server)
    }

    static var quiet: Logger {
        var logger = Logger(label: "benchmark")
        // Whoever asks as fast as they can leaves in the middle of an answer, which is logged as one that was not made.
        logger.logLevel = .critical
        return logger
    }

    static func waitFor(_ port: Int) async throws {
        for _ in 0..<400 {
            if (try? await URLSession.shared.data(from: Load.url(port, "/health/live"))) != nil { return }
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}

/// An access log that keeps nothing: what a page costs before the log. The product has no such thing.
private struct NoLog: LookKeeping {
    func record(_ look: Look) async throws {}
}

/// Pages as they were first sent, sent again from memory by the same server library.
struct FromMemory {
    let port: Int
    private let server: Task<Void, any Error>

    /// - Parameter paths: fetched once from `house`, as its first viewer sees them.
    init(_ house: House, _ paths: [String]) async throws {
        let router = Router()
        for path in paths {
            let (bytes, headers) = try await Self.fetch(path, from: house)
            router.get(RouterPath(String(path.prefix { $0 != "?" }))) { _, _ in
                Response(status: .ok, headers: headers, body: .init(byteBuffer: bytes))
            }
        }
        (port, server) = try await House.serve(router)
    }

    func close() { server.cancel() }

    private static func fetch(_ path: String, from house: House) async throws -> (ByteBuffer, HTTPFields) {
        var request = URLRequest(url: Load.url(house.port, path))
        request.setValue(house.viewers[0], forHTTPHeaderField: "Cookie")
        let (body, answer) = try await URLSession.shared.data(for: request)
        var headers = HTTPFields()
        for (name, value) in (answer as? HTTPURLResponse)?.allHeaderFields ?? [:] {
            // The server works these out for itself.
            guard let name = HTTPField.Name("\(name)"), name != .contentLength, name != .date else { continue }
            headers[name] = "\(value)"
        }
        return (ByteBuffer(bytes: body), headers)
    }
}
