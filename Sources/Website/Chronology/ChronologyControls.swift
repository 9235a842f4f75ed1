import Casework
import Days
import HTML

/// Chooses lines of the chronology: by theme, by what is significant, by a time. It asks and the page answers; no script.
struct ChronologyControls {
    let child: ChildID
    let choice: ChronologyChoice
    let visit: Visit

    func draw(into page: inout Writer) {
        page.details(.class("govuk-details tl-form"), .flag("open", if: choice != ChronologyChoice())) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("Choose a theme, what is significant, or a time", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { box in
                box.form(.get, to: .child(child, .chronology)) { form in
                    fields(into: &form)
                    form.button("Show", .class("govuk-button govuk-button--secondary"))
                    form.text(" ")
                    form.a(.child(child, .chronology), "Show everything", .class("govuk-link"))
                }
            }
        }
    }

    /// The same questions wherever lines are chosen.
    func fields(into form: inout Writer) {
        form.choices(
            "Which lines?", name: "significant", [("yes", "Only what is significant")], several: true,
            chosen: choice.isSignificantOnly ? ["yes"] : [])
        form.choices(
            "Themes", name: "theme", ChronologyTheme.allCases.map { ($0.rawValue, $0.title) }, several: true,
            chosen: Set(choice.themes.map(\.rawValue)), hint: "None ticked is all of them.")
        form.textField(
            "From", name: "from", value: choice.from?.description ?? "", hint: "As 2026-03-31", width: "tl-date")
        form.textField(
            "Until", name: "until", value: choice.until?.description ?? "", hint: "As 2026-03-31", width: "tl-date")
    }
}

extension ChronologyChoice {
    /// What an address asks for.
    init(_ visit: Visit) {
        self.init(
            themes: Set(visit.askedAll("theme").compactMap(ChronologyTheme.init(rawValue:))),
            isSignificantOnly: visit.asked("significant") == "yes", from: visit.asked("from").flatMap { Day($0) },
            until: visit.asked("until").flatMap { Day($0) })
    }

    /// What a page sent on.
    init(_ sent: SentForm) {
        self.init(
            themes: Set(sent.all("theme").compactMap(ChronologyTheme.init(rawValue:))),
            isSignificantOnly: sent["significant"] == "yes", from: Day(sent["from"]), until: Day(sent["until"]))
    }

    /// As fields of an address or a form.
    var fields: [(name: String, value: String)] {
        themes.map { ("theme", $0.rawValue) }.sorted { $0.1 < $1.1 }
            + (isSignificantOnly ? [("significant", "yes")] : [])
            + [("from", from), ("until", until)].compactMap { name, day in day.map { (name, "\($0)") } }
    }
}
