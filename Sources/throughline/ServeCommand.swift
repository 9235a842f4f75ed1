import ArgumentParser
import CouncilSettings
import Days
import Foundation
import Logging
import Service
import Website

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Show the pages in a browser on this machine.",
        discussion: """
            There is no sign-in yet, so it answers on 127.0.0.1 and nowhere else: whoever can use this machine can read it.

            Example:
              throughline serve --data data --port 8080
            """)

    @OptionGroup var data: DataOption
    @OptionGroup var places: PlaceOptions
    @OptionGroup var config: SettingsOption
    @Option(help: "The port to answer on. Without it, the setting server.port; else 8080.") var port: Int?
    @Option(help: "The day the pages speak for. Without it, the last day the returns speak for.") var asAt: Day?

    func run() async throws {
        let said = places.said + (port.map { [("--port", "server.port", "\($0)")] } ?? [])
        let settings = try config.inForce(data.directory, said: said).settings
        let table = try PlaceOptions.table(settings)
        let records = Records(try data.directory.journal())
        let authority = try await records.current()
        let horizon = authority.coverage.horizon?.inWords ?? "nothing imported yet"
        let folder = settings.assets
        let port = settings.server.port
        let assets = Assets(folder: folder)
        var logger = Logger(label: "throughline")
        logger.logLevel = .notice
        if assets.isEmpty { logger.warning("no assets in \(folder): pages come without style; run make setup") }
        let notice =
            data.directory.isFictional
            ? "Fictional authority: Severn Vale. No child here is real. Speaks until \(horizon)."
            : "Read from the council’s returns. Speaks until \(horizon). No sign-in yet: this machine only."
        let site = Site(
            records: records, assets: assets, notice: notice, asAt: asAt, postcodes: table, settings: settings.local)
        Output.line("http://127.0.0.1:\(port)/ – no sign-in yet, so this machine only.")
        try await site.application(port: port, logger: logger).runService()
    }
}
