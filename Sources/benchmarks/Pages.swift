import Access
import Casework
import Days
import Foundation
import FoundationNetworking
import HTTPTypes
import Hummingbird
import JournalStore
import Logging
import Service
import Website
import Workspace

/// Pages made afresh for every request, against the same bytes sent from memory by the same server library.
enum Pages {
    /// A page that is measured, and the same bytes and headers as they were first sent.
    fileprivate struct Page {
        let title: String
        let path: String
        var bytes = ByteBuffer()
        var headers = HTTPFields()
    }

    static func measure(_ place: Workplace, children: Int) async throws {
        let journal = try SQLiteJournal(directory: place.directory("pages"))
        for (index, path) in try place.synthesise(children, years: 8).enumerated() {
            let year = CollectionYear(startingIn: place.year.start - 7 + index)
            _ = try await place.take(path, into: journal, UInt64(index), year: year)
        }
        guard let question = Question(try await journal.authority(), asAt: nil) else { return }
        let busy = BusyJournal(journal, place, question.authority.children.keys.sorted { $0 < $1 })
        let port = try freePort()
        let workspace = try Workspace(directory: place.directory("pages"))
        let store = try AccessStore(directory: place.directory("pages"), isFictional: true)
        let site = Site(
            records: Records(busy), assets: Assets(folder: ".assets"), notice: "Fictional.", asAt: nil,
            gate: Gate(
                store: store, workspace: workspace, hashing: PasswordHashing(), advice: PasswordAdvice(list: ""),
                clock: { place.now }),
            journal: busy,
            desk: ReturnDesk(
                journal, Jobs(workspace), Staging(DataDirectory(path: place.directory("pages").path)),
                clock: { place.now }))
        let cookie = try await signedIn(store, workspace, at: place.now)
        let server = Task { try await site.application(port: port, logger: quiet).runService() }
        defer { server.cancel() }

        var pages = [
            Page(title: "home page", path: "/"),
            Page(title: "child page", path: "/children/\(ordinary(question))"),
        ]
        for index in pages.indices { try await pages[index].fetch(from: port, cookie) }
        let other = try freePort()
        let reference = fromMemory(pages, port: other)
        let memory = Task { try await reference.runService() }
        defer { memory.cancel() }
        try await waitFor(port: other)

        for page in pages {
            var (ours, theirs) = (0.0, 0.0)
            for _ in 0..<3 {
                guard let one = try Load.requestsPerSecond("http://127.0.0.1:\(other)\(page.path)", cookie: cookie),
                    let two = try Load.requestsPerSecond("http://127.0.0.1:\(port)\(page.path)", cookie: cookie)
                else { return note("pages were not measured: wrk is not here, or a page was not answered") }
                (theirs, ours) = (max(theirs, one), max(ours, two))
            }
            report("\(page.title), \(children) children", ours, against: theirs, .atLeast(0.5), unit: "/s")
            note(
                "\(page.bytes.readableBytes) bytes; \(busy.writes) events written meanwhile, one before every hundredth request"
            )
        }
    }

    /// A director who has signed in, as their browser says so: somebody whose work is everybody's.
    private static func signedIn(
        _ store: AccessStore, _ workspace: Workspace, at now: Instant
    ) async throws -> String {
        let account = try await store.add(
            email: "director@severn-vale.example", name: "Fictional director", roles: [.director], at: now)
        let key = try await Sessions(workspace, limits: SessionLimits()).start(
            account.id, .signedIn, address: "127.0.0.1", browser: "benchmark", at: now)
        return "throughline=\(key.text)"
    }

    private static var quiet: Logger {
        var logger = Logger(label: "benchmark")
        logger.logLevel = .error
        return logger
    }

    /// The child whose record is of middling length, of those who are looked after.
    private static func ordinary(_ question: Question) -> String {
        let lengths = question.authority.children.values
            .map { ChildAsAt($0, question.asAt) }.filter(\.isLookedAfter)
            .map { (count: $0.record.episodes.count + $0.record.reviews.count, id: $0.id) }
            .sorted { ($0.count, $0.id) < ($1.count, $1.id) }
        return lengths.isEmpty ? "" : lengths[lengths.count / 2].id.description
    }

    private static func fromMemory(_ pages: [Page], port: Int) -> some ApplicationProtocol {
        let router = Router()
        for page in pages {
            router.get(RouterPath(page.path)) { _, _ in
                Response(status: .ok, headers: page.headers, body: .init(byteBuffer: page.bytes))
            }
        }
        return Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil), logger: quiet)
    }

    fileprivate static func waitFor(port: Int) async throws {
        for _ in 0..<200 {
            if (try? await URLSession.shared.data(from: Load.url(port, "/health/live"))) != nil { return }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private static func freePort() throws -> Int { try Load.freePort() }
}

extension Pages.Page {
    /// Asks for the page once and keeps what was answered.
    mutating func fetch(from port: Int, _ cookie: String) async throws {
        try await Pages.waitFor(port: port)
        var request = URLRequest(url: Load.url(port, path))
        request.setValue(cookie, forHTTPHeaderField: "Cookie")
        let (body, answer) = try await URLSession.shared.data(for: request)
        bytes = ByteBuffer(bytes: body)
        for (name, value) in (answer as? HTTPURLResponse)?.allHeaderFields ?? [:] {
            // The server works these out for itself.
            guard let name = HTTPField.Name("\(name)"), name != .contentLength, name != .date else { continue }
            headers[name] = "\(value)"
        }
    }
}
