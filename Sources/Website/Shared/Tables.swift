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

    /// Where the pages of a long list are. Nothing where there is one.
    mutating func pages(_ paging: Paging, _ name: String, link: (Int) -> Link) {
        let (number, count) = (paging.number, paging.count)
        guard count > 1 else { return }
        nav(.class("govuk-pagination"), .aria("aria-label", name)) { nav in
            if number > 1 { nav.a(link(number - 1), "Previous page", .class("govuk-link govuk-!-margin-right-4")) }
            nav.span("Page \(number) of \(count)", .class("govuk-body govuk-!-margin-right-4"))
            if number < count { nav.a(link(number + 1), "Next page", .class("govuk-link")) }
        }
    }
}
