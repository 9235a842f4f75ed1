import Casework
import Days
import HTML
import Service
import Spreadsheets

/// The list of children: a search, what narrows it, the rows, and ways to take them away.
struct ChildrenPage {
    let list: ChildrenList
    let question: Question
    /// What is wrong with the day that was typed.
    let dayError: String?
    /// How many of the rows the viewer may take away; nil where none ever.
    let mayTake: Int?
    let views: [(name: String, address: String)]
    let frame: Frame

    var query: ChildrenQuery { list.query }

    func page() -> [UInt8] {
        frame.page(title: query.find.isEmpty ? "Children" : "Search – Children") { main in
            main.errorSummary(dayError.map { [FieldError("as-at", $0)] } ?? [])
            main.h1("Children", .class("govuk-heading-l"))
            guard list.mayFindSome else {
                return main.p(
                    "No child is yours to find yet. Once a manager has allocated children to you or your team, they are here.",
                    .class("govuk-body"))
            }
            savedViews(into: &main)
            ChildrenForm(query: query, question: question, dayError: dayError).write(into: &main)
            chosen(into: &main)
            summary(into: &main)
            if list.count == 0 {
                nobody(into: &main)
            } else {
                rows(into: &main)
                pagination(into: &main)
                takeAway(into: &main)
            }
            saveView(into: &main)
        }
    }

    private func summary(into page: inout Writer) {
        page.h2(.class("govuk-heading-m"), .id("found")) { heading in
            guard list.count > 0 else { return heading.text(query.find.isEmpty ? "No child listed" : "Nobody found") }
            let those = list.count == 1 ? "1 child" : "\(list.count) children"
            switch (query.find.isEmpty, query.whom) {
            case (false, _): heading.text("\(those) found")
            case (true, .lookedAfter): heading.text("\(those) looked after")
            case (true, .careLeavers): heading.text(list.count == 1 ? "1 care leaver" : "\(list.count) care leavers")
            case (true, .everyone): heading.text("\(those) known")
            }
        }
        page.p(.class("govuk-body")) { p in
            p.text("As at ")
            p.text(list.asAt)
            p.text(".")
            if !query.find.isEmpty, query.sort.isEmpty, list.count > 1 { p.text(" The nearest spelling comes first.") }
            if list.pages > 1 { p.text(" Page \(list.page) of \(list.pages).") }
        }
    }

    /// Each thing that narrows the list, with a way to take it off.
    private func chosen(into page: inout Writer) {
        var chips: [(String, ChildrenQuery)] = []
        for filter in ChildrenFilter.all {
            for choice in filter.choices where query.filters[filter.id]?.contains(choice.id) ?? false {
                chips.append(
                    ("\(filter.title): \(choice.title)", query.with { $0.filters[filter.id]?.remove(choice.id) }))
            }
        }
        if !query.team.isEmpty { chips.append(("Team: \(query.team)", query.with { $0.team = "" })) }
        if !query.worker.isEmpty {
            chips.append(("Social worker: \(question.name(of: query.worker))", query.with { $0.worker = "" }))
        }
        guard !chips.isEmpty else { return }
        page.nav(.class("tl-chosen"), .aria("aria-label", "Filters chosen")) { nav in
            nav.ul { list in
                for (title, without) in chips {
                    list.li {
                        $0.a(without.link(), .class("govuk-link govuk-link--no-visited-state")) { link in
                            link.span("Remove filter ", .class("govuk-visually-hidden"))
                            link.text(title)
                        }
                    }
                }
                if chips.count > 1 {
                    list.li(.class("tl-clear")) {
                        $0.a(
                            query.with { ($0.filters, $0.team, $0.worker) = ([:], "", "") }.link(),
                            "Clear all filters", .class("govuk-link govuk-link--no-visited-state"))
                    }
                }
            }
        }
    }

    private func rows(into page: inout Writer) {
        page.list(
            list.shown, caption: "Children", link: { ChildID($0).map { frame.record($0) } },
            sorting: { tell, place in
                let column = query.chosenColumns[place]
                let isSorted =
                    query.sort == column.id || (query.sort.isEmpty && query.find.isEmpty && column.id == "name")
                let other = query.with {
                    ($0.sort, $0.isDescending) = (column.id, isSorted ? !query.isDescending : column.heading.isNumeric)
                }
                tell(
                    isSorted ? (query.isDescending ? "descending" : "ascending") : "none",
                    other.link().fragment("found"))
            })
    }

