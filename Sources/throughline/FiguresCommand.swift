import ArgumentParser
import Casework
import Days
import Measures
import Service
import Standards

struct FiguresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures", abstract: "The indicators on a day, each with the children who make it.",
        discussion: """
            The year is the collection year up to the day asked about. Percentages are worked out from the lists, so a
            number and the list behind it cannot differ.

            Example:
              throughline figures --by team --data data
            """)

    @OptionGroup var question: QuestionOptions
    @OptionGroup var format: FormatOption
    @Option(help: "Only this figure, as K18.") var figure: [String] = []
    @Option(help: "Cut each figure by team, placement, age-band, legal-status, ethnicity or sex.") var by: Cut?

    enum Cut: String, ExpressibleByArgument, CaseIterable {
        case team, placement
        case ageBand = "age-band"
        case legalStatus = "legal-status"
        case ethnicity, sex

        var split: Split {
            switch self {
            case .team: .team
            case .placement: .placement
            case .ageBand: .ageBand
            case .legalStatus: .legalStatus
            case .ethnicity: .ethnicity
            case .sex: .sex
            }
        }
    }

    func run() async throws {
        let question = try await question.question()
        var set = FigureSet(asAt: question.asAt, question.context)
        for record in question.children() {
            let child = ChildAsAt(record, question.asAt)
            set.add(child, duties: Catalogue.duties(of: child, question.context))
        }
        let figures = set.figures().filter { figure.isEmpty || figure.contains($0.id) }
        let lines = figures.flatMap { figure -> [Line] in
            guard let by else { return [Line(figure, nil)] }
            let parts = set.breakdown(of: figure, by: by.split) { code in
                question.worker(code).flatMap { $0.team.isEmpty ? nil : $0.team }
            }
            return parts.map { Line($0.figure, $0.title) }
        }
        switch format.format {
        case .json: try Output.json(lines)
        case .text:
            Output.table(
                ["Id", "Figure", "Value", "Count", "Of", "Not known", "Twin"] + (by == nil ? [] : ["Part"]),
                lines.map {
                    [
                        $0.id, $0.title, $0.absence == nil ? $0.value.map(Self.short) ?? "–" : "not on this day",
                        "\($0.numerator)", "\($0.denominator)", "\($0.unknown)", $0.twin ?? "",
                    ] + (by == nil ? [] : [$0.part ?? ""])
                })
            Output.line(
                "As at \(question.asAt.inWords), for the collection year \(CollectionYear(containing: question.asAt)) up to that day."
            )
        }
    }

    private static func short(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }

    private struct Line: Encodable {
        let id, title, asAt, unit: String
        let numerator, denominator, unknown: Int
        let numeratorChildren, denominatorChildren, unknownChildren: [String]
        let unknownInDenominator: Bool
        let value: Double?
        let twin, part, absence: String?

        init(_ figure: Figure, _ part: String?) {
            (id, title, asAt, unit) = (figure.id, figure.title, figure.asAt.description, figure.unit.rawValue)
            (numerator, denominator, unknown) = (figure.numerator.count, figure.denominator.count, figure.unknown.count)
            numeratorChildren = figure.numerator.map(\.child.description)
            denominatorChildren = figure.denominator.map(\.child.description)
            unknownChildren = figure.unknown.map(\.child.description)
            unknownInDenominator = figure.indicator.unknownInDenominator
            value = figure.value
            switch figure.twin {
            case .figure(let id): twin = id
            case .notRecordedHere(let what): twin = "not recorded here: \(what)"
            case nil: twin = nil
            }
            (self.part, absence) = (part, figure.absence)
        }
    }
}
