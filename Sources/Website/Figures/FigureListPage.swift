import Access
import Casework
import HTML
import Measures
import Spreadsheets

/// The list behind a number, some rows at a time; the files hold all of them.
struct FigureListPage {
    let visit: Visit
    let listing: FigureListing
    private let paging: Paging

    init(_ visit: Visit, _ listing: FigureListing) {
        (self.visit, self.listing) = (visit, listing)
        paging = Paging(listing.table.rows.count, by: 100, visit)
    }

    private var listed: ArraySlice<Table.Row> { paging.shown(of: table.rows) }

    /// The children this page shows.
    var children: [ChildID] { listed.compactMap { ChildID($0.subject) } }

    private var figure: Figure { listing.figure }
    private var table: Table { listing.table }

    private func link(_ end: String = "children", part: FigureListing.Part? = nil) -> Link {
        visit.keepingDay(Link("figures", figure.id, end)).query("part", (part ?? listing.part).rawValue)
            .query("by", listing.cut?.split.key).query("of", listing.cut?.title)
    }

    func page() -> Reply {
        visit.page(table.title) { main in
            main.p { $0.a(visit.keepingDay(.figure(figure.id)), "\(figure.title)", .class("govuk-back-link")) }
            main.h1(.class("govuk-heading-l")) { h1 in
                h1.span("\(figure.id), \(figure.title)", .class("govuk-caption-l"))
                h1.text(listing.part.title(of: figure.indicator))
                if let cut = listing.cut { h1.text(": \(cut.title)") }
            }
            parts(into: &main)
            let count = listing.part.members(of: figure).count
            let what =
                table.columns.contains { $0.title == "Day" }
                ? "counted by their days" : count == 1 ? "child" : "children"
            main.p("\(count) \(what).", .class("govuk-body"))
            for note in table.notes { main.p(note, .class("tl-since")) }
            if let said = Sight.said(of: listing.hidden) { main.p(said, .class("govuk-inset-text")) }
            if table.rows.isEmpty { return main.p("Nobody to list.", .class("govuk-body")) }
            if visit.viewer.may(.exportChildren) {
                main.p(.class("govuk-body")) { p in
                    p.text("Take these rows away: ")
                    p.a(link("children.csv"), "CSV", .class("govuk-link"))
                    p.text(" or ")
                    p.a(link("children.xlsx"), "Excel", .class("govuk-link"))
                    p.text(".")
                }
            }
            main.list(table.page(listed), caption: table.title, link: { ChildID($0).map { Link.child($0) } })
            main.pages(paging, "Pages of the list") { link().query("page", "\($0)") }
        }
    }

    private func parts(into page: inout Writer) {
        page.nav(.class("tl-tabs"), .aria("aria-label", "Parts of the figure")) { nav in
            nav.ul { list in
                for part in FigureListing.Part.allCases {
                    let title = "\(part.title(of: figure.indicator)) (\(part.members(of: figure).count))"
                    list.li {
                        $0.a(link(part: part), title, .when(part == listing.part, .aria("aria-current", "page")))
                    }
                }
            }
        }
    }
}
