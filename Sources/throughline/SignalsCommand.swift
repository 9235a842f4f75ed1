import ArgumentParser
import Casework
import Days
import Oversight
import Service

struct SignalsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signals", abstract: "List the questions that each child's record raises.",
        discussion: """
            A signal is a question, never a score. Exits 1 where there are any.

            Example:
              throughline signals --signal RS01 --data data
            """.flowing)

    @OptionGroup var question: QuestionOptions
    @OptionGroup var format: FormatOption
    @Option(help: "Only this signal, as RS01.") var signal: [String] = []

    func run() async throws {
        let question = try await question.question()
        let lines = question.children().flatMap { record in
            Signals.of(ChildAsAt(record, question.asAt), question.context)
                .filter { signal.isEmpty || signal.contains($0.id) }
                .map { Line($0, record, question) }
        }
        try await self.question.data.keepLook("signals", .findChildren, shown: lines.map(\.child))
        switch format.format {
        case .json: try Output.json(lines)
        case .text:
            Output.table(
                ["Child", "Signal", "Since", "Who looks", "What"],
                lines.map {
                    [
                        question.title(ofChild: $0.ssda903Id), $0.signal, $0.since, $0.owner,
                        $0.facts.joined(separator: " "),
                    ]
                })
            Output.line("\(lines.count) signals as at \(question.asAt.inWords).")
        }
        if !lines.isEmpty { throw ExitCode(1) }
    }

    private struct Line: Encodable {
        let child, ssda903Id, signal, title, since: String
        let facts: [String]
        let owner, ownerRole: String

        init(_ signal: Signal, _ record: ChildRecord, _ question: Question) {
            (child, ssda903Id) = (signal.child.description, record.identity.ssda903)
            (self.signal, title, since) = (signal.id, signal.title, signal.since.description)
            facts = signal.facts.map(\.sentence)
            owner = signal.owner.title
            ownerRole = signal.owner.role.title
        }
    }
}
