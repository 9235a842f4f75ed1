import ArgumentParser
import Casework
import Foundation
import JournalStore
import Service

struct ImportReviewingPlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reviewing-plan", abstract: "Take in the reviewing service’s own plan of a year.",
        discussion: """
            A file in YAML or JSON with year, day, signed_by, posts (established, in_post), report_due, functions (how each
            is met), actions (function, what, owner, due, known_by, done, changed) and, where one was published, report
            (year, day, place, presented). A newer version of the same year takes the place of the one before, which is
            kept. The same file again records nothing. Exits 2 where anything is wrong, and records nothing of it.

            Example:
              throughline import reviewing-plan plan.yaml --data data
            """.flowing)

    @Argument(help: "The file.") var file: String
    @OptionGroup var data: DataOption
    @OptionGroup var format: FormatOption
    @Flag(help: "Say what the import would do, and write nothing.") var dryRun = false

    func run() async throws {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw ServiceError.notRead(file: file, why: "it cannot be read as text; name a file that is there")
        }
        do { try await take(try ReviewingPlanFile(text)) } catch let problem as ReviewingPlanFile.Problem {
            try refuse([problem])
        }
    }

    private func take(_ read: ReviewingPlanFile) async throws {
        let journal = try data.directory.journal()
        let known = try await Records(journal).current()
        var problems: [ReviewingPlanFile.Problem] = []
        do {
            _ = try await SignReviewingPlan(read.plan).run(
                in: journal, knowing: known, command: .new, by: .commandLine, at: .now, isRehearsal: true)
        } catch let refusals as RecordRefusals { problems += read.problems(refusals) }
        if let report = read.report, case .failure(let refusals) = report.decided(today: .today) {
            problems += read.problems(refusals, ofReport: true)
        }
        if !problems.isEmpty { try refuse(problems) }
        let outcome = try await SignReviewingPlan(read.plan).run(
            in: journal, knowing: known, command: .new, by: .commandLine, at: .now, isRehearsal: dryRun)
        var reported: EventID?
        if let report = read.report, !dryRun {
            reported = try await PublishReviewingReport(report).run(
                in: journal, knowing: known, command: .new, by: .commandLine, at: .now)
        }
        tell(outcome, reported)
    }

    private func tell(_ outcome: SignReviewingPlan.Outcome, _ reported: EventID?) {
        let events = [outcome.event, reported].compactMap(\.self).count
        let plan = outcome.plan
        switch format.format {
        case .json:
            try? Output.json(
                Answer(
                    year: "\(plan.year)", functions: plan.functions.count, actions: plan.actions.count,
                    eventsAppended: events, isRehearsal: dryRun, problems: []))
        case .text:
            let said =
                dryRun
                ? "could be recorded; nothing was written"
                : events == 0 ? "says nothing new; nothing was written" : "recorded"
            Output.line(
                "The plan of \(plan.year), with \(plan.functions.count) functions and \(plan.actions.count) actions: \(said)."
            )
        }
    }

    private func refuse(_ problems: [ReviewingPlanFile.Problem]) throws {
        switch format.format {
        case .json:
            try Output.json(
                Answer(
                    year: "", functions: 0, actions: 0, eventsAppended: 0, isRehearsal: dryRun,
                    problems: problems.map(Answer.Line.init)))
        case .text:
            for problem in problems {
                FileHandle.standardError.write(Data("throughline: \(file), \(problem.sentence)\n".utf8))
            }
        }
        throw ExitCode(2)
    }

    private struct Answer: Encodable {
        let year: String
        let functions, actions, eventsAppended: Int
        let isRehearsal: Bool
        let problems: [Line]

        struct Line: Encodable {
            @OrNull var line: Int?
            let field, message, remedy: String

            init(_ problem: ReviewingPlanFile.Problem) {
                line = problem.line
                (field, message, remedy) = (problem.field, problem.what, problem.remedy)
            }
        }
    }
}
