import Days
import HTML
import Measures
import Service

/// Every figure on one day, under its area: its value, the numbers behind it, its twin, and how it went over time; or,
/// cut, its value for each part.
struct FiguresPage {
    let visit: Visit
    let board: FigureBoard
    let cut: (split: Split, tiles: [Fragment])?
    /// Nil while it is being worked out, and where the page is cut.
    let series: FigureSeries?

    init(_ visit: Visit, _ board: FigureBoard, cut: (Split, [Fragment])?, series: FigureSeries?) {
        (self.visit, self.board, self.cut, self.series) = (visit, board, cut, series)
    }

    private var population: Int? { board.question.context.settings.population }

    func page() -> Reply {
        visit.page(cut.map { "Figures by \($0.split.title)" } ?? "Figures") { main in
            main.h1(cut.map { "Figures by \($0.split.title)" } ?? "Figures", .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.text("As at ")
                p.text(board.question.asAt)
                p.text(
                    ", for the collection year \(CollectionYear(containing: board.question.asAt)) up to that day. The figures are the authority’s, the same for everyone who may see them. Every number opens the list behind it."
                )
            }
            controls(into: &main)
            contents(into: &main)
            if cut == nil, series == nil {
                main.p(.class("govuk-inset-text")) { p in
                    p.text("The charts are being worked out. ")
                    p.a(visit.keepingDay(.figures), "Load the page again in a moment", .class("govuk-link"))
                    p.text("; the numbers are complete.")
                }
            }
            for area in FigureArea.allCases { section(area, into: &main) }
            main.p(.class("govuk-body govuk-!-margin-top-6")) {
                $0.a(.joinRates, "How what should be joined up was answered, kind by kind", .class("govuk-link"))
            }
        }
    }

    private func controls(into page: inout Writer) {
        page.form(.get, to: .figures, .class("tl-search")) { form in
            form.div(.class("govuk-form-group govuk-!-margin-bottom-0")) { group in
                group.label("Day, as 2026-03-31", .for("as-at"), .class("govuk-label"))
                group.input(
                    "text", name: "as-at", value: board.question.asAt.description, .id("as-at"),
                    .class("govuk-input tl-date"))
            }
            form.div(.class("govuk-form-group govuk-!-margin-bottom-0")) { group in
                group.label("Cut by", .for("by"), .class("govuk-label"))
                group.select(.id("by"), .name("by"), .class("govuk-select")) { select in
                    select.option("nothing", .value(""), .flag("selected", if: cut == nil))
                    for split in Split.allCases {
                        select.option(split.title, .value(split.key), .flag("selected", if: cut?.split == split))
                    }
                }
            }
            form.button("Show", .class("govuk-button govuk-button--secondary govuk-!-margin-bottom-0"))
        }
    }

    private func contents(into page: inout Writer) {
        page.nav(.aria("aria-label", "Areas"), .class("tl-tabs")) { nav in
            nav.ul { list in
                for area in FigureArea.allCases { list.li { $0.a(.here(area.rawValue), area.title) } }
            }
        }
    }

    private func section(_ area: FigureArea, into page: inout Writer) {
        page.h2(area.title, .class("govuk-heading-m"), .id(area.rawValue))
        page.ul(.class(cut == nil ? "tl-tiles" : "tl-tiles tl-tiles-cut")) { list in
            for (place, figure) in board.figures.enumerated() where figure.indicator.area == area {
                list.li { item in
                    if let cut {
                        item.text(cut.tiles[place])
                    } else {
                        FigureTile(figure, visit.askedDay, population).tile(
                            twin: figure.twin.flatMap(twin(of:)),
                            chart: figure.isWithheld ? nil : series?.chart(of: figure.id), into: &item)
                    }
                }
            }
        }
    }

    private func twin(of twin: Twin) -> Figure? {
        if case .figure(let id) = twin { board.figure(id) } else { nil }
    }
}

/// One figure and its value for each part, a row each; the numbers lead to the lists. Nothing in it depends on who asks.
struct CutTile {
    private let head: FigureTile
    private let parts: [FigurePart]
    private let split: Split
    private let list: Link

