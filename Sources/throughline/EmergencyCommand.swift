import ArgumentParser
import Days
import Emergency
import Foundation
import JournalStore
import Service

struct EmergencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emergency", abstract: "A list of the children looked after, for a night when nothing else works.",
        discussion: """
            One page a browser can show and print, encrypted with a passphrase. Make it every night and keep it where the
            out-of-hours team can reach it without a network.

            Example:
              throughline emergency write --data data --to emergency.tle --passphrase-file passphrase
              throughline emergency open emergency.tle --to list.html --passphrase-file passphrase
            """.flowing,
        subcommands: [Write.self, Open.self], defaultSubcommand: Write.self)

    struct Passphrase: ParsableArguments {
        @Option(help: "A file whose first line is the passphrase. Without it, the passphrase is asked for.")
        var passphraseFile: String?

        func read() throws -> String {
            let text: String?
            if let passphraseFile {
                guard let bytes = FileManager.default.contents(atPath: passphraseFile) else {
                    throw ServiceError.notRead(file: passphraseFile, why: "the file cannot be read")
                }
                text = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first.map(String.init)
            } else {
                text = getpass("Passphrase: ").map { String(cString: $0) }
            }
            let passphrase = (text ?? "").trimmingCharacters(in: .whitespaces)
            guard passphrase.count >= 16 else { throw SealedFileError.weakPassphrase }
            return passphrase
        }
    }

    struct Write: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the list of now, encrypted.",
            discussion: """
                Example:
                  throughline emergency write --data data --to emergency.tle --passphrase-file passphrase
                """.flowing)
        @OptionGroup var data: DataOption
        @OptionGroup var config: SettingsOption
        @OptionGroup var passphrase: Passphrase
        @Option(help: "The file to write. One that is there is replaced, whole.") var to: String

        func run() async throws {
            let passphrase = try passphrase.read()
            let settings = try config.inForce(data.directory).settings
            let records = Records(try data.directory.journal())
            guard let question = Question(try await records.current(), asAt: nil, settings: settings.local) else {
                throw ServiceError.nothingImported
            }
            let fictional = data.directory.isFictional ? "Fictional: no child here is real. " : ""
            let list = EmergencyList(question, authority: fictional + settings.authorityName) {
                $0.protection != nil
            }
            try await data.keepLook(
                "emergency write", .exportChildren, shown: list.lines.map(\.child.description))
            let sealed = try SealedFile.seal(list.page(printed: Instant.now.inWords), with: passphrase)
            try writeDurably(Data(sealed), to: URL(fileURLWithPath: to))
            let kept = question.authority.protected.count
            Output.line(
                "\(list.lines.count) children, encrypted, in \(to)."
                    + (kept == 0 ? "" : " Records that are restricted or sealed are not on it."))
        }
    }

    struct Open: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Decrypt a list.",
            discussion: """
                Example:
                  throughline emergency open emergency.tle --to list.html --passphrase-file passphrase
                """.flowing)
        @Argument(help: "The file that emergency write made.") var file: String
        @Option(help: "The page to write. Delete it when it has been read.") var to: String
        @OptionGroup var passphrase: Passphrase

        func run() throws {
            guard let sealed = FileManager.default.contents(atPath: file) else {
                throw ServiceError.notRead(file: file, why: "the file cannot be read")
            }
            let page = try SealedFile.open(Array(sealed), with: try passphrase.read())
            try writeDurably(Data(page), to: URL(fileURLWithPath: to))
            Output.line("The list is in \(to), readable by you only. Delete it when it has been read.")
        }
    }
}
