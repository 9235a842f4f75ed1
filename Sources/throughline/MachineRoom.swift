import Access
import CoreMetrics
import CouncilSettings
import Hummingbird
import JournalStore
import Logging
import Monitoring
import Service
import ServiceLifecycle
import Website
import Workspace

/// What whoever runs the service sees and sets of it: the log, metrics, readiness, limits, and an end in good order.
struct MachineRoom {
    let logger: Logger
    private let book = MetricsBook()
    private let server: Settings.Server

    init(_ settings: Settings) {
        server = settings.server
        let layout: LineLog.Layout = settings.log.format == .json ? .json : .text
        let level = Logger.Level(settings.log.level)
        LoggingSystem.bootstrap { _ in LineLog.standardError(layout, level: level) }
        logger = Logger(label: "throughline")
        if server.metricsPort != nil { MetricsSystem.bootstrap(book) }
    }

    /// What the site is to watch.
    func watch(_ journal: SQLiteJournal, _ store: AccessStore, _ assets: Assets) -> Watch {
        let logger = logger
        struct NoAssets: Error {}
        let readiness = Readiness([
            (
                "journal",
                {
                    _ = try await journal.head()
                    try journal.checkWritable()
                }
            ),
            ("access_log", { try await store.checkWritable() }),
            ("assets", { if assets.isEmpty { throw NoAssets() } }),
        ]) { part, error in
            logger.error("not ready", metadata: ["part": "\(part)", "error": "\(type(of: error))"])
        }
        return Watch(
            limits: RequestLimits(
                idleSeconds: server.idleSeconds, requestSeconds: server.requestSeconds, bodyBytes: server.bodyLimit),
            readiness: readiness)
    }

    /// Brings up to date what is not counted as it happens.
    func refresh(_ records: Records, _ sessions: Sessions) async {
        if let authority = try? await records.current() {
            Gauge(label: "throughline_journal_head", factory: book).record(authority.head.seq)
            Gauge(label: "throughline_children_known", factory: book).record(authority.children.count)
        }
        if let open = try? await sessions.count(at: .now) {
            Gauge(label: "throughline_sessions", factory: book).record(open)
        }
    }

    /// Serves until somebody asks it to stop, then answers what has been asked and stops.
    func run(_ application: some ApplicationProtocol, refresh: @escaping @Sendable () async -> Void) async throws {
        var services: [any ServiceLifecycle.Service] = [application]
        if let port = server.metricsPort {
            services.append(MetricsEndpoint(book, refresh: refresh).application(port: port, logger: logger))
        }
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        // Somebody who never reads their answer does not keep it from stopping.
        configuration.maximumGracefulShutdownDuration = .seconds(45)
        try await ServiceGroup(configuration: configuration).run()
    }
}

extension Logger.Level {
    fileprivate init(_ level: Settings.Log.Level) {
        self =
            switch level {
            case .debug: .debug
            case .info: .info
            case .notice: .notice
            case .warning: .warning
            case .error: .error
            }
    }
}
