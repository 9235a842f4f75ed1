import ArgumentParser
import Foundation

/// The command line: one subcommand a file. It asks the same service as the website and writes nothing itself.
@main
struct Throughline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "throughline",
        abstract: "Case recording and practice oversight for children in care.",
        discussion: """
            Reads a council's SSDA903 return and shows where every child stands.

            Example:
              throughline import ssda903 returns/2025-26 --year 2025-26 --data data
              throughline duties --data data
            """.flowing,
        version: "0.1.0",
        subcommands: [
            ImportCommand.self, ChildrenCommand.self, ChildCommand.self, DutiesCommand.self, SignalsCommand.self,
            FiguresCommand.self, DelaysCommand.self, StandardsCommand.self,
            SetAsideCommand.self, JournalCommand.self, VerifyCommand.self, CalendarCommand.self,
            BackupCommand.self, RestoreCommand.self, ConfigCommand.self, MailCommand.self, EmergencyCommand.self,
            RecordFileCommand.self, CopyCommand.self, ThreadCommand.self, ChronologyCommand.self, BreaksCommand.self,
            AnswerCommand.self, SampleCommand.self, AuditsCommand.self, ReviewingServiceCommand.self,
            FormsCommand.self,
            SynthCommand.self, UserCommand.self, ProtectCommand.self, ServeCommand.self,
        ])
}

extension Throughline {
    /// Parses and runs: 0 done, 1 what was asked about falls short, 2 usage or input that cannot be used, with one line on
    /// standard error.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            exit(code)
        } catch {
            // Help and the version are answers, not errors.
            if exitCode(for: error) == .success { exit(withError: error) }
            let lines = message(for: error).split(separator: "\n")
            FileHandle.standardError.write(Data("throughline: \(lines.first ?? "that did not work")\n".utf8))
            exit(ExitCode(2))
        }
    }

    private static func exit(_ code: ExitCode) -> Never { Foundation.exit(code.rawValue) }
}
