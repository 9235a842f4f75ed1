import Casework
import Days
import HTML
import Oversight
import Service
import Standards

extension Site {
    var childRoutes: [Route] {
        [
            .get("/children/:id", .child(.seeChild)) { visit in
                guard let question = visit.question, let record = visit.child else { return .notFound }
                let assessed = Assessed(ChildAsAt(record, question.asAt), question)
                return .page(ChildView(assessed: assessed, question: question).page(in: visit.frame))
            }
        ]
    }
}

/// A child's page: who this is, what is owed and how it stands, and what has happened.
struct ChildView {
    let assessed: Assessed
    let question: Question

    private var child: ChildAsAt { assessed.child }
    private var record: ChildRecord { assessed.child.record }

    func page(in frame: Frame) -> [UInt8] {
        frame.page(title: "Child \(record.identity.ssda903)") { main in
            main.h1("Child \(record.identity.ssda903)", .class("govuk-heading-l"))
            identity(into: &main)
            if let died = child.died {
                main.p(
                    "Died on \(died.inWords). Every clock stopped that day.",
                    .class("govuk-body govuk-!-font-weight-bold"))
            }
            now(into: &main)
            main.h2("What has happened", .class("govuk-heading-m"))
            if let timeline = Timeline(child) {
                timeline.draw(into: &main)
                timeline.twin(into: &main)
            } else {
                main.p("No return says anything of this child’s care by this day.", .class("govuk-body"))
            }
            duties(into: &main)
        }
    }

    private func identity(into page: inout Writer) {
        page.div(.class("tl-identity")) { bar in
            bar.dl { list in
                fact(
                    "Age",
                    child.ages(on: child.day).map {
                        $0.lowerBound == $0.upperBound
                            ? "\($0.lowerBound)" : "\($0.lowerBound) or \($0.upperBound): two birth dates recorded"
                    } ?? "not known", &list)
                fact("Looked after", lookedAfter, &list)
                fact("Legal status", child.legalStatus?.meaning ?? "none on \(child.day.inWords)", &list)
                fact("Placement", child.currentPlacement?.type.meaning ?? "none on \(child.day.inWords)", &list)
                fact("Social worker", child.socialWorker.map { question.name(of: $0.worker) } ?? "no one known", &list)
                fact("Team", child.socialWorker.flatMap { question.worker($0.worker)?.team } ?? "not known", &list)
                fact("IRO", child.iro.map { question.name(of: $0.worker) } ?? "no one known", &list)
            }
        }
    }

    private var lookedAfter: String {
        guard let period = child.currentPeriod else { return "not on \(child.day.inWords)" }
        return "since \(period.start.isKnown ? "" : "on or before ")\(period.start.day.inWords)"
    }

    private func fact(_ name: String, _ value: String, _ list: inout Writer) {
        list.div { item in
            item.dt(name)
            item.dd(value)
        }
    }

    private func now(into page: inout Writer) {
        let work = assessed.worklist
        page.h2("What should be joined up", .class("govuk-heading-m"))
        guard work.isTooLittleKnown || !work.items.isEmpty else {
            return page.p(
                child.isLookedAfter
                    ? "Nothing that a return can show." : "Not looked after on this day, so nothing is asked.",
                .class("govuk-body"))
        }
        page.ul(.class("govuk-list tl-duties")) { list in
            for gap in work.gaps { list.li { $0.strong(gap.title) } }
            for item in work.items { list.li { $0.workItem(item) } }
        }
        // The worklist shows three; the page is where the rest is.
        let shown = Set(work.items)
        let signals = assessed.signals.filter { signal in
            !shown.contains { if case .signal(let other) = $0.what { other == signal } else { false } }
        }
        guard work.more > 0, !signals.isEmpty else { return }
        page.h3("Other questions the record raises", .class("govuk-heading-s"))
        page.ul(.class("govuk-list govuk-list--bullet")) { list in
            for signal in signals {
                list.li { $0.text("\(signal.title) \(signal.facts.map(\.sentence).joined(separator: " "))") }
            }
        }
    }

    private func duties(into page: inout Writer) {
        let known = assessed.duties.filter { if case .unknown = $0.standing { false } else { true } }
        let unknown = assessed.duties.filter { if case .unknown = $0.standing { true } else { false } }
        page.h2("What is owed, and how it stands", .class("govuk-heading-m"))
        if known.isEmpty { page.p("Nothing owed can be settled from the returns.", .class("govuk-body")) }
        list(known.sorted { ($0.due ?? .distantPast) > ($1.due ?? .distantPast) }, into: &page)
        guard !unknown.isEmpty else { return }
        page.details(.class("govuk-details govuk-!-margin-top-6")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("\(unknown.count) that the returns cannot answer", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) {
                list(unknown.sorted { ($0.due ?? .distantPast) > ($1.due ?? .distantPast) }, into: &$0)
            }
        }
    }

    private func list(_ duties: [Duty], into page: inout Writer) {
        page.ul(.class("tl-duties govuk-list")) { list in
            for duty in duties {
                let standard = Catalogue.standard(of: duty)
                list.li { item in
                    item.standingTag(duty)
                    item.text(" ")
                    item.strong(standard.title)
                    item.p(duty.sentence)
                    item.p(
                        "\(standard.id) · \(standard.weight.title)\(standard.certainty == .unverified ? ", unverified" : "") · \(standard.source)",
                        .class("tl-since"))
                }
            }
        }
    }
}
