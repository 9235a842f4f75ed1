import Days
import HTML
import Service

/// The form above the list: a search, and behind one fold what narrows, shows and orders it. It asks by the address, so
/// it works without scripts and every list can be linked to.
struct ChildrenForm {
    let query: ChildrenQuery
    let question: Question
    let dayError: String?

    func write(into page: inout Writer) {
        page.form(.get, to: .children, .class("tl-form tl-find"), .role("search")) { form in
            form.div(.class("tl-search")) { row in
                row.div(.class("govuk-form-group")) { group in
                    group.label("Find a child", .class("govuk-label govuk-label--s"), .for("find"))
                    group.div(.class("govuk-hint"), .id("find-hint")) {
                        $0.text("Any name the child has or had, however it is spelt, or a number")
                    }
                    group.input(
                        "search", name: "find", value: query.find, .id("find"), .class("govuk-input"),
                        Attribute("autocomplete", "off"), Attribute("spellcheck", "false"),
                        .aria("aria-describedby", "find-hint"))
                }
                row.button("Search", .class("govuk-button"), .type("submit"))
            }
            form.details(.class("govuk-details"), .flag("open", if: dayError != nil)) { details in
                details.summary(.class("govuk-details__summary")) {
                    $0.span(
                        "Filters, columns and order" + (query.narrowing > 0 ? " (\(query.narrowing) on)" : ""),
                        .class("govuk-details__summary-text"))
                }
                details.div(.class("govuk-details__text")) { box in
                    box.div(.class("tl-filters")) { grid in
                        whom(into: &grid)
                        for filter in ChildrenFilter.all { choices(filter, into: &grid) }
                        people(into: &grid)
                        columns(into: &grid)
                    }
                    box.button("Show these", .class("govuk-button"), .type("submit"))
                }
            }
        }
    }

    private func group(_ title: String, into page: inout Writer, body: Writer.Body) {
        page.fieldset(.class("govuk-fieldset")) { set in
            set.legend(title, .class("govuk-fieldset__legend govuk-fieldset__legend--s"))
            body(&set)
        }
    }

    private func box(
        _ type: String, _ name: String, _ value: String, _ title: String, _ isOn: Bool, into list: inout Writer
    ) {
        let (kind, id) = (type == "radio" ? "radios" : "checkboxes", "\(name)-\(value)")
        list.div(.class("govuk-\(kind)__item")) { item in
            item.input(
                type, name: name, value: value, .id(id), .class("govuk-\(kind)__input"), .flag("checked", if: isOn))
            item.label(title, .class("govuk-label govuk-\(kind)__label"), .for(id))
        }
    }

    private func whom(into page: inout Writer) {
        group("Who", into: &page) { set in
            set.div(.class("govuk-radios govuk-radios--small")) { list in
                box(
                    "radio", "who", "", "Those looked after; in a search, everyone", query.chosenWhom == nil,
                    into: &list)
                for whom in ChildrenQuery.Whom.allCases {
                    box("radio", "who", whom.rawValue, whom.title, query.chosenWhom == whom, into: &list)
                }
            }
        }
    }

    private func choices(_ filter: ChildrenFilter, into page: inout Writer) {
        group(filter.title, into: &page) { set in
            set.div(.class("govuk-checkboxes govuk-checkboxes--small")) { list in
                for choice in filter.choices {
                    let isOn = query.filters[filter.id]?.contains(choice.id) ?? false
                    box("checkbox", filter.id, choice.id, choice.title, isOn, into: &list)
                }
            }
        }
    }

    private func choose(
        _ label: String, _ name: String, _ options: [(value: String, title: String)], _ chosen: String,
        into page: inout Writer
    ) {
        page.div(.class("govuk-form-group")) { group in
            group.label(label, .class("govuk-label"), .for(name))
            group.select(.class("govuk-select"), .id(name), .name(name)) { select in
                for option in options {
                    select.option(option.title, .value(option.value), .flag("selected", if: option.value == chosen))
                }
            }
        }
    }

    private func people(into page: inout Writer) {
        let workers = question.authority.workers.values.filter { $0.from.map { $0 <= question.asAt } ?? true }
            .filter { $0.to.map { question.asAt < $0 } ?? true }
        let teams = Set(workers.map(\.team)).subtracting([""]).sorted()
        group("Team, worker, day and order", into: &page) { set in
            choose("Team", "team", [("", "Any")] + teams.map { ($0, $0) }, query.team, into: &set)
            var named = workers.map { (value: $0.code, title: $0.name.isEmpty ? $0.code : $0.name) }
            if !query.worker.isEmpty, !named.contains(where: { $0.value == query.worker }) {
                named.append((query.worker, question.name(of: query.worker)))
            }
            named.sort { ($0.title, $0.value) < ($1.title, $1.value) }
            choose("Social worker", "worker", [("", "Any")] + named, query.worker, into: &set)
            set.div(.class(dayError == nil ? "govuk-form-group" : "govuk-form-group govuk-form-group--error")) {
                group in
                group.label("As at", .class("govuk-label"), .for("as-at"))
                group.div(.class("govuk-hint"), .id("as-at-hint")) { $0.text("As 2026-03-31; blank for the latest") }
                if let dayError {
                    group.p(.class("govuk-error-message"), .id("as-at-error")) { line in
                        line.span("Error: ", .class("govuk-visually-hidden"))
                        line.text(dayError)
                    }
                }
                group.input(
                    "text", name: "as-at", value: query.asAt, .id("as-at"), .class("govuk-input tl-date"),
                    .aria("aria-describedby", dayError == nil ? "as-at-hint" : "as-at-hint as-at-error"))
            }
            let orders = ChildrenColumn.all.flatMap { column in
                let title = column.heading.title
                return [(column.id, title), ("-" + column.id, "\(title) (reversed)")]
            }
            choose(
                "Order by", "sort", [("", query.find.isEmpty ? "Name" : "Nearest spelling")] + orders,
                query.sort.isEmpty ? "" : (query.isDescending ? "-" : "") + query.sort, into: &set)
        }
    }

    private func columns(into page: inout Writer) {
        let shown = Set(query.chosenColumns.map(\.id))
        group("Columns", into: &page) { set in
            set.div(.class("govuk-checkboxes govuk-checkboxes--small")) { list in
                for column in ChildrenColumn.all where !ChildrenColumn.always.contains(column.id) {
                    box("checkbox", "column", column.id, column.heading.title, shown.contains(column.id), into: &list)
                }
            }
        }
    }
}
