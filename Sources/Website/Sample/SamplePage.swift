import Access
import Casework
import Days
import HTML
import Oversight
import Service

/// A month's sample for the second reader: what was closed by a “none, because”, a “still right” or within a minute, and how
/// far it is read.
struct SamplePage {
    /// As it may be told to the viewer.
    let sample: MonthlySample
    let question: Question
    let accounts: [String: Account]
    let visit: Visit

    private var authority: Authority { question.authority }

    /// One item as the viewer has it.
    private struct Line {
        let item: ClosedItem
        let child: ChildRecord
        let reading: SecondReading?
        /// Whether the viewer may be its second reader.
        let isForViewer: Bool
    }

    private var lines: [Line] {
        sample.drawn.compactMap { item in
            guard let child = authority[item.child] else { return nil }
            return Line(
                item: item, child: child, reading: item.reading(in: child),
                isForViewer: visit.refusal(of: item, accounts, in: authority) == nil)
        }
    }

    func reply() -> Reply {
        let lines = lines
        let toRead = lines.filter { $0.reading == nil && $0.isForViewer }
        let read = lines.filter { $0.reading != nil }
        let count = SampleCount(sample, in: authority)
        let elsewhere = count.unread - toRead.count
        return visit.page("Second reading, \(sample.month.inWords)") { main in
            if visit.asked("read") != nil { main.doneBanner("Kept. It is part of the record now.") }
            main.h1("Second reading, \(sample.month.inWords)", .class("govuk-heading-l"))
            main.p(
                "What is closed in a moment is mostly closed rightly. To know, a second reader looks at a few of each month: what was closed by “none, because…”, by “still right”, or within a minute of what the same person wrote of the child before. It is the record that is read, and nobody who wrote it.",
                .class("govuk-body"))
            main.p(
                "\(sample.pool.count) closed so in \(sample.month.inWords), \(sample.drawn.count) of them to be read: \(count.words). To be read by \(sample.due.inWords)\(count.unread > 0 && question.answerDay > sample.due ? ", which has passed" : "").",
                .class("govuk-body"))
            main.details(.class("govuk-details")) { details in
                details.summary(.class("govuk-details__summary")) {
                    $0.span("How these were drawn", .class("govuk-details__summary-text"))
                }
                details.div(.class("govuk-details__text")) { text in
                    text.p(MonthlySample.rule)
                    text.p(
                        "Nobody reads what they closed, nor what was closed by somebody whose work they answer for. Of \(sample.untimed.values.reduce(0, +)) of the month’s records nobody can say whether they closed anything within a minute: a program wrote them down."
                    )
                }
            }
            section("To read", toRead, "Nothing of this month waits for you to read it.", into: &main)
            if elsewhere > 0 {
                main.p(
                    "\(elsewhere) more \(elsewhere == 1 ? "is" : "are") for somebody else to read.",
                    .class("govuk-body"))
            }
            section("Read", read, "None is read yet.", into: &main)
            months(into: &main)
        }.showing((toRead + read).map(\.child.id).unique)
    }

    private func section(_ title: String, _ lines: [Line], _ none: String, into page: inout Writer) {
        page.h2(title, .class("govuk-heading-m tl-rung"))
        guard !lines.isEmpty else { return page.p(none, .class("govuk-body")) }
        page.ul(.class("tl-list")) { list in
            for line in lines {
                list.li { item in
                    item.div { who in
                        who.p(.class("tl-who")) {
                            $0.a(
                                .sampled(line.child.id, line.item.fact), .class("govuk-link")
                            ) { words in
                                words.text(line.child.identity.title)
                                words.span(
                                    ": \(SampleWords.title(line.item))", .class("govuk-visually-hidden"))
                            }
                        }
                        who.p(SampleWords.state(line.reading), .class("tl-since"))
                    }
                    item.div { what in
                        what.p { $0.strong(SampleWords.title(line.item)) }
                        what.p(SampleWords.how(line.item), .class("tl-since"))
                    }
                }
            }
        }
    }

    private func months(into page: inout Writer) {
        let latest = Month(overBy: question.threadDay)
        page.p(.class("govuk-body govuk-!-margin-top-6")) { line in
            line.a(.sample(sample.month.previous), sample.month.previous.inWords, .class("govuk-link"))
            if sample.month < latest {
                line.text(" · ")
                line.a(.sample(sample.month.next), sample.month.next.inWords, .class("govuk-link"))
            }
        }
    }
}

extension Visit {
    /// Why the viewer is no second reader of an item; nil where they are.
    func refusal(of item: ClosedItem, _ accounts: [String: Account], in authority: Authority) -> RecordRefusal? {
        item.refusal(of: reader, closer: closer(of: item, accounts), in: authority)
    }

    var reader: SecondReader { SecondReader(account: viewer.id, name: viewer.name, worker: viewer.worker) }

    /// The worker's code of the account that closed an item.
    func closer(of item: ClosedItem, _ accounts: [String: Account]) -> String? {
        item.by.account.flatMap { accounts[$0]?.worker }
    }
}