    private func pagination(into page: inout Writer) {
        guard list.pages > 1 else { return }
        func to(_ number: Int) -> Link { query.with { $0.page = number }.link() }
        page.nav(.class("govuk-pagination"), .aria("aria-label", "Pages of children")) { nav in
            if list.page > 1 {
                nav.div(.class("govuk-pagination__prev")) {
                    $0.a(to(list.page - 1), .class("govuk-link govuk-pagination__link"), .rel("prev")) { link in
                        link.span(.class("govuk-pagination__link-title")) { title in
                            title.text("Previous")
                            title.span(" page", .class("govuk-visually-hidden"))
                        }
                    }
                }
            }
            nav.ul(.class("govuk-pagination__list")) { items in
                var last = 0
                for number in Set([1, list.page - 1, list.page, list.page + 1, list.pages]).sorted()
                where (1...list.pages).contains(number) {
                    if number > last + 1 {
                        items.li("⋯", .class("govuk-pagination__item govuk-pagination__item--ellipses"))
                    }
                    let isHere = number == list.page
                    items.li(
                        .class("govuk-pagination__item" + (isHere ? " govuk-pagination__item--current" : ""))
                    ) {
                        $0.a(
                            to(number), number, .class("govuk-link govuk-pagination__link"),
                            .aria("aria-label", "Page \(number)"), .when(isHere, .aria("aria-current", "page")))
                    }
                    last = number
                }
            }
            if list.page < list.pages {
                nav.div(.class("govuk-pagination__next")) {
                    $0.a(to(list.page + 1), .class("govuk-link govuk-pagination__link"), .rel("next")) { link in
                        link.span(.class("govuk-pagination__link-title")) { title in
                            title.text("Next")
                            title.span(" page", .class("govuk-visually-hidden"))
                        }
                    }
                }
            }
        }
    }

    private func takeAway(into page: inout Writer) {
        guard let mayTake else { return }
        page.h2("Take these rows away", .class("govuk-heading-s"))
        guard mayTake > 0 else {
            return page.p(
                "None of these rows is yours to take away: only those of children you work with.", .class("govuk-body"))
        }
        page.p(.class("govuk-body")) { p in
            p.text(
                mayTake == list.count
                    ? "All \(list.count) rows, with these columns and in this order: "
                    : "\(mayTake) of these \(list.count) rows, those of children you work with, with these columns and in this order: "
            )
            let all = query.with { _ in }
            p.a(all.link(.childrenFile).query("format", "csv"), "CSV", .class("govuk-link"))
            p.text(" or ")
            p.a(all.link(.childrenFile).query("format", "xlsx"), "Excel", .class("govuk-link"))
            p.text(".")
        }
    }

    private func nobody(into page: inout Writer) {
        if query.find.isEmpty {
            return page.p(.class("govuk-body")) { p in
                p.text(query.narrowing > 0 ? "No child fits all the filters. " : "No child is listed on this day. ")
                p.a(ChildrenQuery().link(), "Show everyone looked after", .class("govuk-link"))
                p.text(".")
            }
        }
        page.p(
            "Nobody here, whom you may find, has or had a name or a number like “\(query.find)”.", .class("govuk-body"))
        page.p(.class("govuk-body")) { p in
            p.text("A restricted record is found by no search: ")
            p.a(.restricted, "open one by its number", .class("govuk-link"))
            p.text(".")
        }
        if !list.near.isEmpty {
            page.p("Did you mean:", .class("govuk-body"))
            page.ul(.class("govuk-list govuk-list--bullet")) { items in
                for record in list.near {
                    items.li { $0.a(frame.record(record.id), record.identity.title, .class("govuk-link")) }
                }
            }
        }
        page.ul(.class("govuk-list govuk-list--bullet")) { items in
            items.li("Try one name instead of two, or the first letters of it.")
            items.li("A return’s number or a unique pupil number finds its child too.")
            if query.narrowing > 0 || query.whom != .everyone {
                items.li {
                    $0.a(
                        query.with { ($0.filters, $0.team, $0.worker, $0.chosenWhom) = ([:], "", "", .everyone) }
                            .link(),
                        "Search among everyone known, without filters", .class("govuk-link"))
                }
            }
        }
    }

    private func savedViews(into page: inout Writer) {
        guard !views.isEmpty else { return }
        page.nav(.class("tl-chosen"), .aria("aria-label", "Saved views")) { nav in
            nav.ul { list in
                list.li { $0.strong("Saved views") }
                for view in views {
                    let query = ChildrenQuery(address: view.address)
                    list.li { $0.a(query.link(), view.name, .class("govuk-link govuk-link--no-visited-state")) }
                }
            }
        }
    }

    private func saveView(into page: inout Writer) {
        page.details(.class("govuk-details tl-form")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("Save this view, or remove one", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { box in
                box.form(recordingTo: .childrenViews, frame) { form in
                    form.div(.class("govuk-form-group")) { group in
                        group.label("Name of the view", .class("govuk-label"), .for("view-name"))
                        group.div(.class("govuk-hint"), .id("view-hint")) {
                            $0.text("The search, filters, columns and order are kept; the day is not.")
                        }
                        group.input(
                            "text", name: "name", value: "", .id("view-name"),
                            .class("govuk-input govuk-input--width-20"), Attribute("maxlength", 60),
                            .flag("required"), .aria("aria-describedby", "view-hint"))
                    }
                    for (name, value) in query.with({ _ in }).fields {
                        form.input("hidden", name: "q-" + name, value: value)
                    }
                    form.button("Save view", .class("govuk-button govuk-button--secondary"), .type("submit"))
                }
                for view in views {
                    box.form(recordingTo: .childrenViewsRemoved, frame) { form in
                        form.input("hidden", name: "name", value: view.name)
                        form.button(
                            "Remove “\(view.name)”", .class("govuk-button govuk-button--warning"), .type("submit"))
                    }
                }
            }
        }
    }
}
