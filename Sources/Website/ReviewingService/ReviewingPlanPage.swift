import Access
import Casework
import Days
import HTML
import Service

/// The plan as its form. What was typed stays on the page whatever was wrong with it.
struct ReviewingPlanPage {
    let plan: ReviewingPlanCommand
    /// The version that was the last when the page was drawn; nil where there was none.
    let drawn: EventID?
    let visit: Visit
    let errors: [FieldError]
    /// What a version that was signed meanwhile says differently.
    let changes: [PlanDifference]

    init(
        _ plan: ReviewingPlanCommand, on drawn: EventID?, _ visit: Visit, errors: [FieldError] = [],
        changes: [PlanDifference] = []
    ) {
        (self.plan, self.drawn, self.visit, self.errors, self.changes) = (plan, drawn, visit, errors, changes)
    }

    /// The name of a field of the form, for a field of the plan: `actions[2].due` is `action-2-due`.
    static func name(_ field: String) -> String {
        field.replacing("actions[", with: "action-").replacing("].", with: "-").replacing(".", with: "-")
    }

    func reply() -> Reply {
        let title = "The reviewing service’s plan"
        return visit.page(errors.isEmpty ? title : "Error: " + title) { main in
            main.a(.reviewingService, "Reviewing service", .class("govuk-back-link"))
            main.errorSummary(errors)
            main.h1(title, .class("govuk-heading-l"))
            signedMeanwhile(into: &main)
            main.p(
                "You sign it as the manager of the service, \(visit.viewer.name). A version that you sign takes the place of the one before, which is kept. What you write goes into the public report: name no child and no worker, but for who sees to an action.",
                .class("govuk-body"))
            main.form(recordingTo: .reviewingPlan, visit.frame) { form in
                form.input("hidden", name: "command", value: CommandID.new.text)
                form.input("hidden", name: "drawn", value: drawn.map { "\($0.seq)" } ?? "")
                who(into: &form)
                functions(into: &form)
                form.h2("What is to be done", .class("govuk-heading-m"))
                form.p("Leave a row empty that you do not need.", .class("govuk-hint"))
                for (place, row) in plan.actions.enumerated() { action(row, place + 1, into: &form) }
                form.button(
                    "Add two more rows", .class("govuk-button govuk-button--secondary"), .type("submit"), .name("do"),
                    .value("more"))
                form.p("", .class("govuk-body"))
                form.button("Sign the plan", .class("govuk-button"), .type("submit"), .name("do"), .value("sign"))
            }
        }
    }

    /// What another version says that was signed while this one was written.
    private func signedMeanwhile(into page: inout Writer) {
        guard errors.contains(where: { $0.field == SignReviewingPlan.drawnField }) else { return }
        page.div(.class("govuk-inset-text"), .id(SignReviewingPlan.drawnField)) { box in
            box.p(
                "Another version was signed while you were writing. Every word of yours stands below, and is not signed. Put into it what is to stay of the other; sign again, and yours takes its place. The other is kept.",
                .class("govuk-body"))
            if changes.isEmpty {
                box.p(.class("govuk-body")) {
                    $0.a(.reviewingVersions, "Every version, and what changed", .class("govuk-link"))
                }
            } else {
                box.h2("What the other version changed", .class("govuk-heading-s"))
                box.planDifferences(changes)
            }
        }
    }

    private func line(
        _ label: String, _ name: String, _ value: String, _ hint: String? = nil, width: String = "tl-date",
        into form: inout Writer
    ) {
        form.textField(label, name: name, value: value, hint: hint, width: width, errors: errors)
    }

    private func who(into form: inout Writer) {
        line("Which year?", "year", plan.year, "From 1 April, as 2026-27", into: &form)
        line("Which day is it signed for?", "day", plan.day, "As 2026-05-12", into: &form)
        form.h2("Officers", .class("govuk-heading-m"))
        line(
            "How many full-time posts are there?", "established", plan.established,
            "As 8 or 6.4; two who work half are 1", into: &form)
        line("How many of them are filled on that day?", "in_post", plan.inPost, into: &form)
        line(
            "By when will the year’s report be published?", "report_due", plan.reportDue,
            "A day after the year is over, as 2027-09-30", into: &form)
    }

