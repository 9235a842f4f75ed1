import ArgumentParser
import Service

struct ImportStaffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "Take in who the workers are, their teams and managers.",
        discussion: """
            A CSV file with the columns code, name, role, team, manager, from, to, agency; and, in the same file or
            another, ssda903_id, worker, role, from, to for who is allocated to whom.

            Example:
              throughline import staff staff.csv --data data
            """.flowing)

    @Argument(help: "CSV files.") var files: [String]
    @OptionGroup var data: DataOption
    @OptionGroup var format: FormatOption

    func run() async throws {
        let outcome = try await ImportStaff(files: files).run(
            into: try data.directory.journalForWriting(), command: .new, by: .commandLine, at: .now)
        switch format.format {
        case .json:
            try Output.json(
                Answer(
                    workers: outcome.workers, allocations: outcome.allocations, eventsAppended: outcome.eventsAppended,
                    rowsSetAside: outcome.problems.count, problems: outcome.problems))
        case .text:
            Output.line(
                "\(outcome.workers) workers and \(outcome.allocations) allocations read; \(outcome.eventsAppended) events appended."
            )
            for problem in outcome.problems { Output.line(problem) }
        }
    }

    private struct Answer: Encodable {
        let workers, allocations, eventsAppended, rowsSetAside: Int
        let problems: [String]
    }
}
