import ArgumentParser
import Casework
import Days
import Oversight
import Service
import Standards

struct DelaysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delays",
        abstract: "Add up the days that children waited beyond what was owed, by what they waited for.",
        discussion: """
            Example:
              throughline delays --data data
            """.flowing)

    @OptionGroup var question: QuestionOptions
    @OptionGroup var format: FormatOption

    func run() async throws {
        let question = try await question.question()
        var ledger = DelayLedger(asAt: question.asAt)
        for record in question.children() {
            let child = ChildAsAt(record, question.asAt)
            ledger.add(child.id, Catalogue.duties(of: child, question.context))
        }
        switch format.format {
        case .json:
            // The text names nobody.
            try await self.question.data.keepLook(
                "delays", .findChildren, shown: ledger.entries.map(\.child.description))
            try Output.json(
                ledger.entries.map { entry in
                    Line(
                        child: entry.child.description,
                        ssda903Id: question.authority[entry.child]?.identity.ssda903 ?? "",
                        standard: Catalogue.standards[Int(entry.standard)].id, waitedFor: entry.waitedFor,
                        from: entry.from.description, to: entry.to.description, days: entry.days, open: entry.isOpen)
                })
        case .text:
            Output.table(
                ["Waited for", "Days", "Waits", "Still waiting"],
                ledger.totals.map { [$0.waitedFor, "\($0.days)", "\($0.waits)", "\($0.open)"] })
            Output.line("As at \(question.asAt.inWords). Only what the returns can show is counted.")
        }
    }

    private struct Line: Encodable {
        let child, ssda903Id, standard, waitedFor, from, to: String
        let days: Int
        let open: Bool
    }
}
