import Days
import HTML
import Oversight
import Service

/// How what should be joined up was answered, kind by kind: a kind that is often “not so” asks the wrong question.
struct JoinRatesPage {
    let caseload: Caseload
    let visit: Visit

    private var notSoPercent: Int { visit.question?.context.settings.notSoPercent ?? 0 }

    func reply() -> Reply {
        visit.page("How it was answered") { main in
            main.h1("How what should be joined up was answered", .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.text("As at ")
                p.text(caseload.asAt)
                p.text(
                    ", of everyone looked after. Each is a question and may be wrong: “not so” is what two people said of a child, with a reason."
                )
            }
            main.p(
                "A kind of which more than \(notSoPercent) % is not so, and at least \(JoinRates.fewest), leaves My work until it is put right. A kind about safety never leaves. It stays on each child’s thread and in every count.",
                .class("govuk-hint"))
            main.table(
                "Kinds of things to join up, and how they were answered",
                ["What to join up", "Found", "Put off", "Wait for a second person", "Not so", "Not so, %", "My work"],
                numbers: ["Found", "Put off", "Wait for a second person", "Not so", "Not so, %"]
            ) { body in
                for rule in Breaks.rules { row(rule, caseload.rates[rule], into: &body) }
            }
        }
    }

    private func row(_ rule: BreakRule, _ line: JoinRates.Line, into body: inout Writer) {
        body.tr(.class("govuk-table__row")) { row in
            row.th(.scope(.row), .class("govuk-table__header")) { head in
                head.text(rule.title)
                head.p(rule.saysWhy, .class("tl-since govuk-!-font-weight-regular govuk-!-margin-bottom-0"))
            }
            for count in [line.found, line.putOff, line.awaitSecond, line.notSo] { number("\(count)", into: &row) }
            number(line.notSoPercent.map { "\(Int($0.rounded()))" } ?? "none found", into: &row)
            row.cell(
                caseload.leftOut.contains(rule.id)
                    ? "left out" : rule.isAboutSafety ? "stays: about safety" : "asked")
        }
    }

    private func number(_ text: String, into row: inout Writer) {
        row.td(text, .class("govuk-table__cell govuk-table__cell--numeric"))
    }
}
