import ArgumentParser
import CouncilSettings
import Foundation
import Service

/// What the council set for itself.
struct SettingsOption: ParsableArguments {
    /// An option of the command line that stands for a setting: its name, the setting's key and what was said.
    typealias Said = (name: String, key: String, text: String)

    @Option(name: .long, help: "The settings file. Without it, settings.yaml in the data folder, where there is one.")
    var config: String?

    func inForce(_ data: DataDirectory, said: [Said] = []) throws -> SettingsInForce {
        try SettingsInForce(
            file: file(data), environment: ProcessInfo.processInfo.environment, options: said)
    }

    /// The file that is read; nil where there is none.
    func file(_ data: DataDirectory) -> URL? {
        if let config { return URL(fileURLWithPath: config) }
        let kept = data.url.appendingPathComponent("settings.yaml")
        return FileManager.default.fileExists(atPath: kept.path) ? kept : nil
    }
}
