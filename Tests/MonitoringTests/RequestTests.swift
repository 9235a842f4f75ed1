import CoreMetrics
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Synchronization
import Testing

@testable import Monitoring

struct RequestTests {
    private final class Page: Sendable {
        let text = Mutex("")
    }

    private let page = Page()
    private let book = MetricsBook()

    private func application(bodyLimit: Int = 1000) -> some ApplicationProtocol {
        let router = Router()
        router.add(middleware: RequestWatch(metrics: book))
        router.add(middleware: BodyLimit(bytes: bodyLimit))
        router.get("/children/:id") { _, _ in "a page" }
        router.post("/notes") { request, _ in "\(try await request.body.collect(upTo: .max).readableBytes) bytes" }
        router.get("/broken") { _, _ -> String in throw Broken() }
        let page = page
        let logger = Logger(label: "test") { _ in
            LineLog(.json, level: .info) { line in page.text.withLock { $0 += line } }
        }
        return Application(router: router, logger: logger)
    }

    private struct Broken: Error {}

    @Test func aRequestIsLoggedByTheAddressItMatchedAndNeverByTheChild() async throws {
        try await application().test(.router) { client in
            let name = try #require(HTTPField.Name("X-Request-ID"))
            try await client.execute(uri: "/children/c-00112233445566?q=Ada", method: .get) { response in
                let id = try #require(response.headers[name])
                #expect(page.text.withLock { $0 }.contains("\"request_id\":\"\(id)\""))
            }
            try await client.execute(uri: "/nobody/made/this", method: .get) { #expect($0.status == .notFound) }
        }
        let log = page.text.withLock { $0 }
        #expect(log.contains("\"method\":\"GET\"") && log.contains("\"status\":200") && log.contains("\"seconds\":"))
        #expect(log.contains("\"route\":\"/children/{id}\""))
        for fact in ["c-0011", "Ada", "nobody", "q="] { #expect(!log.contains(fact), "\(log)") }
        #expect(book.text.contains("{method=\"GET\",route=\"/children/{id}\",status=\"200\",le=\"+Inf\"} 1"))
        #expect(!book.text.contains("c-0011"))
    }

    @Test func aPageThatCouldNotBeMadeIsAnErrorInTheLog() async throws {
        try await application().test(.router) { client in
            try await client.execute(uri: "/broken", method: .get) { #expect($0.status == .internalServerError) }
        }
        #expect(page.text.withLock { $0 }.contains("\"level\":\"error\""))
        #expect(book.text.contains("status=\"500\""))
    }

    @Test(arguments: [(1000, HTTPResponse.Status.ok), (1001, .contentTooLarge)])
    func aBodyIsTakenUpToItsLimit(_ length: Int, _ status: HTTPResponse.Status) async throws {
        let body = ByteBuffer(repeating: 120, count: length)
        try await application().test(.live) { client in
            try await client.execute(uri: "/notes", method: .post, body: body) { #expect($0.status == status) }
            try await client.execute(
                uri: "/notes", method: .post, headers: [.transferEncoding: "chunked"], body: body
            ) { #expect($0.status == status) }
        }
    }

    @Test func metricsAreReadInTheirOwnTextFormat() async throws {
        let book = MetricsBook()
        let endpoint = MetricsEndpoint(book) { Gauge(label: "journal_head", factory: book).record(7) }
        try await Application(router: endpoint.router()).test(.router) { client in
            try await client.execute(uri: "/metrics", method: .get) { response in
                #expect(response.headers[.contentType]?.hasPrefix("text/plain; version=0.0.4") == true)
                #expect(String(buffer: response.body) == "# TYPE journal_head gauge\njournal_head 7\n")
            }
        }
    }

    @Test func whatFailsIsNamedAndWhyIsNot() async {
        struct Secret: Error { let path = "/somewhere/secret" }
        let ready = await Readiness([("journal", {}), ("assets", {})]).find()
        #expect(ready.isReady && ready.json == "{\"ready\":true,\"parts\":{\"journal\":\"ok\",\"assets\":\"ok\"}}\n")
        let finding = await Readiness([("journal", {}), ("access_log", { throw Secret() })]).find()
        #expect(!finding.isReady && finding.failed == ["access_log"])
        #expect(finding.json == "{\"ready\":false,\"parts\":{\"journal\":\"ok\",\"access_log\":\"failed\"}}\n")
    }

    @Test func whoeverAsksWhileItIsBeingLookedAtGetsTheSameAnswer() async {
        let looks = Mutex(0)
        let (opening, open) = AsyncStream<Void>.makeStream()
        let journal: Readiness.Part = (
            "journal",
            {
                looks.withLock { $0 += 1 }
                for await _ in opening { break }
            }
        )
        let readiness = Readiness([journal], age: .seconds(3600))
        async let first = readiness.find()
        async let second = readiness.find()
        open.yield()
        open.finish()
        let answers = await [first, second]
        #expect(answers.map(\.isReady) == [true, true])
        #expect(looks.withLock { $0 } == 1)
    }
}
