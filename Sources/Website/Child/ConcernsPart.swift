import Casework
import Days
import HTML
import Oversight
import Standards

/// What the child’s reviewing officer is concerned about: what is open first, with whose turn it is and since when; then what
/// was closed, with what changed for the child.
extension ChildView {
    func concerns(into page: inout Writer) {
        let concerns = child.record.thread.concerns
        let looks = record.records.filter { $0.kind == .lookBetweenReviews && $0.day <= child.day }
        guard !concerns.isEmpty || !looks.isEmpty || mayRecord(.lookBetweenReviews) else { return }
        page.h2("What the reviewing officer is concerned about", .class("govuk-heading-m"), .id("concerns"))
        if mayRecord(.lookBetweenReviews) {
            page.p(.class("govuk-body tl-do")) {
                $0.a(
                    .recording(record.id, .lookBetweenReviews), "Look in between reviews, or raise a concern",
                    .class("govuk-link"))
            }
        }
        if let look = looks.last {
            page.p(.class("govuk-body")) { p in
                p.text("The reviewing officer last looked in on ")
                p.a(.signed(record.id, look.origin.event), look.day.inWords, .class("govuk-link"))
                p.text(".")
            }
        }
        let reader = RecordReader(visit.viewer, of: record, in: question.authority, on: visit.today)
        let words = ThreadWords(told, by: child.day, mayRead: reader.mayRead).concerns
        open(concerns.filter(\.isOpen), words, into: &page)
        closed(concerns.filter { !$0.isOpen }, words, into: &page)
    }

    private func open(_ concerns: [IROConcern], _ words: [ItemID: [EventID: String]], into page: inout Writer) {
        guard !concerns.isEmpty else {
            return page.p("Nothing is open on \(child.day.inWords).", .class("govuk-body"))
        }
        page.ul(.class("govuk-list tl-duties")) { list in
            for concern in concerns {
                list.li(.id("concern-\(concern.id)")) { draw(concern, words[concern.id] ?? [:], into: &$0) }
            }
        }
    }

    private func draw(_ concern: IROConcern, _ words: [EventID: String], into item: inout Writer) {
        let stopped = child.endOfCare(from: concern.raised)
        item.p { p in
            p.strong(MarkedText("“\(concern.what)” "))
            p.text("\(concern.matter.title), \(concern.level.rawValue). ")
            p.strong(concern.daysOpen(on: child.day, stopped: stopped).daysInWords + " open.")
        }
        item.p(
            stopped.map {
                "It was open on \($0.inWords), when \(child.died == $0 ? "the child died" : "care ended"); nothing is asked any more."
            }
                ?? concern.sentence(on: child.day))
        if stopped == nil, let formal = formal(concern) { item.p(formal) }
        let about = concern.about.compactMap { record.thread.what($0) }
        if !about.isEmpty { item.p(MarkedText("It is about: \(about.joined(separator: "; "))."), .class("tl-since")) }
        course(of: concern, words, into: &item)
        guard stopped == nil else { return }
        item.p(.class("tl-act")) { act in
            switch concern.standing {
            case .asked where mayRecord(.concernAnswer):
                act.a(.recording(record.id, .concernAnswer).fragment("concern_answers"), .class("govuk-link")) {
                    $0.text("Answer it")
                    $0.span(": \(concern.what)", .class("govuk-visually-hidden"))
                }
            default: break
            }
            if mayRecord(.concernStep) {
                act.a(.recording(record.id, .concernStep).fragment("concern_steps"), .class("govuk-link")) {
                    $0.text("Ask again, take it higher or close it")
                    $0.span(": \(concern.what)", .class("govuk-visually-hidden"))
                }
            }
        }
    }

    private func formal(_ concern: IROConcern) -> String? {
        guard let begun = concern.disputeBegun else { return nil }
        let due = question.context.day(Catalogue.mostForDispute, workingDaysAfter: begun)
        let by = due.map { ", to be over by \($0.inWords)" + ($0 < child.day ? ", which has passed" : "") } ?? ""
        return "The formal dispute began on \(begun.inWords)\(by)."
    }

    /// What was said of it, record by record.
    private func course(of concern: IROConcern, _ words: [EventID: String], into item: inout Writer) {
        item.details(.class("tl-why")) { details in
            details.summary("Each step so far")
            details.ul(.class("govuk-list govuk-list--bullet")) { list in
                for step in concern.course {
                    list.li { line in
                        line.a(.signed(record.id, step.origin.event), step.on.inWords, .class("govuk-link"))
                        line.text(MarkedText(": \(step.what). \(words[step.origin.event] ?? "")"))
                    }
                }
            }
        }
    }

    private func closed(_ concerns: [IROConcern], _ words: [ItemID: [EventID: String]], into page: inout Writer) {
        guard !concerns.isEmpty else { return }
        page.table(
            "Closed by the reviewing officer, latest first",
            ["Raised on", "What", "Days open", "What changed for the child"], numbers: ["Days open"]
        ) { body in
            for concern in concerns.sorted(by: { ($1.closing?.on ?? $1.raised) < ($0.closing?.on ?? $0.raised) }) {
                guard let closing = concern.closing else { continue }
                body.tr(.class("govuk-table__row")) { row in
                    row.td(.class("govuk-table__cell")) {
                        $0.a(.signed(record.id, concern.origin.event), concern.raised.inWords, .class("govuk-link"))
                    }
                    row.cell(MarkedText(concern.what))
                    row.td(
                        "\(concern.daysOpen(on: child.day))", .class("govuk-table__cell govuk-table__cell--numeric"))
                    row.td(.class("govuk-table__cell")) { cell in
                        let said = words[concern.id]?[closing.origin.event] ?? ""
                        cell.text(
                            MarkedText(closing.move == .closedWithChange ? said : "Nothing, because: \(said)"))
                        cell.text(" ")
                        cell.a(.signed(record.id, closing.origin.event), closing.on.inWords, .class("govuk-link"))
                    }
                }
            }
        }
    }
}

extension IROConcern {
    /// One thing that was recorded of it.
    fileprivate struct Recorded {
        let on: Day
        let what: String
        let origin: Origin
    }

    /// Everything that was recorded of it, earliest first.
    fileprivate var course: [Recorded] {
        let raising = Recorded(on: raised, what: "Raised; put to \(asks.first?.owner ?? "nobody")", origin: origin)
        let replied = replies.map { Recorded(on: $0.on, what: "Answered", origin: $0.origin) }
        let moved = steps.map { step in
            let ask = asks.first { $0.origin.event == step.origin.event && step.move.asks }
            let whom = ask.map { "; put to \($0.owner) (\($0.stage.title.lowercased())), by \($0.due.inWords)" } ?? ""
            return Recorded(on: step.on, what: step.move.title + whom, origin: step.origin)
        }
        return [raising] + (replied + moved).sorted { ($0.on, $0.origin.event) < ($1.on, $1.origin.event) }
    }
}

extension Int {
    fileprivate var daysInWords: String { self == 1 ? "1 day" : "\(self) days" }
}
