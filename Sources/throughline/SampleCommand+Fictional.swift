import Access
import ArgumentParser
import Casework
import Days
import Oversight
import Service

extension SampleCommand {
    struct Fictional: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read a month’s sample of a fictional authority as its auditor, so that the pages show it.",
            discussion: """
                The sample of the month before the last; that of the last is left to whoever tries it. Of what was closed by
                “none, because…” the first two are not agreed with. Only where the records are fictional and its sign-ins are
                made: throughline user fictional. Does nothing where something was read already.

                Example:
                  throughline sample fictional --data data
                """.flowing)
        @OptionGroup var question: QuestionOptions

        func run() async throws {
            let store = try question.data.directory.access()
            guard store.isFictional else { throw AccessError.notFictional }
            guard let auditor = try await store.accounts().first(where: { $0.roles.contains(.auditor) }) else { return }
            let question = try await question.question(includingRecords: true)
            guard question.authority.children.values.allSatisfy({ $0.readings.isEmpty }) else {
                return Output.line("Something was read here already.")
            }
            let journal = try self.question.data.directory.journal()
            let month = Month(overBy: question.threadDay).previous
            let sample = try await Samples(Records(journal)).sample(of: month, question)
                .told { !question.leftOut.contains($0) }
            let doubted = sample.drawn.filter { $0.closings.contains(.noneBecause) }.prefix(2)
            for item in sample.drawn {
                let agrees = !doubted.contains(item)
                try await ReadSample(
                    item, agrees: agrees, because: agrees ? "" : Self.doubt,
                    by: SecondReader(account: auditor.id, name: auditor.name, worker: auditor.worker), closer: nil
                ).run(
                    in: journal, knowing: question, command: .new, by: .account(auditor.id),
                    at: Moment(month.next.first + 9, minute: 600).instant.at)
            }
            Output.line("Read: \(sample.drawn.count) of \(month.inWords), \(doubted.count) of them not agreed with.")
        }

        private static let doubt =
            "It says why there is none, and not what was asked of the child before that was decided"
    }
}
