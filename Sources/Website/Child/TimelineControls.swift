import Days
import HTML

extension ChildView {
    /// What of the timeline is asked for: which kinds, which year. Nothing ticked is everything.
    var timeline: Timeline? {
        let asked = Set(visit.askedAll("kind").compactMap { TimelineKind(rawValue: $0) })
        let year = visit.asked("year").flatMap { Int($0) }.flatMap { (1990...2100).contains($0) ? $0 : nil }
        return Timeline(
            child, question, urgent: calls,
            kinds: asked.isEmpty ? Set(TimelineKind.allCases) : asked, year: year)
    }

    /// The form that chooses. It works without scripts: it asks, and the page answers.
    func controls(_ timeline: Timeline, into page: inout Writer) {
        page.details(.class("govuk-details tl-form")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("Choose what is shown, a year, or another day", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { box in
                box.form(.get, to: .child(record.id, .timeline)) { form in
                    kinds(timeline, into: &form)
                    form.div(.class("tl-search")) { row in
                        years(timeline, into: &row)
                        day("as-at", "As at", "The day asked about, as 2026-03-31", into: &row)
                        day("known-on", "As known on", "What was written down by then, as 2026-03-31", into: &row)
                    }
                    form.button("Show", .class("govuk-button govuk-button--secondary"))
                    form.text(" ")
                    form.a(.child(record.id, .timeline), "Show everything", .class("govuk-link"))
                }
            }
        }
    }

    private func kinds(_ timeline: Timeline, into form: inout Writer) {
        form.fieldset(.class("govuk-fieldset govuk-!-margin-bottom-4")) { set in
            set.legend("Kinds", .class("govuk-fieldset__legend"))
            set.div(.class("govuk-checkboxes govuk-checkboxes--small tl-inline")) { boxes in
                for kind in TimelineKind.allCases {
                    boxes.div(.class("govuk-checkboxes__item")) { item in
                        item.input(
                            "checkbox", name: "kind", value: kind.rawValue, .id("kind-\(kind.rawValue)"),
                            .class("govuk-checkboxes__input"), .flag("checked", if: timeline.kinds.contains(kind)))
                        item.label(
                            kind.title, .for("kind-\(kind.rawValue)"),
                            .class("govuk-label govuk-checkboxes__label"))
                    }
                }
            }
        }
    }

    private func years(_ timeline: Timeline, into row: inout Writer) {
        row.div(.class("govuk-form-group govuk-!-margin-bottom-0")) { group in
            group.label("Year", .for("year"), .class("govuk-label"))
            group.div(.class("govuk-hint")) { $0.text("All, or one calendar year") }
            group.select(.id("year"), .name("year"), .class("govuk-select")) { select in
                select.option("All", .value(""))
                for year in timeline.years.reversed() {
                    select.option("\(year)", .value("\(year)"), .flag("selected", if: timeline.year == year))
                }
            }
        }
    }

    private func day(_ name: String, _ label: String, _ hint: String, into row: inout Writer) {
        row.div(.class("govuk-form-group govuk-!-margin-bottom-0")) { group in
            group.label(label, .for(name), .class("govuk-label"))
            group.div(.class("govuk-hint"), .id("\(name)-hint")) { $0.text(hint) }
            group.input(
                "text", name: name, value: visit.asked(name) ?? "", .id(name), .class("govuk-input tl-date"),
                .aria("aria-describedby", "\(name)-hint"))
        }
    }
}
