import ArgumentParser
import Foundation
import Service

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Bring a backup back into an empty folder.",
        discussion: """
            Verifies the backup first and moves nothing where it does not agree. What was lawfully erased since the backup
            was made is erased again, and what was sealed as another child's is sealed again: from erasures.json and
            seals.json beside the backup, and from whatever --later names. Name there what is left of the lost
            folder, because it knows of what no backup has seen.

            Example:
              throughline restore --from /backup/2026-11-24 --data data --later data-that-was-lost
            """.flowing)

    @Option(help: "The folder that backup wrote.") var from: String
    @OptionGroup var data: DataOption
    @Option(help: "A newer backup, a list, or the lost folder: what was erased or sealed there is so again.")
    var later: [String] = []
    @OptionGroup var format: FormatOption

    func run() async throws {
        let restore = Restore(
            from: URL(fileURLWithPath: from, isDirectory: true), to: data.directory,
            later: later.map { URL(fileURLWithPath: $0) })
        let outcome = try await restore.run(command: .new, by: .commandLine, at: .now)
        switch format.format {
        case .json:
            try Output.json([
                "events": Int(outcome.head.seq), "erased_again": outcome.erased, "sealed_again": outcome.sealed,
            ])
        case .text:
            Output.line(
                "Restored \(outcome.head.seq) events as they stood on \(outcome.made.inLondon.day.inWords) to \(data.data), and verified them."
            )
            Output.line(
                outcome.erased > 0
                    ? "\(outcome.erased) erasures made since then were made again."
                    : "No erasure made since then is known of. If there was one, restore again into an empty folder with --later."
            )
            if outcome.sealed > 0 {
                Output.line("\(outcome.sealed) events that were sealed since then were sealed again.")
            }
        }
    }
}
