import Days
import HTML
import Measures
import Service

/// One figure: what it is, its numbers, how it went over time, and how it spreads.
struct FigurePage {
    let visit: Visit
    let board: FigureBoard
    let figure: Figure
    let step: FigureSeries.Step
    /// Nil while it is being worked out.
    let chart: RunChart?

    init(_ visit: Visit, _ board: FigureBoard, _ figure: Figure, _ step: FigureSeries.Step, _ chart: RunChart?) {
        (self.visit, self.board, self.figure, self.step, self.chart) = (visit, board, figure, step, chart)
    }

    private var indicator: Indicator { figure.indicator }
    private var population: Int? { board.question.context.settings.population }
    private var list: Link { visit.keepingDay(.figureList(figure.id)) }

    func page() -> Reply {
        visit.page("\(figure.title) (\(figure.id))") { main in
            main.p { $0.a(visit.keepingDay(.figures), "All figures", .class("govuk-back-link")) }
            main.h1(.class("govuk-heading-l")) { h1 in
                h1.span("\(figure.id), \(indicator.area.title)", .class("govuk-caption-l"))
                h1.text(figure.title)
            }
            main.p(.class("govuk-body")) { p in
                p.text("As at ")
                p.text(figure.asAt)
                p.text(".")
            }
            value(into: &main)
            definition(into: &main)
            if !figure.isWithheld { overTime(into: &main) }
            if figure.absence == nil {
                teams(into: &main)
                breakdowns(into: &main)
            }
        }
    }

    private func value(into page: inout Writer) {
        let tile = FigureTile(figure, visit.askedDay, population)
        page.div(.class("tl-figure")) { box in
            if let absence = figure.absence {
                box.p(figure.absenceTitle, .class("tl-value"))
                return box.p(absence, .class("govuk-body"))
            }
            box.p(indicator.words(figure.count, population: population), .class("tl-value"))
            box.p(.class("govuk-body")) { $0.counts(figure.count, of: indicator, list) }
            if figure.count.isAllUnknown(indicator) {
                box.p(
                    "Nothing of what is counted is known, so there is no value; it is not nought.", .class("govuk-body")
                )
            }
            var twin: Figure?
            if case .figure(let id)? = figure.twin { twin = board.figure(id) }
            tile.beside(twin, into: &box)
        }
    }

    private func definition(into page: inout Writer) {
        let words = indicator.definition
        let standing =
            indicator.unknownInDenominator ? "It stands among those counted." : "It is left out of those counted."
        let rows: [(String, String)] = [
            ("Counts", sentence(words.counts)), ("Out of", words.of.isEmpty ? "" : sentence(words.of)),
            (
                "Not known",
                words.unknown == "nobody" ? "Nobody can be unknown here." : "\(sentence(words.unknown)) \(standing)"
            ),
            ("Period", sentence(indicator.periodTitle)), ("Counted on", words.on.isEmpty ? "" : sentence(words.on)),
            ("Unit", sentence(indicator.unit == .per10000 && population == nil ? "children" : indicator.unit.title)),
            ("Which way", indicator.polarity.title),
            ("For", sentence(indicator.populations.titles.joined(separator: ", "))),
            ("Source", source),
        ]
        page.h2("What it is", .class("govuk-heading-m"))
        page.dl(.class("govuk-summary-list")) { list in
            for (key, value) in rows where !value.isEmpty {
                list.summaryRow(key, value)
            }
        }
    }

    private var source: String {
        let tables = indicator.tables.map(\.rawValue).joined(separator: ", ")
        guard indicator.exists == .recordedHere else { return "The return: \(tables)." }
        return "What is recorded here." + (tables.isEmpty ? "" : " The return: \(tables).")
    }

    private func sentence(_ words: String) -> String { "\(words.prefix(1).uppercased())\(words.dropFirst())." }

    private func overTime(into page: inout Writer) {
        page.h2("Over time", .class("govuk-heading-m"))
        guard let chart else {
            return page.p("The chart is being worked out. Load the page again in a moment.", .class("govuk-inset-text"))
        }
        if indicator.charting != .eachYear {
            page.p(.class("govuk-body")) { p in
                let other: FigureSeries.Step = step == .month ? .quarter : .month
                p.text("By \(step.title). ")
                p.a(
                    visit.keepingDay(.figure(figure.id)).query("every", other.rawValue), "By \(other.title)",
                    .class("govuk-link"))
            }
        }
        let drawing = RunChartDrawing(chart, population: population)
        if drawing.isEmpty {
            page.p("No point has a value yet.", .class("govuk-body"))
        } else {
            drawing.large(into: &page)
        }
        page.p(indicator.charting.title, .class("govuk-body"))
        drawing.twin(into: &page)
    }

    private func teams(into page: inout Writer) {
        page.h2("By team", .class("govuk-heading-m"))
        let parts = board.parts(of: figure, by: .team)
        guard let funnel = Funnel(figure, parts) else { return table(parts, .team, into: &page) }
        page.p(
            "Not a ranking: teams stand in the order of the alphabet and differ in the work they do. Between the limits a team is where chance alone would put it; one in twenty is outside the 95% limits by chance. Outside is a question to ask.",
            .class("govuk-body"))
        let drawing = FunnelDrawing(funnel, indicator)
        drawing.draw(into: &page)
        drawing.twin(list, into: &page)
    }

    private func breakdowns(into page: inout Writer) {
        page.h2("Cut another way", .class("govuk-heading-m"))
        for split in Split.allCases where split != .team {
            page.details(.class("govuk-details")) { details in
                details.summary(.class("govuk-details__summary")) {
                    $0.span("By \(split.title)", .class("govuk-details__summary-text"))
                }
                details.div(.class("govuk-details__text")) { box in
                    table(board.parts(of: figure, by: split), split, into: &box)
                }
            }
        }
    }

    private func table(_ parts: [Breakdown], _ split: Split, into page: inout Writer) {
        guard !parts.isEmpty else { return page.p("Nobody to count.", .class("govuk-body")) }
        page.table(
            "\(figure.title) by \(split.title)",
            [split.title.prefix(1).uppercased() + split.title.dropFirst(), "Value", "Count"],
            numbers: ["Value"]
        ) { body in
            for part in parts {
                let count = part.figure.count
                body.tr(.class("govuk-table__row")) { row in
                    row.th(part.title, .scope(.row), .class("govuk-table__header"))
                    row.td(indicator.words(count), .class("govuk-table__cell govuk-table__cell--numeric"))
                    row.td(.class("govuk-table__cell")) {
                        $0.counts(
                            count, of: indicator, list.query("by", split.key).query("of", part.title), isShort: true)
                    }
                }
            }
        }
    }
}
