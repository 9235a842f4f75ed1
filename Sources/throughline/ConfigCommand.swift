import ArgumentParser
import CouncilSettings
import Foundation

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Print the settings in force, and who said what each of them is.",
        discussion: """
            An option goes before a variable of the environment, that before the settings file, and that before the
            default. Secrets are masked. A file that cannot be used is named with the line, and exits 2.

            Example:
              throughline config --data data
            """.flowing)

    @OptionGroup var data: DataOption
    @OptionGroup var settings: SettingsOption
    @OptionGroup var format: FormatOption
    @Flag(help: "Print what each setting means and its variable, instead of what it is.") var explain = false

    func run() throws {
        let inForce = try settings.inForce(data.directory)
        let strangers = SettingsInForce.strangers(in: ProcessInfo.processInfo.environment)
        let lines = Setting.all.map { setting in
            Line(
                key: setting.key, value: setting.shown(in: inForce.settings), from: inForce.origin(of: setting).words,
                variable: setting.variable, meaning: setting.meaning)
        }
        switch format.format {
        case .json: try Output.json(lines)
        case .text:
            if explain {
                Output.table(
                    ["Setting", "Variable", "Meaning"], lines.map { [$0.key, $0.variable, $0.meaning] })
            } else {
                Output.table(
                    ["Setting", "Value", "From"], lines.map { [$0.key, $0.value.isEmpty ? "–" : $0.value, $0.from] })
            }
            for name in strangers { Output.line("\(name) is set in the environment and is no setting.") }
        }
    }

    private struct Line: Encodable {
        let key, value, from, variable, meaning: String
    }
}
