import Access
import Casework
import Days
import HTML
import Oversight
import Service
import Standards

/// A child's page: who this is, what is owed and how it stands, and what has happened.
struct ChildView {
    let assessed: Assessed
    let question: Question
    let visit: Visit
    let tab: ChildTab
    /// Those that the record has something for.
    let tabs: [ChildTab]
    /// Where the viewer goes to join something up.
    let links: JoinLinks
    /// The child's signed records with their words, where the tab shows them.
    var told: [ToldRecord] = []
    /// Brothers and sisters of whom the viewer is told.
    let siblings: [SiblingAsAt]
    /// What was said of them, by the event; read for the page that shows it.
    var siblingWords: [EventID: SignedRecord] = [:]
    /// Who answered what is to be joined up, where the tab says it.
    var accounts: [String: Account]?
    /// The latest assessment, where the tab offers it and it is the viewer's to audit.
    var toAudit: HeldRecord?

    var child: ChildAsAt { assessed.child }
    var record: ChildRecord { assessed.child.record }
    private var name: String { record.identity.title }

    /// What was said urgently, as far as the viewer is shown it; also since the day that the page speaks for, unless one was
    /// asked for.
    var calls: [UrgentCall] {
        let whole = visit.asked("as-at") == nil ? question.authority[record.id] : nil
        return visit.heard(whole ?? record).map(\.call)
    }

    /// Whether the viewer writes in the record: anything, or records of a kind.
    var mayRecord: Bool { visit.may(.recordWork, record, question) }
    func mayRecord(_ kind: RecordKind) -> Bool {
        kind.isSigned(by: visit.viewer.roles) && visit.may(kind.action, record, question)
    }

    /// Why nothing is asked about the child on the day; nil where something may be. It says nothing of what was left open.
    var whyNothingIsAsked: String? {
        if let died = child.died { return "Died on \(died.inWords), so nothing is asked any more." }
        return child.isLookedAfter ? nil : "Not looked after on \(child.day.inWords), so nothing is asked."
    }

    /// What stands in the viewer's frame. There is nothing of the session in it, so that it may be kept.
    func written() -> WrittenPage {
        let title = tab == .now ? name : "\(tab.title) – \(name)"
        return WrittenPage(title: title, about: record.id) { main in
            main.h1(name, .class("govuk-heading-l"))
            if let day = visit.asked("known-on").flatMap({ Day($0) }) {
                main.p(
                    "As it was known at the end of \(day.inWords), as at \(child.day.inWords).",
                    .class("govuk-inset-text"))
            }
            identity(into: &main)
            if mayRecord {
                main.div(.class("govuk-button-group tl-do")) { buttons in
                    if RecordKind.visit.isSigned(by: visit.viewer.roles) {
                        buttons.a(.recording(record.id, .visit), "Record a visit", .class("govuk-button"))
                    }
                    buttons.a(
                        .recording(record.id), "Record something", .class("govuk-button govuk-button--secondary"))
                }
            }
        } rest: { main in
            documents(into: &main)
            tabs(into: &main)
            switch tab {
            case .now: now(into: &main)
            case .thread: thread(into: &main)
            case .timeline:
                guard let timeline else { return }
                main.h2("What has happened", .class("govuk-heading-m"))
                controls(timeline, into: &main)
                timeline.draw(into: &main)
                timeline.twin(into: &main)
            case .chronology: chronology(into: &main)
            case .plan:
                plans(into: &main)
                placementRequests(into: &main)
            case .placement: placements(into: &main)
            case .visits: visits(into: &main)
            case .legal: legal(into: &main)
            case .reviews: reviews(into: &main)
            case .missing: missing(into: &main)
            case .adoption: adoption(into: &main)
            case .health, .education, .familyTime, .voice, .directWork, .identity, .leavingCare:
                if let part = LifePart.of(tab) { life(part, into: &main) }
            case .people: people(into: &main)
            }
            if !tab.families.isEmpty { owed(assessed.duties.filter { tab.shows($0) }, into: &main) }
        }
    }

    /// The way to the files about the child.
    private func documents(into page: inout Writer) {
        let count = visit.documents(of: record).count
        page.p(.class("tl-do govuk-!-margin-bottom-4")) {
            $0.a(.documents(record.id), count == 0 ? "Documents" : "Documents (\(count))", .class("govuk-link"))
        }
    }

    // MARK: Who this is

    private func identity(into page: inout Writer) {
        page.div(.class("tl-identity")) { bar in
            bar.dl { list in
                fact("Age", age, &list)
                fact("Looked after", lookedAfter, &list)
                fact("Legal status", child.legalStatus?.meaning ?? "none on \(child.day.inWords)", &list)
                fact("Placement", child.currentPlacement?.type.meaning ?? "none on \(child.day.inWords)", &list)
                fact("Social worker", child.socialWorker.map { question.name(of: $0.worker) } ?? "no one known", &list)
                let team = child.socialWorker.flatMap { question.worker($0.worker)?.team } ?? ""
                fact("Team", team.isEmpty ? "not known" : team, &list)
                fact("IRO", child.iro.map { question.name(of: $0.worker) } ?? "no one known", &list)
            }
            alerts(into: &bar)
        }
    }

