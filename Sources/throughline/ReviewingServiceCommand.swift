import ArgumentParser
import Casework
import Days
import Measures
import Service

struct ReviewingServiceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reviewing-service",
        abstract:
            "Say function by function where the reviewing service stands: its plan, the records, what is being done.",
        discussion: """
            What the records show is of the twelve months up to the day, and is met, not met or not known. Exits 1 where a
            function is not met, an action of the plan is past its day or no plan of the year is signed.

            Example:
              throughline reviewing-service --data data
            """.flowing)

    @OptionGroup var question: QuestionOptions
    @OptionGroup var format: FormatOption

    func run() async throws {
        let question = try await question.question()
        let standing = ReviewingStanding(
            ReviewingRecords(question), question.authority.reviewing, on: question.serviceDay)
        switch format.format {
        case .json: try Output.json(Listing(standing, question))
        case .text: tell(standing, question)
        }
        if !standing.holds { throw ExitCode(1) }
    }

    private func tell(_ standing: ReviewingStanding, _ question: Question) {
        Output.heading("The reviewing service on \(standing.day.inWords)")
        if let version = standing.version {
            Output.line("The plan of \(version.value.year), \(version.signing).")
        }
        if !standing.hasPlanOfTheYear {
            Output.line(
                "No plan of \(standing.year) is signed. The manager of the reviewing service writes it: throughline import reviewing-plan, or Reviewing service in the browser."
            )
        }
        let capacity = standing.capacity
        Output.line(
            "\(capacity.children) children with an officer, \(standing.records.spread.without.count) with none. \(capacity.words)"
        )
        Output.line(standing.report.words)
        Output.line(
            "Of the twelve months to \(standing.records.asAt.inWords): \(standing.count(.met)) functions met, \(standing.count(.notMet)) not met for all, \(standing.count(.unknown)) not known."
        )
        Output.line()
        var rows: [[String]] = []
        for one in standing.functions {
            rows.append([one.function.title, one.title, "", "", ""])
            for (row, count) in one.rows {
                rows.append(
                    ["  " + row.title, row.isUnseen ? "no record shows it" : count.answer?.title ?? "nothing fell due"]
                        + ReviewingAnswer.allCases.map { "\(count.members($0).count)" })
            }
            for action in one.actions where action.isOpen(on: standing.day) {
                let state = action.isPast(on: standing.day) ? "past its day" : "open"
                rows.append(["  To do: \(action.what) (\(action.owner), by \(action.due))", state, "", "", ""])
            }
        }
        Output.table(["Function", "Shown", "Met", "Not met", "Not known"], rows)
    }
}

/// The standing of the service as programs read it.
private struct Listing: Encodable {
    let asAt, from, askedOn: String
    let holds: Bool
    @OrNull var plan: Plan?
    let capacity: Capacity
    let report: Report
    let concerns: Concerns
    let functions: [Function]

    init(_ standing: ReviewingStanding, _ question: Question) {
        (asAt, from) = ("\(standing.records.asAt)", "\(standing.records.period.start)")
        (askedOn, holds) = ("\(standing.day)", standing.holds)
        plan = standing.plan.map(Plan.init)
        capacity = Capacity(standing, question)
        report = Report(standing.report)
        concerns = Concerns(standing.records.openConcerns)
        functions = standing.functions.map { Function($0, on: standing.day) }
    }

    struct Plan: Encodable {
        let year, day, signedBy, reportDue, established, inPost: String

        init(_ plan: ReviewingServicePlan) {
            (year, day, signedBy) = ("\(plan.year)", "\(plan.day)", plan.signedBy)
            reportDue = "\(plan.reportDue)"
            (established, inPost) = (FullTimePosts.text(plan.established), FullTimePosts.text(plan.inPost))
        }
    }

    struct Capacity: Encodable {
        let children, without: Int
        @OrNull var forEach: String?
        let guidance: [Int]
        let answer: String
        let officers: [Officer]

        init(_ standing: ReviewingStanding, _ question: Question) {
            let spread = standing.records.spread
            (children, without) = (standing.capacity.children, spread.without.count)
            forEach = standing.capacity.forEach
            guidance = [ReviewingCapacity.guidance.lowerBound, ReviewingCapacity.guidance.upperBound]
            answer = standing.capacity.answer.rawValue
            officers = spread.officers.map {
                Officer(code: $0.code, name: question.name(of: $0.code), children: $0.children.count)
            }.sorted { ($0.name, $0.code) < ($1.name, $1.code) }
        }

        struct Officer: Encodable {
            let code, name: String
            let children: Int
        }
    }

    struct Report: Encodable {
        let year, answer: String
        @OrNull var due: String?
        @OrNull var published: String?
        @OrNull var place: String?
        @OrNull var presented: String?
        let isLate: Bool

        init(_ report: ReportStanding) {
            (year, answer, isLate) = ("\(report.year)", report.answer.rawValue, report.isLate)
            due = report.due.map { "\($0)" }
            published = report.published.map { "\($0.day)" }
            place = report.published?.place
            presented = report.published?.presented.map { "\($0)" }
        }
    }

    struct Concerns: Encodable {
        let open: Int
        @OrNull var medianDays: Double?
        @OrNull var longestDays: Int?

        init(_ concerns: OpenConcerns) {
            open = concerns.days.count
            (medianDays, longestDays) = (concerns.median, concerns.days.last)
        }
    }

    struct Function: Encodable {
        let function, title, answer: String
        @OrNull var source: String?
        @OrNull var how: String?
        /// Not met, and nothing is being done about it.
        let isLeft: Bool
        let rows: [Row]
        let actions: [Action]

        init(_ one: FunctionStanding, on day: Day) {
            (function, title, answer) = (one.function.rawValue, one.function.title, one.answer.rawValue)
            (source, how) = (one.function.standard.map { "\($0.source)" }, one.how)
            isLeft = one.isLeft(on: day)
            rows = one.rows.map(Row.init)
            actions = one.actions.map { Action($0, on: day) }
        }
    }

    struct Row: Encodable {
        let row, title: String
        /// Null where nothing of it fell due.
        @OrNull var answer: String?
        let met, notMet, unknown: Int

        init(_ row: ReviewingRow, _ count: ReviewingCount) {
            (self.row, title) = (row.id, row.title)
            answer = row.isUnseen ? ReviewingAnswer.unknown.rawValue : count.answer?.rawValue
            (met, notMet, unknown) = (count.met.count, count.notMet.count, count.unknown.count)
        }
    }

    struct Action: Encodable {
        let id: UInt32
        let what, owner, due, knownBy, changed: String
        @OrNull var done: String?
        let isPast: Bool

        init(_ action: ReviewingAction, on day: Day) {
            (id, what, owner, due) = (action.id, action.what, action.owner, "\(action.due)")
            (knownBy, changed) = (action.knownBy, action.changed)
            done = action.done.map { "\($0)" }
            isPast = action.isPast(on: day)
        }
    }
}