    init(_ figure: Figure, _ parts: [FigurePart], _ split: Split, _ asked: AskedDay, _ board: FigureBoard) {
        head = FigureTile(figure, asked, board.question.context.settings.population)
        (self.parts, self.split) = (parts, split)
        list = asked.keeping(.figureList(figure.id)).query("by", split.key)
    }

    func write(into page: inout Writer) {
        head.head(into: &page)
        let (figure, indicator) = (head.figure, head.figure.indicator)
        if parts.isEmpty { return page.p("Nobody to count.", .class("tl-since")) }
        page.table(.class("tl-parts")) { table in
            table.caption("\(figure.title) by \(split.title)", .class("govuk-visually-hidden"))
            table.tbody { body in
                for part in parts {
                    body.tr { row in
                        row.th(part.title, .scope(.row))
                        if indicator.unit != .per10000 { row.td(indicator.words(part.count)) }
                        row.td {
                            $0.a(list.query("of", part.title), part.count.inShort(indicator))
                        }
                    }
                }
            }
        }
    }
}

extension FigureCount {
    /// `12 of 40, 3 not known`.
    func inShort(_ indicator: Indicator) -> String {
        let plain = indicator.unit == .per10000 || indicator.unit == .meanDays || indicator.unit == .meanScore
        let counted = plain ? "\(numerator)" : "\(numerator) of \(denominator)"
        return unknown == 0 ? counted : "\(counted), \(unknown) not known"
    }
}

/// One figure in a few lines.
struct FigureTile {
    let figure: Figure
    let asked: AskedDay
    let population: Int?

    init(_ figure: Figure, _ asked: AskedDay, _ population: Int?) {
        (self.figure, self.asked, self.population) = (figure, asked, population)
    }

    /// What it is called, its value, and the numbers behind it.
    func head(into page: inout Writer) {
        page.h3(.class("tl-tile-title")) { h3 in
            h3.a(asked.keeping(.figure(figure.id)), figure.title, .class("govuk-link"))
            h3.span(" \(figure.id)", .class("tl-since"))
        }
        if let absence = figure.absence {
            page.p(figure.absenceTitle, .class("tl-value"))
            page.p(.class("tl-since")) { p in
                p.text(absence)
                if figure.indicator.exists == .yearEnd, !figure.isWithheld {
                    let year = CollectionYear(containing: figure.asAt).previous.lastDay
                    p.text(" ")
                    p.a(
                        Link.figures.query("as-at", year.description), "See it at \(year.inWords)", .class("govuk-link")
                    )
                }
            }
            return
        }
        let count = figure.count
        page.p(figure.indicator.words(count, population: population), .class("tl-value"))
        page.p(.class("tl-counts")) {
            $0.counts(count, of: figure.indicator, asked.keeping(.figureList(figure.id)))
        }
    }

    func tile(twin: Figure?, chart: RunChart?, into page: inout Writer) {
        head(into: &page)
        beside(twin, into: &page)
        guard let chart else { return }
        let drawing = RunChartDrawing(chart, population: population)
        if !drawing.isEmpty { drawing.small(into: &page) }
        page.p(drawing.inWords, .class("tl-since"))
    }

    /// Whether what was done in time was worth doing, as far as the record tells.
    func beside(_ twin: Figure?, into page: inout Writer) {
        switch figure.twin {
        case nil: break
        case .notRecordedHere(let what): page.p("Beside it: \(what) is not recorded here.", .class("tl-twin"))
        case .figure:
            guard let twin else { return }
            page.p(.class("tl-twin")) { p in
                p.text("Beside it: ")
                p.a(asked.keeping(.figure(twin.id)), twin.title, .class("govuk-link"))
                p.text(
                    ", \(twin.absence == nil ? said(twin) : twin.isWithheld ? "not shown" : "not on this day")."
                )
            }
        }
    }
}

extension FigureTile {
    /// The twin's value with the numbers behind it, which may be few; nothing counted is nothing known.
    private func said(_ twin: Figure) -> String {
        let (count, indicator) = (twin.count, twin.indicator)
        if count.denominator + count.unknown == 0 { return "not known, since nothing is counted yet" }
        let value = indicator.words(count, population: population)
        return indicator.unit == .percent ? "\(value) (\(count.inShort(indicator)))" : value
    }
}

extension Figure {
    /// In the place of a value.
    var absenceTitle: String { isWithheld ? "Not shown" : "Not on this day" }
}
