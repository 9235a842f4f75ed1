import HTML
import Spreadsheets

extension Writer {
    /// A list as a page shows it: the same columns, rows and order as its files. A row leads to what it is about, by its
    /// first cell. On a phone each row stands as a small card, every cell under its heading.
    ///
    /// - Parameters:
    ///   - link: the page of a row's subject; nil where it has none.
    ///   - sorting: called with each column's place and a closure to be told how the list stands ordered by it
    ///     (`ascending`, `descending`, `none`) and where it is ordered by it otherwise.
    mutating func list(
        _ table: Table, caption: String, link: (String) -> Link?,
        sorting: ((_ tell: (_ order: String, _ link: Link) -> Void, _ column: Int) -> Void)? = nil
    ) {
        // Its links are reached by keyboard, so what scrolls need not be a stop of its own.
        div(.class("tl-wide")) { box in
            box.table(.class("govuk-table tl-cards"), .role("table")) { page in
                page.caption(caption, .class("govuk-table__caption govuk-visually-hidden"))
                page.thead(.class("govuk-table__head"), .role("rowgroup")) { head in
                    head.tr(.class("govuk-table__row"), .role("row")) { row in
                        for (place, column) in table.columns.enumerated() {
                            let side = column.isNumeric ? " govuk-table__header--numeric" : ""
                            var order = ""
                            var address: Link?
                            sorting?({ (order, address) = ($0, $1) }, place)
                            row.th(
                                .scope(.col), .role("columnheader"), .class("govuk-table__header" + side),
                                .when(!order.isEmpty, .aria("aria-sort", order))
                            ) { cell in
                                guard let address else { return cell.text(column.title) }
                                cell.a(address, .class("govuk-link govuk-link--no-visited-state tl-sort")) { link in
                                    link.text(column.title)
                                    if order == "ascending" { link.span(" ▲", .decorative) }
                                    if order == "descending" { link.span(" ▼", .decorative) }
                                }
                            }
                        }
                    }
                }
                page.tbody(.class("govuk-table__body"), .role("rowgroup")) { body in
                    for row in table.rows { body.row(row, table.columns, link(row.subject)) }
                }
            }
        }
    }

    private mutating func row(_ row: Table.Row, _ columns: [Table.Column], _ link: Link?) {
        tr(.class("govuk-table__row"), .role("row")) { line in
            for (place, cell) in row.cells.enumerated() {
                let column = columns[place]
                if place == 0 {
                    line.th(.scope(.row), .role("rowheader"), .class("govuk-table__header")) { head in
                        if let link {
                            head.a(link, cell.shown, .class("govuk-link"))
                        } else {
                            head.text(cell)
                        }
                    }
                } else {
                    let side = column.isNumeric ? " govuk-table__cell--numeric" : ""
                    line.td(
                        .role("cell"), .class("govuk-table__cell" + side), .data("data-heading", column.title)
                    ) { $0.text(cell) }
                }
            }
        }
    }
}

extension Table.Cell: Content {
    public func write(into page: inout Writer) {
        switch self {
        case .day(let day): page.text(day)
        case .number(let number): page.text(number)
        case .nothing: page.span("–", .aria("aria-label", "none"))
        default: page.text(shown)
        }
    }
}
