import ArgumentParser
import Casework
import Days
import Service
import Standards

struct ChildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "child", abstract: "Everything known of one child on a day.",
        discussion: """
            Example:
              throughline child 100042 --as-at 2026-03-31 --data data
            """.flowing)

    @Argument(help: "The number of the return, or the id that `children` lists.") var child: String
    @OptionGroup var question: QuestionOptions
    @OptionGroup var format: FormatOption

    func run() async throws {
        let question = try await question.question()
        let assessed = Assessed(ChildAsAt(try question.find(child), question.asAt), question)
        let answer = Answer(assessed, question)
        try await self.question.data.keepLook("child", .seeChild, at: assessed.child.id)
        switch format.format {
        case .json: try Output.json(answer)
        case .text: answer.tell()
        }
    }

    private struct Answer: Encodable {
        let id, ssda903Id, asAt: String
        @OrNull var name: String?
        let formerNames: [String]
        @OrNull var age: Int?
        let birthDates: [String]
        let lookedAfter: Bool
        @OrNull var legalStatus: String?
        @OrNull var placement: String?
        @OrNull var socialWorker: String?
        @OrNull var iro: String?
        let periodsOfCare: [Span]
        let placements: [Span]
        let legalStatuses: [Span]
        let reviews: [Span]
        let missing: [Span]
        let setAside: Int
        let duties: [DutyLine]

        struct Span: Encodable {
            let from: String
            let fromKnown: Bool
            @OrNull var to: String?
            let what: String
        }

        init(_ assessed: Assessed, _ question: Question) {
            let child = assessed.child
            let record = child.record
            (id, ssda903Id, asAt) = (child.id.description, record.identity.ssda903, child.day.description)
            name = record.identity.name
            formerNames = record.identity.names.former
            age = child.age
            birthDates = record.identity.birthDates.map(\.description)
            lookedAfter = child.isLookedAfter
            legalStatus = child.legalStatus?.meaning
            placement = child.currentPlacement?.type.meaning
            socialWorker = child.socialWorker.map { question.name(of: $0.worker) }
            iro = child.iro.map { question.name(of: $0.worker) }
            func span(_ start: StartDay, _ end: Day?, _ what: String) -> Span {
                Span(from: start.day.description, fromKnown: start.isKnown, to: end?.description, what: what)
            }
            periodsOfCare = child.periods.map {
                span($0.start, $0.end, $0.end == nil ? "open on \(child.day)" : $0.ending.meaning)
            }
            placements = child.placements.map {
                span($0.start, $0.end, $0.type.meaning + ($0.endReason.isBlank ? "" : "; \($0.endReason.meaning)"))
            }
            legalStatuses = child.legalSpells.map { span($0.start, $0.end, $0.status.meaning) }
            reviews = record.reviews.map {
                span(StartDay($0.day, isKnown: true), $0.day, $0.review.participation.meaning)
            }
            missing = record.missing.map { span(StartDay($0.start, isKnown: true), $0.end, $0.kind.meaning) }
            setAside = record.setAside.count
            duties = assessed.duties.map { DutyLine($0, child, question) }
        }

        func tell() {
            Output.heading("\(name.map { "\($0) (\(ssda903Id))" } ?? "Child \(ssda903Id)") as at \(asAt)")
            if !formerNames.isEmpty { Output.line("Formerly \(formerNames.joined(separator: ", ")).") }
            Output.line(
                [
                    age.map { "aged \($0)" } ?? (birthDates.count > 1 ? "two birth dates recorded" : "age not known"),
                    lookedAfter ? "looked after" : "not looked after", legalStatus, placement,
                    "social worker: \(socialWorker ?? "none known")", "IRO: \(iro ?? "none known")",
                ].compactMap { $0 }.joined(separator: " · "))
            list("Periods of care", periodsOfCare)
            list("Placements", placements)
            list("Legal statuses", legalStatuses)
            list("Reviews", reviews)
            list("Missing or away", missing)
            if setAside > 0 {
                Output.line(
                    "\n\(setAside) rows of returns about this child were set aside; throughline set-aside --child \(ssda903Id) lists them."
                )
            }
            Output.line()
            Output.heading("Duties")
            for duty in duties { Output.line("\(duty.standard) \(duty.title) (\(duty.source)): \(duty.reason)") }
        }

        private func list(_ title: String, _ spans: [Span]) {
            guard !spans.isEmpty else { return }
            Output.line()
            Output.table(
                [title, "To", ""], spans.map { [($0.fromKnown ? "" : "≤ ") + $0.from, $0.to ?? "open", $0.what] })
        }
    }
}
