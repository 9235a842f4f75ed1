import HTML

extension Writer {
    /// A table whose rows stand as small cards on a phone: every cell under its heading, and nothing to scroll sideways to.
    ///
    /// - Parameter numbers: the headings over columns of numbers, which stand to the right.
    mutating func cards(_ caption: String, _ headings: [String], numbers: Set<String> = [], body: Body) {
        div(.class("tl-wide"), .tabindex(0), .role("region"), .aria("aria-label", caption)) { box in
            box.table(.class("govuk-table tl-cards"), .role("table")) { table in
                table.caption(caption, .class("govuk-table__caption govuk-visually-hidden"))
                table.thead(.class("govuk-table__head"), .role("rowgroup")) { head in
                    head.tr(.class("govuk-table__row"), .role("row")) { row in
                        for heading in headings {
                            let side = numbers.contains(heading) ? " govuk-table__header--numeric" : ""
                            row.th(heading, .scope(.col), .role("columnheader"), .class("govuk-table__header" + side))
                        }
                    }
                }
                table.tbody(.class("govuk-table__body"), .role("rowgroup"), body: body)
            }
        }
    }

    mutating func card(body: Body) { tr(.class("govuk-table__row"), .role("row"), body: body) }

    /// What a card is of.
    mutating func cardHead(body: Body) {
        th(.scope(.row), .role("rowheader"), .class("govuk-table__header"), body: body)
    }

    /// What stands under a heading.
    mutating func cardCell(_ heading: String, isNumber: Bool = false, body: Body) {
        td(
            .role("cell"), .class("govuk-table__cell" + (isNumber ? " govuk-table__cell--numeric" : "")),
            .data("data-heading", heading)
        ) { $0.div(body: body) }
    }

    mutating func cardCell(_ heading: String, _ text: some Content, isNumber: Bool = false) {
        cardCell(heading, isNumber: isNumber) { $0.text(text) }
    }
}
