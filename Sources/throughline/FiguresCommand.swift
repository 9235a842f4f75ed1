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
              throughline figures --chart K18 --every quarter --data data
            """.flowing)

    @OptionGroup var question: QuestionOptions
    @OptionGroup var format: FormatOption
    @Option(help: "Only this figure, as K18.") var figure: [String] = []
    @Option(help: "Cut each figure by team, placement, age-band, legal-status, ethnicity or sex.") var by: Split?
    @Option(help: "Print this figure over time, as K18, with its limits and what stands out.") var chart: String?
    @Option(help: "How far apart the points of a chart are: month or quarter.") var every = FigureSeries.Step.month
    @Flag(help: "Write docs/measures.md.") var markdown = false

    func validate() throws {
        for id in figure + (chart.map { [$0] } ?? []) where Indicators.indicator(id) == nil {
            throw ValidationError("there is no figure \(id); throughline figures lists them")
        }
        if chart != nil, by != nil { throw ValidationError("a chart is of the whole authority: leave out --by") }
    }

    func run() async throws {
        if markdown { return Output.line(Indicators.markdown()) }
        let question = try await question.question()
        if let chart { return try printChart(of: chart, question) }
        var set = FigureSet(asAt: question.asAt, question.context)
        for record in question.everyChild() {
            let child = ChildAsAt(record, question.asAt)
            set.add(child, duties: Catalogue.duties(of: child, question.context))
        }
        let figures = set.figures().filter { figure.isEmpty || figure.contains($0.id) }
        let lines = figures.flatMap { figure -> [FigureLine] in
            let hidden = question.leftOut
            guard let by else { return [FigureLine(figure.told(hiding: hidden), nil, hiding: hidden)] }
            // A part may be so small that it tells who is in it.
            let shown = figure.leavingOut(hidden)
            return set.breakdown(of: shown, by: by, team: question.team(ofWorker:)).map {
                FigureLine($0.figure, $0.title, hiding: hidden)
            }
        }
        switch format.format {
        case .json:
            // The text names nobody.
            try await self.question.data.keepLook(
                "figures", .seeFigures,
                shown: lines.flatMap { $0.numeratorChildren + $0.denominatorChildren + $0.unknownChildren })
            try Output.json(lines)
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

    private func printChart(of id: String, _ question: Question) throws {
        var series = FigureSeries(asAt: question.asAt, every: every, question.context)
        for record in question.everyChild() { series.add(record) }
        guard let chart = series.chart(of: id) else { return }
        let points = chart.points.map { ChartLine($0, chart, question.asAt) }
        switch format.format {
        case .json: try Output.json(points)
        case .text:
            Output.heading("\(id) \(chart.indicator.title)")
            Output.table(
                ["From", "To", "Value", "Count", "Of", "Not known", "Stands out"],
                points.map {
                    [
                        $0.from, $0.to, $0.value.map(Self.short) ?? "–", "\($0.numerator)", "\($0.denominator)",
                        "\($0.unknown)", $0.specialCauses.joined(separator: ", "),
                    ]
                })
            if let limits = chart.limits {
                Output.line(
                    "Mean \(Self.short(limits.mean)), limits \(Self.short(limits.lower)) to \(Self.short(limits.upper)) (mean ± 2.66 × mean moving range of \(Self.short(limits.meanMovingRange)))."
                )
                if chart.findings.isEmpty { Output.line("Nothing here that chance would not make.") }
                for finding in chart.findings {
                    Output.line("\(finding.from.inWords) to \(finding.to.inWords): \(finding.sentence).")
                }
            }
            if let tooFew = chart.tooFew { Output.line(tooFew) }
            Output.line(chart.indicator.charting.title)
        }
    }

    /// To one decimal.
    static func short(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}

extension Split: ExpressibleByArgument {
    public init?(argument: String) { self.init(key: argument) }
    public static var allValueStrings: [String] { allCases.map(\.key) }
}

extension FigureSeries.Step: ExpressibleByArgument {}
