import ArgumentParser

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
            """,
        version: "0.1.0",
        subcommands: [
            ImportCommand.self, ChildrenCommand.self, ChildCommand.self, DutiesCommand.self, SignalsCommand.self,
            FiguresCommand.self, DelaysCommand.self, StandardsCommand.self,
            JournalCommand.self, VerifyCommand.self, CalendarCommand.self,
            SynthCommand.self, ServeCommand.self,
        ])
}