    /// What whoever opens the page must see before anything else.
    private func alerts(into bar: inout Writer) {
        if let died = child.died {
            bar.p("Died on \(died.inWords). Every clock stopped that day.", .class("tl-alert"))
        }
        if let episode = child.openMissingEpisode, child.isLookedAfter {
            bar.p(
                "\(episode.kind == .missing ? "Missing" : "Away without authorisation") since \(episode.start.inWords); no return is recorded.",
                .class("tl-alert"))
        }
        // Today's word, whatever day the page speaks for: a mark made since is not missed.
        bar.confidentialAddress(of: visit.child)
        for call in calls where call.isOpen {
            bar.p(call.alert, .class("tl-alert"))
        }
        if record.identity.birthDates.count > 1 {
            bar.p("Two birth dates are recorded. The safeguards of the younger age apply.", .class("tl-alert"))
        }
    }

    private var age: String {
        switch child.ages(on: child.day) {
        case let ages? where ages.lowerBound == ages.upperBound: "\(ages.lowerBound)"
        case let ages?: "\(ages.lowerBound) or \(ages.upperBound)"
        case nil: "not known"
        }
    }

    private var lookedAfter: String {
        guard let period = child.currentPeriod else { return "not on \(child.day.inWords)" }
        return "\(period.start.isKnown ? "since" : "on or before") \(period.start.day.inWords)"
    }

    private func fact(_ name: String, _ value: String, _ list: inout Writer) {
        list.div { item in
            item.dt(name)
            item.dd(value.capitalised)
        }
    }

    private func tabs(into page: inout Writer) {
        page.nav(.class("tl-tabs"), .aria("aria-label", "Parts of this record")) { nav in
            nav.ul { list in
                for tab in tabs {
                    list.li {
                        $0.a(
                            .child(record.id, tab), tab.title,
                            .when(tab == self.tab, .aria("aria-current", "page")))
                    }
                }
                if visit.may(.useEmergencyPage, record, question) {
                    list.li { $0.a(.emergency(record.id), "Emergency page") }
                }
                if visit.may(.seeWhoLooked, record, question) {
                    list.li { $0.a(.looked(record.id), "Who has looked") }
                }
            }
        }
    }

    // MARK: What needs doing

    private func now(into page: inout Writer) {
        let work = assessed.worklist
        page.h2("What should be joined up", .class("govuk-heading-m"))
        if !work.isTooLittleKnown && work.items.isEmpty {
            page.p(whyNothingIsAsked ?? "Nothing that the record can show.", .class("govuk-body"))
        } else {
            page.ul(.class("govuk-list tl-duties")) { list in
                for gap in work.gaps { list.li { $0.strong(gap.title) } }
                for item in work.items { list.li { $0.workItem(item, of: record.id, links) } }
            }
        }
        otherQuestions(work, into: &page)
        assessmentsNow(into: &page)
        yearsAhead(into: &page)
        let open = assessed.duties.filter { $0.isOwed(on: child.day) }
        page.h2("What is owed now", .class("govuk-heading-m"))
        if open.isEmpty {
            page.p("Nothing that the record can show is due or past its day.", .class("govuk-body"))
        } else {
            list(open.sorted { ($0.due ?? .distantPast) < ($1.due ?? .distantPast) }, into: &page)
        }
        page.p(
            "What was owed before, and what the record cannot answer, stands in each part of the record.",
            .class("govuk-hint govuk-!-margin-top-4"))
    }

    /// The worklist shows three; here is where the rest is.
    private func otherQuestions(_ work: Worklist, into page: inout Writer) {
        let shown = Set(work.items)
        let signals = assessed.signals.filter { signal in
            !shown.contains { if case .signal(let other) = $0.what { other == signal } else { false } }
        }
        guard work.more > 0 else { return }
        if tabs.contains(.thread) {
            page.p(.class("govuk-body")) { p in
                p.text("There is more than these three. ")
                p.a(
                    .child(record.id, .thread), "All that is to be joined up stands in the thread", .class("govuk-link")
                )
                p.text(".")
            }
        }
        guard !signals.isEmpty else { return }
        page.h3("Other questions the record raises", .class("govuk-heading-s"))
        page.ul(.class("govuk-list govuk-list--bullet")) { list in
            for signal in signals {
                list.li { $0.text("\(signal.title) \(signal.facts.map(\.sentence).joined(separator: " "))") }
            }
        }
    }

    // MARK: What is owed

    private func owed(_ duties: [Duty], into page: inout Writer) {
        guard !duties.isEmpty else { return }
        let known = duties.filter { if case .unknown = $0.standing { false } else { true } }
        let unknown = duties.filter { if case .unknown = $0.standing { true } else { false } }
        page.h2("What is owed, and how it stands", .class("govuk-heading-m"))
        if known.isEmpty {
            page.p("Nothing owed here can be settled from what is held.", .class("govuk-body"))
        }
        list(known.sorted { ($0.due ?? .distantPast) > ($1.due ?? .distantPast) }, into: &page)
        guard !unknown.isEmpty else { return }
        page.details(.class("govuk-details govuk-!-margin-top-6")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("\(unknown.count) that the record cannot answer", .class("govuk-details__summary-text"))
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

extension Writer {
    /// That where a child lives is a secret: on every page that tells it, or holds what might. Nothing where it is none.
    ///
    /// - Parameter apart: Whether it stands by itself among the parts of a page, and not among other alerts.
    mutating func confidentialAddress(of child: ChildRecord?, apart: Bool = false) {
        guard child?.hasConfidentialAddress == true else { return }
        p(
            "Where this child lives is confidential. Look under People before you tell anybody.",
            .class(apart ? "tl-alert govuk-body govuk-!-margin-bottom-6" : "tl-alert"))
    }
}
