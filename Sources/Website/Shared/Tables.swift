import HTML

extension Writer {
    /// A table in the site's manner: a caption that is read out, a heading a column, and a body. It scrolls by itself where
    /// a phone is too narrow for it.
    ///
    /// - Parameter numbers: the headings over columns of numbers, which stand to the right.
    mutating func table(_ caption: String, _ headings: [String], numbers: Set<String> = [], body: Body) {
        div(.class("tl-wide"), .tabindex(0), .role("region"), .aria("aria-label", caption)) { box in
            box.table(.class("govuk-table")) { table in
                table.caption(caption, .class("govuk-table__caption govuk-visually-hidden"))
                table.thead(.class("govuk-table__head")) { head in
                    head.tr(.class("govuk-table__row")) { row in
                        for heading in headings {
                            let side = numbers.contains(heading) ? " govuk-table__header--numeric" : ""
                            row.th(heading, .scope(.col), .class("govuk-table__header" + side))
                        }
                    }
                }
                table.tbody(.class("govuk-table__body"), body: body)
            }
        }
    }
}
