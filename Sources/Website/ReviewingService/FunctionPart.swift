import Access
import Casework
import Days
import HTML
import Measures
import Standards

/// One function of the reviewing service on its page.
struct FunctionPart {
    let one: FunctionStanding
    let day: Day
    let hidden: Set<ChildID>
    let visit: Visit

    func draw(into page: inout Writer) {
        page.section { section in
            section.h2(one.function.title, .class("govuk-heading-m govuk-!-margin-bottom-1"))
            section.p(.class("govuk-body govuk-!-margin-bottom-1")) { line in
                line.strong(one.title, .class("govuk-tag \(one.answer.colour)"))
                if let source = one.function.sourceWords { line.span(" \(source)", .class("tl-since")) }
            }
            if let how = one.how {
                section.p(.class("govuk-body")) { line in
                    line.strong("The plan says: ")
                    line.text(how)
                }
            }
            if let said = one.said { section.p(said, .class("govuk-body")) }
            shown(into: &section)
            if let open = one.openConcerns { section.p(open.words(hiding: hidden), .class("govuk-body")) }
            done(into: &section)
        }
    }

    private func shown(into page: inout Writer) {
        guard !one.rows.isEmpty else { return }
        page.p("What the records show:", .class("govuk-body govuk-!-margin-bottom-1"))
        page.ul(.class("govuk-list govuk-list--bullet")) { list in
            for (row, count) in one.rows {
                list.li { item in
                    item.text(row.title)
                    if !row.standards.isEmpty { item.text(" (\(row.standards.joined(separator: ", ")))") }
                    item.text(": ")
                    counts(row, count, into: &item)
                }
            }
        }
    }

    /// `46 met, 2 not met`, each number with its list; what there is none of is not said.
    private func counts(_ row: ReviewingRow, _ count: ReviewingCount, into item: inout Writer) {
        if row.isUnseen { return item.text("no record shows it") }
        if count.total == 0 { return item.text("nothing fell due") }
        let words: [(ReviewingAnswer, String)] = [(.met, "met"), (.notMet, "not met"), (.unknown, "not known")]
        for (place, (answer, word)) in words.filter({ !count.members($0.0).isEmpty }).enumerated() {
            if place > 0 { item.text(", ") }
            let list = visit.keepingDay(.reviewingChildren).query("row", row.id).query("answer", answer.rawValue)
            item.listed(count.number(answer, hiding: hidden), list, " \(word): \(row.title)")
            item.text(" \(word)")
        }
    }

    private func done(into page: inout Writer) {
        let open = one.actions.filter { $0.isOpen(on: day) }
        let closed = one.actions.filter { !$0.isOpen(on: day) }
        if one.isLeft(on: day) {
            page.p(.class("govuk-body")) { $0.strong("Nothing in the plan is being done about this.") }
        }
        guard !one.actions.isEmpty else { return }
        page.ul(.class("govuk-list govuk-list--bullet")) { list in
            for action in open {
                list.li(.id("action-\(action.id)")) { item in
                    item.text("To do: \(action.what). \(action.owner), by \(action.due.inWords)")
                    if action.isPast(on: day) {
                        item.text(" ")
                        item.strong("\(action.pastInWords(on: day)) late", .class("govuk-tag govuk-tag--orange"))
                    }
                    item.p("We will know by: \(action.knownBy)", .class("tl-since"))
                }
            }
            for action in closed {
                list.li(.id("action-\(action.id)")) { item in
                    item.text("Done\(action.done.map { " on \($0.inWords)" } ?? ""): \(action.what).")
                    item.p("What it changed for children: \(action.changed)", .class("tl-since"))
                }
            }
        }
    }
}

extension ReviewingAction {
    /// How long its day has passed: `1 day`, `12 days`.
    func pastInWords(on day: Day) -> String {
        let days = day - due
        return days == 1 ? "1 day" : "\(days) days"
    }
}

extension ReviewingAnswer {
    var colour: String {
        switch self {
        case .met: "govuk-tag--green"
        case .notMet: "govuk-tag--orange"
        case .unknown: "govuk-tag--grey"
        }
    }
}

extension ReviewingFunction {
    /// Where it comes from, what weight that has, and whether anybody has checked it against the text.
    var sourceWords: String? {
        standard.map { standard in
            let checked =
                switch standard.certainty {
                case .verified: ""
                case .secondary: ", as others quote it"
                case .unverified: ", from memory and not checked against the text"
                }
            return "\(standard.source): \(standard.weight.title.lowercased())\(checked)"
        }
    }
}
