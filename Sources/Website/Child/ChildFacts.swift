import Casework
import Days
import HTML
import Oversight
import Service
import Standards

/// What the record holds in each area, as tables: latest first.
extension ChildView {
    func placements(into page: inout Writer) {
        page.h2("Where the child has lived", .class("govuk-heading-m"))
        page.table(
            "Placements, latest first", ["From", "To", "Days", "Where", "Provided by", "Why it ended"],
            numbers: ["Days"]
        ) { body in
            for placement in child.placements.reversed() {
                body.tr(.class("govuk-table__row")) { row in
                    start(placement.start, into: &row)
                    end(placement.end, into: &row)
                    let days = placement.days(by: child.day)
                    row.td(
                        placement.start.isKnown ? "\(days)" : "at least \(days)",
                        .class("govuk-table__cell govuk-table__cell--numeric"))
                    row.cell(placement.type.meaning)
                    row.cell(placement.provider.meaning)
                    row.cell(placement.end == nil ? "" : placement.endReason.meaning)
                }
            }
        }
        let moves = child.placements.count { !$0.opensCare && $0.start.day > child.day.adding(months: -12) }
        page.p(
            "\(moves) \(moves == 1 ? "move" : "moves") in the last twelve months. Addresses are not shown here.",
            .class("govuk-hint"))
    }

    func legal(into page: inout Writer) {
        page.h2("The law the child is looked after under", .class("govuk-heading-m"))
        page.table("Legal statuses, latest first", ["From", "To", "Legal status"]) { body in
            for spell in child.legalSpells.reversed() {
                body.tr(.class("govuk-table__row")) { row in
                    start(spell.start, into: &row)
                    end(spell.end, into: &row)
                    row.cell(spell.status.meaning)
                }
            }
        }
        orders(into: &page)
        legalRecords(into: &page)
    }

    private func orders(into page: inout Writer) {
        guard !child.record.deprivations.isEmpty else { return }
        page.h2("Orders that authorise a deprivation of liberty", .class("govuk-heading-m"))
        page.table("Orders, latest first", ["From", "To"]) { body in
            for order in child.record.deprivations.reversed() {
                body.tr(.class("govuk-table__row")) { row in
                    row.cell(order.start)
                    end(order.end, into: &row)
                }
            }
        }
    }

    func missing(into page: inout Writer) {
        page.h2("Times missing or away", .class("govuk-heading-m"))
        page.table("Times missing or away, latest first", ["From", "Returned", "Days", "What"], numbers: ["Days"]) {
            body in
            for episode in child.record.missing.reversed() {
                body.tr(.class("govuk-table__row")) { row in
                    row.cell(episode.start)
                    if let end = episode.end { row.cell(end) } else { row.cell("no return is recorded") }
                    row.td(
                        "\((episode.end ?? child.day) - episode.start)",
                        .class("govuk-table__cell govuk-table__cell--numeric"))
                    row.cell(episode.kind.meaning)
                }
            }
        }
        page.p("A return gives days, not hours, and no interview.", .class("govuk-hint"))
    }

    func health(into page: inout Writer) {
        guard !child.record.yearlyOutcomes.isEmpty else { return }
        page.h2("Health, each 31 March", .class("govuk-heading-m"))
        page.table(
            "Yearly health answers, latest first",
            ["Year to 31 March", "Health assessment", "Teeth", "Immunisations", "Development checks", "SDQ total"]
        ) { body in
            for held in child.record.yearlyOutcomes.reversed() {
                let outcomes = held.outcomes
                body.tr(.class("govuk-table__row")) { row in
                    row.cell(String(outcomes.year.start + 1))
                    row.cell(answer(outcomes.healthAssessment))
                    row.cell(answer(outcomes.dentalCheck))
                    row.cell(answer(outcomes.immunisations))
                    row.cell(answer(outcomes.developmentChecks))
                    row.cell(
                        outcomes.sdqScore.map { "\($0)" }
                            ?? (outcomes.sdqReason.isBlank
                                ? "not asked" : "none: \(NoQuestionnaireReason(outcomes.sdqReason).meaning)"))
                }
            }
        }
        page.p("A yes or a no once a year: it dates nothing.", .class("govuk-hint"))
    }

