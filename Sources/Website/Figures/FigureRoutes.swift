import Access
import Days
import HTML
import HTTPTypes
import Measures
import Service
import Spreadsheets

extension Link {
    static func figure(_ id: String) -> Link { Link("figures", id) }
    static func figureList(_ id: String) -> Link { Link("figures", id, "children") }
}

extension Site {
    var figureRoutes: [Route] {
        [
            .get("/figures", .may(.seeFigures)) { visit in
                guard let question = visit.question else { return visit.nothingYet("Figures") }
                let board = await board(visit, question)
                if let split = visit.split {
                    let tiles = await figures.tiles(board, by: split, visit.askedDay)
                    return FiguresPage(visit, board, cut: (split, tiles), series: nil).page()
                }
                let series = await figures.series(question, every: .month)
                return FiguresPage(visit, board, cut: nil, series: series).page()
            },
            .get("/figures/:id", .may(.seeFigures)) { visit in
                guard let question = visit.question else { return visit.nothingYet("Figures") }
                let board = await board(visit, question)
                guard let figure = visit.figure(on: board) else { return .notFound }
                let step = visit.asked("every").flatMap(FigureSeries.Step.init) ?? .month
                let series = await figures.series(question, every: step)
                return FigurePage(visit, board, figure, step, series?.chart(of: figure.id)).page()
            },
            .get("/figures/:id/children", .may(.findChildren)) { visit in
                guard let question = visit.question else { return visit.nothingYet("Figures") }
                let board = await board(visit, question)
                guard let listing = visit.listing(on: board, .findChildren) else { return .notFound }
                let page = FigureListPage(visit, listing)
                return page.page().showing(page.children)
            },
            .get("/figures/:id/children.csv", .may(.exportChildren)) { visit in
                guard let question = visit.question else { return .notFound }
                let board = await board(visit, question)
                guard let listing = visit.listing(on: board, .exportChildren) else { return .notFound }
                return Reply.file(
                    listing.table.csv, type: "text/csv; charset=utf-8", name: "\(listing.fileName).csv"
                ).showing(listing.children)
            },
            .get("/figures/:id/children.xlsx", .may(.exportChildren)) { visit in
                guard let question = visit.question else { return .notFound }
                let board = await board(visit, question)
                guard let listing = visit.listing(on: board, .exportChildren) else { return .notFound }
                return Reply.file(
                    try listing.table.workbook(),
                    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    name: "\(listing.fileName).xlsx"
                ).showing(listing.children)
            },
        ]
    }
}

extension Site {
    /// The figures as the viewer may be told them.
    private func board(_ visit: Visit, _ question: Question) async -> FigureBoard {
        await figures.board(question).hiding(visit.sight(question, .findChildren).hidden)
    }
}

extension Visit {
    var split: Split? { asked("by").flatMap(Split.init(key:)) }

    var askedDay: AskedDay { AskedDay(text: asked("as-at")) }

    /// A link that keeps the day the page was asked for.
    func keepingDay(_ link: Link) -> Link { askedDay.keeping(link) }

    fileprivate func figure(on board: FigureBoard) -> Figure? { parameters.get("id").flatMap { board.figure($0) } }

    fileprivate func listing(on board: FigureBoard, _ action: Action) -> FigureListing? {
        guard let figure = figure(on: board), figure.absence == nil else { return nil }
        let part = asked("part").map { FigureListing.Part(rawValue: $0) } ?? .denominator
        guard let part else { return nil }
        return FigureListing(figure, part, by: split, of: asked("of"), board, sight(board.question, action))
    }
}

/// The day that a page was asked for, as it was typed; nothing where it speaks for the usual day.
struct AskedDay: Hashable, Sendable {
    let text: String?
    func keeping(_ link: Link) -> Link { link.query("as-at", text) }
}

extension FigureListing {
    /// Without a child's name or number, for it stays in a browser's list of downloads.
    var fileName: String { "figure-\(figure.id)-\(part.rawValue)-\(figure.asAt)" }
}
