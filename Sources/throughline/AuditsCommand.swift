import ArgumentParser
import Casework
import Days
import Measures
import Oversight
import Service

struct AuditsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audits",
        abstract: "How good auditors found assessments to be: over time, by assessor, and what came of the plans.",
        discussion: """
            Each assessment counts once, by its last audit of the two years up to the day. Assessors stand in the order of
            the alphabet and are not ranked: “within what chance allows” is around the service’s own share of good or better.
            What became of plans is shown by grade, and not claimed to be its cause. Exits 1 where an assessment that was
            found inadequate is neither put right nor followed by a newer one.

            Example:
              throughline audits --as-at 2026-03-31 --data data
            """.flowing)

    @OptionGroup var question: QuestionOptions
    @OptionGroup var format: FormatOption

    func run() async throws {
        let question = try await question.question(includingRecords: true)
        let children = question.children().filter { !$0.audits.isEmpty }
        let audits = Audits(of: children, in: question.authority, asAt: question.threadDay)
        let waiting = children.flatMap { child in
            question.joins(of: ChildAsAt(child, question.threadDay))
                .filter { $0.rule.id == Breaks.assessmentInadequate.id && !$0.isNotSo }
        }
        let report = AuditReport(audits, waiting, question)
        switch format.format {
        case .json:
            // The text names no child.
            try await self.question.data.keepLook(
                "audits", .seeAudits, shown: report.audits.map(\.child) + report.inadequate.map(\.child))
            try Output.json(report)
        case .text: write(audits, waiting.count)
        }
        if !waiting.isEmpty { throw ExitCode(1) }
    }

    private func write(_ audits: Audits, _ waiting: Int) {
        let grades = AuditGrade.allCases.map(\.title)
        func counted(_ counts: GradeCounts) -> [String] {
            AuditGrade.allCases.map { "\(counts[$0])" } + ["\(counts.goodOrBetter) of \(counts.total)"]
        }
        Output.heading("Assessments as a whole, by the quarter in which they were audited")
        Output.table(
            ["Quarter"] + grades + ["Good or better"],
            audits.byQuarter().map { [$0.quarter.inWords] + counted($0.counts) })
        Output.line()
        Output.heading("Part by part")
        Output.table(
            ["Part"] + grades + ["Good or better"],
            AuditedPart.allCases.map { [$0.title] + counted(GradeCounts(audits.all, of: $0)) })
        Output.line()
        Output.heading("By assessor, in the order of the alphabet")
        let spread = AssessorSpread(of: audits, within: audits)
        Output.table(
            ["Assessor"] + grades + ["Good or better", "To the limits"],
            spread.lines.map { [$0.assessor.title] + counted($0.counts) + [$0.place?.title ?? "too few to say"] })
        Output.line(spread.sentence)
        Output.line()
        Output.heading("What became of the plans, shown and not claimed to be the cause")
        Output.table(
            ["Grade", "Assessments", "Needs answered", "Actions done", "Outcomes measured", "Better"],
            PlansByGrade(of: audits).lines.map { line in
                let plan = line.counts
                return [
                    line.grade.title, "\(line.assessments)", "\(plan.answered) of \(plan.needs)",
                    "\(plan.done) of \(plan.due)", "\(plan.measured) of \(plan.outcomes)",
                    "\(plan.better) of \(plan.measured)",
                ]
            })
        Output.line(
            "\(audits.all.count) \(audits.all.count == 1 ? "assessment" : "assessments") audited from \(audits.period.start.inWords) to \(audits.period.end.inWords); \(waiting) found inadequate and as \(waiting == 1 ? "it was" : "they were")."
        )
    }
}

extension AuditedPart {
    /// The whole first, then each part.
    static let andTheWhole = [nil] + allCases.map(Self?.some)
}