    func adoption(into page: inout Writer) {
        page.h2("Plan for adoption", .class("govuk-heading-m"))
        if child.record.adoptionDecisions.isEmpty {
            page.p("No decision that the child should be placed for adoption is in the returns.", .class("govuk-body"))
        } else {
            page.table("Decisions, latest first", ["Decided", "Given up", "Why"]) { body in
                for decision in child.record.adoptionDecisions.reversed() {
                    body.tr(.class("govuk-table__row")) { row in
                        row.cell(decision.decided)
                        if let day = decision.ceased { row.cell(day) } else { row.cell("stands") }
                        row.cell(decision.ceased == nil ? "" : decision.ceasedReason.meaning)
                    }
                }
            }
        }
        // Who the adopters are is for named adoption staff: only that there was a match, and when.
        for held in child.record.adoptionMatches {
            if let day = held.match.matched { page.p("Matched on \(day.inWords).", .class("govuk-body")) }
        }
    }

    func leavingCare(into page: inout Writer) {
        guard !child.record.leavingCareContacts.isEmpty else { return }
        page.h2("Around each birthday", .class("govuk-heading-m"))
        page.table(
            "Contact around birthdays, latest first", ["Year to 31 March", "In touch", "Doing", "Living"]
        ) { body in
            for held in child.record.leavingCareContacts.reversed() {
                body.tr(.class("govuk-table__row")) { row in
                    row.cell(String(held.contact.year.start + 1))
                    row.cell(LeavingCareWords.inTouch(held.contact.inTouch))
                    row.cell(LeavingCareWords.activity(held.contact.activity))
                    row.cell(LeavingCareWords.accommodation(held.contact.accommodation))
                }
            }
        }
    }

    private func start(_ start: StartDay, into row: inout Writer) {
        row.td(.class("govuk-table__cell")) { cell in
            if !start.isKnown { cell.text("on or before ") }
            cell.text(start.day)
        }
    }

    func end(_ end: Day?, into row: inout Writer) {
        if let end { row.cell(end) } else { row.cell("open on \(child.day.inWords)") }
    }

    private func answer(_ answer: Bool?) -> String { answer.map { $0 ? "yes" : "no" } ?? "not asked" }
}

extension Writer {
    mutating func cell(_ text: some Content) { td(text, .class("govuk-table__cell")) }
}

/// What the care-leaver codes of a return say, in words (SSDA903 OC3; labels as in `standards`, from memory where the
/// collection's guide was not at hand).
enum LeavingCareWords {
    static func inTouch(_ code: Code) -> String {
        switch code {
        case "YES": "in touch"
        case "NO": "not in touch"
        case "DIED": "died"
        case "REFU": "did not want contact"
        case "NREQ": "no longer needs the service"
        case "RHOM": "went home to family"
        case .blank: "not given"
        default: "code \(code) (not known)"
        }
    }

    static func activity(_ code: Code) -> String {
        switch code {
        case "F1": "higher education, full time"
        case "P1": "higher education, part time"
        case "F2": "other education, full time"
        case "P2": "other education, part time"
        case "F4", "F5": "training or work, full time"
        case "P4", "P5": "training or work, part time"
        case "G4": "neither: illness or disability"
        case "G5": "neither: other circumstances"
        case "G6": "neither: pregnancy or parenting"
        case "0": "not known"
        case .blank: "not given"
        default: "code \(code) (not known)"
        }
    }

    /// The letter's meaning is not shown: only whether it was found suitable.
    static func accommodation(_ code: Code) -> String {
        switch code[max(0, code.count - 1)] {
        case UInt8(ascii: "1"): "suitable"
        case UInt8(ascii: "2"): "not suitable"
        default: code.isBlank ? "not given" : "not known"
        }
    }
}
