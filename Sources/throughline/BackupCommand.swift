import ArgumentParser
import Foundation
import Service

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy everything that is kept, while the service goes on.",
        discussion: """
            The copy is verified before it gets its name, so a folder of that name is whole. head.json in it is for
            verify --head: keep a copy of it somewhere else. What was erased and what
            is sealed, erasures.json and seals.json, go beside the folder.

            Example:
              throughline backup --data data --to /backup/2026-11-24
            """.flowing)

    @OptionGroup var data: DataOption
    @Option(help: "The folder to make: new or empty, and best on another disk.") var to: String
    @OptionGroup var format: FormatOption

    func run() throws {
        let outcome = try Backup(of: data.directory, to: URL(fileURLWithPath: to, isDirectory: true)).run(at: .now)
        switch format.format {
        case .json:
            try Output.json(
                Answer(
                    head: .init(seq: outcome.head.seq, digest: outcome.head.hex), files: outcome.files,
                    bytes: outcome.bytes, leftOut: outcome.leftOut))
        case .text:
            Output.line(
                "Copied \(outcome.files) files (\(outcome.bytes) bytes) to \(to) and verified them: \(outcome.head.seq) events."
            )
            for name in outcome.leftOut { Output.line("Left out \(name): it is neither a file nor a folder.") }
        }
    }

    private struct Answer: Encodable {
        let head: Head
        let files: Int
        let bytes: Int64
        let leftOut: [String]

        struct Head: Encodable {
            let seq: Int64
            let digest: String
        }
    }
}
