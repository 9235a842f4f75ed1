import Access
import Casework
import Days
import FormFiles
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import HummingbirdTLS
import JournalStore
import Logging
import Monitoring
import NIOCore
import NIOSSL
import Search
import Service
import Standards
import Workspace

/// The website: every address with its door and what answers. It reads; what writes goes through the service.
public struct Site: Sendable {
    let records: Records
    let assets: Assets
    /// What stands on every page about whose records these are; until when they speak comes after it.
    let notice: String
    /// The day the pages speak for where none is asked for; nil for the last day the returns speak for.
    let asAt: Day?
    /// Where postcodes are; nil where no table was given.
    let postcodes: (any Places)?
    let settings: LocalSettings
    let caseloads = Caseloads()
    let workRows = WorkRows()
    let assessedChildren = AssessedChildren()
    let keptPages = KeptPages()
    let figures = KeptFigures()
    let samples: Samples
    let reviewing = KeptReviewing()
    let finder = Finder { $0.protection?.seal != nil }
    let childLines = ChildLines()

    let gate: Gate
    public var watch = Watch()
    let journal: any Journal
    let formsInForce: FormsInForce?
    /// The forms in force; nil where nothing is recorded here.
    var forms: FormLibrary? { formsInForce?.library }
    var drafts: Drafts { gate.drafts }
    /// Where returns that people send are read and imported.
    let desk: ReturnDesk
    /// Where documents lie.
    let documents: DocumentStore
    /// What looks at documents before they are kept; nil where none is named.
    public var scanner: (any VirusScanner)?
    /// What makes PDFs of pages; nil where no program is named.
    public var printer: (any PagePrinter)?

    public init(
        records: Records, assets: Assets, notice: String, asAt: Day?, gate: Gate, journal: any Journal,
        desk: ReturnDesk, forms: FormLibrary? = nil, postcodes: (any Places)? = nil,
        settings: LocalSettings = LocalSettings()
    ) {
        (self.records, self.assets, self.notice, self.asAt, self.gate) = (records, assets, notice, asAt, gate)
        (self.journal, self.desk, formsInForce) = (journal, desk, forms.map(FormsInForce.init))
        documents = DocumentStore(beside: desk.staging)
        (self.postcodes, self.settings) = (postcodes, settings)
        samples = Samples(records)
        records.prepare { [caseloads, childLines, figures, finder] authority in
            guard
                let question = Question(
                    authority, asAt: asAt, places: postcodes, settings: settings,
                    answersUntil: gate.clock().inLondon.day)
            else {
                return {}
            }
            let (caseload, lines) = (await caseloads.prepared(question), await childLines.prepared(question))
            let (board, index) = (await figures.prepared(question), await finder.prepared(authority))
            return {
                await caseload()
                await lines()
                await board()
                if let index { await finder.keep(index) }
            }
        }
    }

    /// Every address there is.
    var routes: [Route] {
        openRoutes + healthRoutes + signInRoutes + profileRoutes + homeRoutes + childRoutes + signedRoutes
            + recordingRoutes + copyRoutes + chronologyRoutes + briefRoutes + joinRoutes + sampleRoutes
            + auditRoutes + childrenRoutes
            + teamRoutes + figureRoutes + returnRoutes + administrationRoutes + formRoutes + waitingFormRoutes
            + accessRoutes
            + openedRoutes + restrictedRoutes + emergencyRoutes + urgentRoutes + helpRoutes
            + deviceTextRoutes + documentRoutes + wrongRecordRoutes + wrongDraftRoutes + breachRoutes
            + sharedVisitRoutes + reviewingRoutes
    }

    /// - Parameter address: what to answer on; another than this machine's own wants TLS or a proxy in front.
    public func application(
        address: String = "127.0.0.1", port: Int, tls: TLSConfiguration? = nil, logger: Logger
    ) throws -> some ApplicationProtocol {
        Application(
            router: router(),
            server: try tls.map { try .tls(.http1(configuration: watch.limits.channel), tlsConfiguration: $0) }
                ?? .http1(configuration: watch.limits.channel),
            configuration: .init(address: .hostname(address, port: port), serverName: nil), services: [desk],
            logger: logger)
    }

    func router() -> Router<SiteContext> {
        let router = Router(context: SiteContext.self)
        router.add(middleware: RequestWatch())
        router.add(middleware: Safety(transport: gate.transport) { await trouble($0, $1, $2) })
        router.add(middleware: BodyLimit(bytes: watch.limits.bodyBytes))
        let places = places
        for route in routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await answer(route, request, context, places)
            }
        }
        answerOtherMethods(router)
        return router
    }

    /// The notice of a page that speaks for this record.
    func notice(for authority: Authority) -> String {
        guard let horizon = authority.coverage.horizon else { return notice + " No return has been imported yet." }
        return notice + " Speaks until \(horizon.inWords)."
    }

    /// The places that have an address.
    var places: [Place] {
        let paths = Set(routes.filter { $0.method == .get }.map(\.path))
        return Place.allCases.filter { paths.contains($0.link.address) }
    }
}

extension Viewer {
    /// Nobody is signed in.
    static let nobody = Viewer(id: "", name: "", roles: [], worker: nil)
}

extension Site {
    var openRoutes: [Route] {
        [
            .get("/assets/:name", .open) { visit in
                visit.parameters.get("name").flatMap { assets[$0] }.map { .asset($0.bytes, type: $0.type) } ?? .notFound
            }
        ]
    }
}

/// What every response promises: nothing from elsewhere, nothing in place, nobody told.
struct Safety: RouterMiddleware {
    let transport: Transport
    /// Makes the page for a request that no page answers.
    let trouble: @Sendable (HTTPResponse.Status, Request, SiteContext) async -> Response

    init(
        transport: Transport,
        trouble: @escaping @Sendable (HTTPResponse.Status, Request, SiteContext) async -> Response
    ) {
        (self.transport, self.trouble) = (transport, trouble)
    }

    private static let promises: [HTTPField] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    ].compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } }

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as HTTPError where error.status != .internalServerError {
            response = await trouble(error.status, request, context)
        } catch is NIOTooManyBytesError {
            response = await trouble(.contentTooLarge, request, context)
        } catch {
            // What went wrong may hold a child's facts, so only its kind is logged and nothing of it is shown.
            context.logger.error("a page could not be made", metadata: ["error": "\(type(of: error))"])
            response = await trouble(.internalServerError, request, context)
        }
        response.headers.append(contentsOf: Self.promises)
        if transport.client(request.headers, peer: context.peer).isSecure {
            response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains"
        }
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