    private func functions(into form: inout Writer) {
        form.h2("How each function is met", .class("govuk-heading-m"))
        form.p(
            "Where one is not met yet, say so and why; the action below says what is done about it.",
            .class("govuk-hint"))
        for function in ReviewingFunction.allCases {
            form.textArea(
                function.title, name: "functions-\(function.rawValue)",
                value: plan.functions[function.rawValue] ?? "", hint: function.asks, rows: 3, errors: errors,
                labelled: "govuk-label govuk-!-font-weight-bold")
        }
    }

    private func action(_ row: ReviewingPlanCommand.Row, _ number: Int, into form: inout Writer) {
        func name(_ field: String) -> String { "action-\(number)-\(field)" }
        form.fieldset(.class("govuk-fieldset tl-row")) { set in
            set.legend("Action \(number)", .class("govuk-fieldset__legend govuk-fieldset__legend--s"))
            set.input("hidden", name: name("id"), value: row.id)
            set.choiceToOpen(
                "Which function is it for?", name: name("function"),
                ReviewingFunction.allCases.map { ($0.rawValue, $0.title) }, chosen: [row.function],
                error: errors.first { $0.field == name("function") })
            line("What will be done?", name("what"), row.what, width: "", into: &set)
            line(
                "Who will see to it?", name("owner"), row.owner, "One person", width: "govuk-input--width-20",
                into: &set)
            line("By which day?", name("due"), row.due, "As 2026-10-31", into: &set)
            line("How will you know that it worked for children?", name("known_by"), row.knownBy, width: "", into: &set)
            // What nobody has written yet is not done.
            if row.id.isEmpty, row.isBlank { return }
            line("When was it done?", name("done"), row.done, "Leave it empty until it is", into: &set)
            set.textArea(
                "What did it change for children?", name: name("changed"), value: row.changed,
                hint: "Asked for once it is done", rows: 2, errors: errors)
        }
    }
}

extension ReviewingPlanCommand {
    /// What was sent. Rows are as many as the form has.
    init(_ form: SentForm) {
        self.init()
        func text(_ name: String) -> String { form[name].replacing("\r\n", with: "\n").trimmed }
        (year, day, reportDue) = (text("year"), text("day"), text("report_due"))
        (established, inPost) = (text("established"), text("in_post"))
        for function in ReviewingFunction.allCases {
            functions[function.rawValue] = text("functions-\(function.rawValue)")
        }
        var number = 1
        while form.fields.contains(where: { $0.name == "action-\(number)-what" }) {
            func cell(_ field: String) -> String { text("action-\(number)-\(field)") }
            var row = Row()
            (row.id, row.function, row.what, row.owner) = (cell("id"), cell("function"), cell("what"), cell("owner"))
            (row.due, row.knownBy, row.done, row.changed) = (
                cell("due"), cell("known_by"), cell("done"), cell("changed")
            )
            actions.append(row)
            number += 1
        }
    }

    /// The plan that stands, to be changed; in a new year what is left to do of the last one.
    static func toChange(_ question: Question) -> ReviewingPlanCommand {
        let day = question.serviceDay
        let year = CollectionYear(containing: day)
        var plan = ReviewingPlanCommand()
        if let last = question.authority.reviewing.plan(on: day) {
            plan = ReviewingPlanCommand(last)
            if last.year != year {
                plan.actions.removeAll { !$0.done.isEmpty }
                for place in plan.actions.indices { plan.actions[place].id = "" }
                plan.reportDue = ""
            }
        }
        (plan.year, plan.day) = ("\(year)", "\(day)")
        if plan.reportDue.isEmpty { plan.reportDue = "\(year.lastDay.adding(months: 6))" }
        plan.actions += [Row(), Row()]
        return plan
    }
}
