import Access
import ArgumentParser
import CouncilSettings
import Days
import Foundation
import Logging
import Monitoring
import NIOSSL
import Service
import Website
import Workspace

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Show the pages in a browser.",
        discussion: """
            It answers on this machine only, unless it speaks TLS itself or a proxy that does is named. A folder that is empty
            or not there is begun: the first administrator's link is printed, and returns are sent on the Return page.

            Example:
              throughline serve --data data --port 8080
              throughline serve --data data --address 0.0.0.0 --port 443 --tls-certificate cert.pem --tls-key key.pem
              throughline serve --data data --trusted-proxy 127.0.0.1
            """.flowing)

    @OptionGroup var data: DataOption
    @OptionGroup var places: PlaceOptions
    @OptionGroup var config: SettingsOption
    @OptionGroup var forms: FormsOption
    @Option(help: "The port to answer on. Without it, the setting server.port; else 8080.") var port: Int?
    @Option(help: "The address to answer on. Another than this machine's own wants TLS or a proxy.")
    var address: String?
    @Option(help: "A certificate chain in PEM, to speak TLS.") var tlsCertificate: String?
    @Option(help: "The certificate's key in PEM.") var tlsKey: String?
    @Option(help: "The address of a proxy in front, whose X-Forwarded-For and X-Forwarded-Proto are believed.")
    var trustedProxy: [String] = []
    @Option(help: "Minutes without a request after which one has to sign in again.") var idleMinutes: Int?
    @Option(help: "Hours after which one has to sign in again in any case.") var signedInHours: Int?
    @Option(help: "How the log is written: text or json.") var logFormat: String?
    @Option(help: "The port of this machine that metrics are read from.") var metricsPort: Int?
    @Option(help: "The day the pages speak for. Without it, the last day the returns speak for.") var asAt: Day?

    /// What was said on the command line, as settings.
    private var said: [SettingsOption.Said] {
        let options: [SettingsOption.Said?] = [
            port.map { ("--port", "server.port", "\($0)") },
            address.map { ("--address", "server.address", $0) },
            tlsCertificate.map { ("--tls-certificate", "server.tls_certificate", $0) },
            tlsKey.map { ("--tls-key", "server.tls_key", $0) },
            trustedProxy.isEmpty
                ? nil : ("--trusted-proxy", "server.trusted_proxies", trustedProxy.joined(separator: ",")),
            idleMinutes.map { ("--idle-minutes", "sessions.idle_minutes", "\($0)") },
            logFormat.map { ("--log-format", "log.format", $0) },
            metricsPort.map { ("--metrics-port", "server.metrics_port", "\($0)") },
            signedInHours.map { ("--signed-in-hours", "sessions.absolute_minutes", "\($0 * 60)") },
        ]
        return places.said + options.compactMap(\.self)
    }

    func run() async throws {
        let settings = try config.inForce(data.directory, said: said).settings
        try check(settings.server)
        let machine = MachineRoom(settings)
        let logger = machine.logger
        let table = try PlaceOptions.table(settings)
        if !data.directory.hasJournal { logger.notice("there was no journal in \(data.data): an empty one is begun") }
        let journal = try data.directory.journalForWriting()
        let records = Records(journal)
        // Folded before anybody asks, and said now where that cannot be done.
        let authority = try await records.current()
        // Nobody can be adding a document yet, nor printing.
        Staging(data.directory).clearPassing()
        try await DocumentStore(data.directory).sweep(
            journal, known: Set(authority.children.values.flatMap(\.documents).map(\.document.digest)))
        let assets = Assets(folder: settings.assets)
        if assets.isEmpty {
            logger.warning("no assets in \(settings.assets): pages come without style; run make setup")
        }
        let notice =
            data.directory.isFictional
            ? "Fictional authority: Severn Vale. No child here is real." : "Read from the council’s returns."
        let workspace = try Workspace(directory: data.directory.url)
        let gate = try gate(settings, workspace, logger)
        let desk = ReturnDesk(journal, Jobs(workspace), Staging(data.directory), clock: { .now })
        var site = Site(
            records: records, assets: assets, notice: notice, asAt: asAt, gate: gate, journal: journal, desk: desk,
            forms: try await forms.serving(
                logger, usual: data.directory.url.appendingPathComponent("forms").path, journal), postcodes: table,
            settings: settings.local)
        if !settings.documents.clamd.isEmpty { site.scanner = Clamd(socket: settings.documents.clamd) }
        if !settings.printing.chromium.isEmpty {
            site.printer = Chromium(program: settings.printing.chromium, staging: Staging(data.directory))
        }
        site.watch = machine.watch(journal, try data.directory.access(), assets)
        let application = try site.application(
            address: settings.server.address, port: settings.server.port, tls: try tls(settings.server),
            logger: logger)
        let scheme = settings.server.tlsCertificate.isEmpty ? "http" : "https"
        let here = "\(scheme)://\(settings.server.address):\(settings.server.port)"
        Output.line("\(here)/")
        try await inviteFirstAdministrator(settings.server.url.isEmpty ? here : settings.server.url)
        let sessions = Sessions(
            workspace,
            limits: SessionLimits(idle: settings.sessions.idleMinutes, absolute: settings.sessions.absoluteMinutes))
        try await machine.run(application) { await machine.refresh(records, sessions) }
        // Whatever was acknowledged is in the file already; this leaves it in one piece.
        try journal.checkpoint()
        logger.notice("stopped")
    }

    /// What the settings are one by one right and together not.
    private func check(_ server: Settings.Server) throws {
        if server.tlsCertificate.isEmpty != server.tlsKey.isEmpty {
            throw ValidationError("a TLS certificate and its key go together; give both or neither")
        }
        if !["127.0.0.1", "::1", "localhost"].contains(server.address), server.tlsCertificate.isEmpty,
            server.trustedProxies.isEmpty
        {
            throw ValidationError(
                "the address \(server.address) can be reached from other machines: give --tls-certificate and --tls-key, or name the proxy with --trusted-proxy"
            )
        }
    }

    private func gate(_ settings: Settings, _ workspace: Workspace, _ logger: Logger) throws -> Gate {
        let advice = PasswordAdvice(list: settings.lists + "/common-passwords.txt")
        if !advice.hasList {
            logger.warning("no list of common passwords in \(settings.lists): only a few are refused; run make setup")
        }
        return Gate(
            store: try data.directory.access(), workspace: workspace,
            hashing: PasswordHashing(), advice: advice,
            limits: SessionLimits(idle: settings.sessions.idleMinutes, absolute: settings.sessions.absoluteMinutes),
            transport: Transport(
                servesTLS: !settings.server.tlsCertificate.isEmpty, proxies: Set(settings.server.trustedProxies)),
            clock: { .now })
    }

    private func tls(_ server: Settings.Server) throws -> TLSConfiguration? {
        guard !server.tlsCertificate.isEmpty else { return nil }
        let chain: [NIOSSLCertificate]
        do { chain = try NIOSSLCertificate.fromPEMFile(server.tlsCertificate) } catch {
            throw ServiceError.notRead(file: server.tlsCertificate, why: "it holds no certificate in PEM")
        }
        do {
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) },
                privateKey: .privateKey(try NIOSSLPrivateKey(file: server.tlsKey, format: .pem)))
            // The library would speak the versions that were given up in 2021 too (RFC 8996).
            configuration.minimumTLSVersion = .tlsv12
            return configuration
        } catch {
            throw ServiceError.notRead(file: server.tlsKey, why: "it holds no key in PEM")
        }
    }

    /// Where nobody can sign in yet, the one link that lets somebody begin; good once, and for a day.
    private func inviteFirstAdministrator(_ here: String) async throws {
        let store = try data.directory.access()
        guard try await store.isEmpty() else { return }
        let token = try await store.invite(nil, at: .now)
        Output.line("Nobody can sign in yet. The first administrator begins here, once, within a day:")
        Output.line("\(here)/choose-password?code=\(token)")
    }
}

extension DataDirectory {
    /// Who may sign in.
    func access() throws -> AccessStore { try AccessStore(directory: url, isFictional: isFictional) }

    /// The same, where there is such a file already: nothing is made for the sake of looking at it.
    func accessIfThere() throws -> AccessStore? {
        let file = url.appendingPathComponent("access.sqlite").path
        return FileManager.default.fileExists(atPath: file) ? try access() : nil
    }
}
