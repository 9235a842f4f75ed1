import Casework
import Days
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Logging
import Service
import Standards

/// The website: which address shows what. It reads; nothing here writes.
public struct Site: Sendable {
    private let records: Records
    private let assets: Assets
    /// What stands on every page about whose records these are.
    private let notice: String
    private let asAt: Day?
    private let home = HomeList()

    public init(records: Records, assets: Assets, notice: String, asAt: Day?) {
        (self.records, self.assets, self.notice, self.asAt) = (records, assets, notice, asAt)
    }

    /// Serves on this machine only.
    public func application(port: Int, logger: Logger) -> some ApplicationProtocol {
        Application(
            router: router(),
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil), logger: logger)
    }

    func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: Safety())
        router.get("/") { request, _ in
            guard let question = try await question(request) else { return page(Self.empty(notice)) }
            let number = request.uri.queryParameters["page"].flatMap { Int($0) } ?? 1
            return page(await home.view(question).page(number, notice: notice))
        }
        router.get("/children/:id") { request, context in
            guard let question = try await question(request), let id = context.parameters.get("id"),
                let record = try? question.find(id)
            else { return page(Self.notFound(notice), status: .notFound) }
            let assessed = Assessed(ChildAsAt(record, question.asAt), question)
            return page(ChildView(assessed: assessed, question: question).page(notice: notice))
        }
        router.get("/assets/:name") { _, context in
            guard let name = context.parameters.get("name"), let asset = assets[name] else {
                return page(Self.notFound(notice), status: .notFound)
            }
            return Response(
                status: .ok, headers: [.contentType: asset.type, .cacheControl: "public, max-age=3600"],
                body: .init(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        }
        router.get("/health/live") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
                body: .init(byteBuffer: ByteBuffer(string: "live\n")))
        }
        router.get("/**") { _, _ in page(Self.notFound(notice), status: .notFound) }
        return router
    }

    private func question(_ request: Request) async throws -> Question? {
        let asked = request.uri.queryParameters["as-at"].flatMap { Day(String($0)) }
        return Question(try await records.current(), asAt: asked ?? asAt)
    }

    private func page(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func empty(_ notice: String) -> [UInt8] {
        Layout.page(title: "My work", notice: notice) { main in
            main.h1("Nothing here yet", .class("govuk-heading-l"))
            main.p("Import a return: throughline import ssda903 FOLDER --year 2025-26", .class("govuk-body"))
        }
    }

    private static func notFound(_ notice: String) -> [UInt8] {
        Layout.page(title: "Page not found", notice: notice) { main in
            main.h1("There is no such page", .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.text("The address may be mistyped, or the child is not known here. ")
                p.a(.home, "Go to what children need now", .class("govuk-link"))
                p.text(".")
            }
        }
    }
}

/// What every response promises: nothing from elsewhere, nothing in place, nobody told.
struct Safety<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as HTTPError where error.status != .internalServerError {
            response = Response(status: error.status)
        } catch {
            // What went wrong may hold a child's facts, so only its kind is logged and nothing of it is shown.
            context.logger.error("a page could not be made", metadata: ["error": "\(type(of: error))"])
            response = Response(
                status: .internalServerError, headers: [.contentType: "text/plain; charset=utf-8"],
                body: .init(
                    byteBuffer: ByteBuffer(string: "The page could not be made. Nothing was lost; try again.\n")))
        }
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        response.headers[.xContentTypeOptions] = "nosniff"
        if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "no-referrer" }
        return response
    }
}

/// The files that pages ask for, read once.
public struct Assets: Sendable {
    struct Asset: Sendable {
        let bytes: [UInt8]
        let type: String
    }

    private let files: [String: Asset]
    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    ]

    /// Reads a folder; a folder that is not there gives pages without style, which still read.
    public init(folder: String) {
        var files: [String: Asset] = [:]
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let type = Self.types[String(name.split(separator: ".").last ?? "")],
                let data = FileManager.default.contents(atPath: folder + "/" + name)
            else { continue }
            files[name] = Asset(bytes: [UInt8](data), type: type)
        }
        self.files = files
    }

    public var isEmpty: Bool { files.isEmpty }
    subscript(name: String) -> Asset? { files[name] }
}
