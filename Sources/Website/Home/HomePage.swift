import Access
import Casework
import Days
import HTML
import Oversight
import Service
import Standards
import Synchronization

extension Site {
    var homeRoutes: [Route] {
        [
            .get("/", .may(.seeMyWork)) { visit in
                guard let question = visit.question else { return visit.nothingYet("My work") }
                let caseload = await caseloads.caseload(question)
                let view = HomeView(
                    caseload: caseload, visit: visit, rows: workRows, links: JoinLinks(visit.viewer, forms),
                    opened: try await unseen(visit), toRead: try await toRead(visit, question),
                    reviewing: visit.reviewingToDo(question), toAudit: visit.toAudit(question).count)
                return view.reply()
            }
        ]
    }
}

/// My work: which of the viewer's children needs what, in the order of the ladder.
struct HomeView: Sendable {
    let visit: Visit
    private let asAt: Day
    /// The day that what should be joined up is asked about.
    private let joinsDay: Day
    /// How many children are the viewer's to work for.
    private let lookedAfter: Int
    private let entries: [CaseloadEntry]
    private let rows: WorkRows
    private let links: JoinLinks
    /// Whom the viewer writes records of.
    private let recorded: Sight
    /// How many records that were opened with a reason the viewer has not said that they have seen.
    private let opened: Int
    /// What is left for the viewer to read as second reader.
    private let toRead: [SampleToRead]
    /// What of the reviewing service's plan has passed its day, where that is the viewer's to see to.
    private let reviewing: ReviewingToDo?
    /// How many assessments nobody has audited, for whoever audits.
    private let toAudit: Int
    /// What waits for the viewer to agree that it is not so.
    private let awaiting: [(child: ChildRecord, found: Break, answer: HeldJoinAnswer)]
    /// Children with an assessment that waits for the viewer.
    private let toApprove: [(child: ChildRecord, work: AssessmentWork)]
    /// The kinds that the list leaves out.
    private let leftOut: [BreakRule]
    /// How many entries a page shows.
    static let pageSize = 60

    /// A caseload, as far as it is the viewer's work: their own children's, their team's, or everybody's.
    init(
        caseload: Caseload, visit: Visit, rows: WorkRows, links: JoinLinks, opened: Int = 0,
        toRead: [SampleToRead] = [], reviewing: ReviewingToDo? = nil, toAudit: Int = 0
    ) {
        (self.visit, self.rows, self.links, self.opened) = (visit, rows, links, opened)
        (self.toRead, self.reviewing, self.toAudit) = (toRead, reviewing, toAudit)
        (asAt, joinsDay) = (caseload.asAt, caseload.threadDay)
        let sight = Sight(visit.viewer, caseload.authority, .seeMyWork, today: visit.today)
        recorded = Sight(visit.viewer, caseload.authority, .recordWork, today: visit.today)
        lookedAfter = caseload.inCare.count { sight.mayList($0.key, held: $0.value) }
        entries = caseload.entries.filter { sight.mayList($0.work.child, held: $0.allocations) }
        awaiting = visit.awaiting(caseload)
        toApprove = visit.toApprove(caseload)
        leftOut = Breaks.rules.filter { caseload.leftOut.contains($0.id) }
    }

    func reply() -> Reply {
        let paging = Paging(entries.count, by: Self.pageSize, visit)
        let listed = paging.shown(of: entries)
        return visit.page("My work") { main in
            main.h1("My work", .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.text("As at ")
                p.text(asAt)
                p.text(": \(lookedAfter) \(lookedAfter == 1 ? "child" : "children") looked after, ")
                p.text("\(entries.count) with something to join up or to do.")
                p.joinsAsked(on: joinsDay, insteadOf: asAt)
            }
            if opened > 0 {
                main.p(.class("govuk-inset-text")) { p in
                    p.text(
                        opened == 1
                            ? "A record was opened with a reason. " : "\(opened) records were opened with a reason. ")
                    p.a(.opened, "See who opened it and why", .class("govuk-link"))
                    p.text(".")
                }
            }
            if !visit.urgent.isEmpty { main.urgentCalls(visit.urgent, visit.frame) }
            main.awaitingSecond(awaiting, visit.frame)
            main.awaitingApproval(toApprove, visit.frame)
            order(into: &main)
            main.samplesToRead(toRead)
            main.reviewingToDo(reviewing)
            main.assessmentsToAudit(toAudit, visit.keepingDay(.audits))
            if lookedAfter == 0 {
                main.p(
                    "No child who is looked after is allocated to you or your team on this day.", .class("govuk-body"))
            } else if entries.isEmpty {
                main.p(
                    "Nothing is overdue, missing, unallocated or left to join up, as far as the record shows.",
                    .class("govuk-body"))
            }
            var rest = listed
            while let first = rest.first {
                let group = rest.prefix { $0.group == first.group }
                section(first.group, group, into: &main)
                rest = rest.dropFirst(group.count)
            }
            leftOut(into: &main)
            main.pages(paging, "Pages of children") { Link.home.query("page", "\($0)") }
        }.showing(
            (visit.urgent.map(\.child.id) + awaiting.map(\.child.id) + toApprove.map(\.child.id)
                + listed.map(\.work.child)).unique)
    }

    /// Whether the viewer writes down visits of the child.
    private func mayVisit(_ entry: CaseloadEntry) -> Bool {
        RecordKind.visit.isSigned(by: visit.viewer.roles) && recorded.mayList(entry.work.child, held: entry.allocations)
    }

    private func order(into page: inout Writer) {
        page.details(.class("govuk-details")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("How this list is ordered", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { text in
                text.p("By this ladder and, on each step, the longest wait first. There is no score.")
                text.ol(.class("govuk-list govuk-list--number")) { list in
                    list.li("Too little is known")
                    for rung in Rung.allCases {
                        list.li(rung.canBeFound ? rung.title : "\(rung.title) (not recorded here yet)")
                    }
                }
                text.p(
                    "It finds blanks, dates and links that are not made, not quality: once mended it reads “recorded”, not “better”. What nobody recorded is not here: ask the child’s worker."
                )
            }
        }
    }

    /// What the list does not ask, and why.
    private func leftOut(into page: inout Writer) {
        guard !leftOut.isEmpty else { return }
        page.div(.class("govuk-inset-text")) { inset in
            inset.p(
                "Left out of this list until it is put right, because too often it was not so: \(leftOut.map { "“\($0.title)”" }.joined(separator: ", ")). It stays on each child’s thread.",
                .class("govuk-body"))
            if visit.viewer.may(.seeFigures) {
                inset.p(.class("govuk-body")) { $0.a(.joinRates, "How each kind was answered", .class("govuk-link")) }
            }
        }
    }

    private func section(_ title: String, _ entries: ArraySlice<CaseloadEntry>, into page: inout Writer) {
        page.h2(title, .class("govuk-heading-m tl-rung"))
        page.ul(.class("tl-list")) { list in
            for entry in entries {
                list.li { item in
                    item.text(rows.row(entry, links))
                    if mayVisit(entry) {
                        item.p(.class("tl-do")) {
                            $0.a(
                                .recording(entry.work.child, .visit), .class("govuk-link")
                            ) { words in
                                words.text("Record a visit")
                                words.span(" to \(entry.title)", .class("govuk-visually-hidden"))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The rows of My work as they are written, each kept until its child is worked out anew. Whoever signs other kinds of
/// record has other links in them.
final class WorkRows: Sendable {
    private struct Place: Hashable {
        let child: ChildID
        let links: UInt64
    }

    private let kept = Mutex<[Place: (making: UInt64, row: Fragment)]>([:])

    func row(_ entry: CaseloadEntry, _ links: JoinLinks) -> Fragment {
        let place = Place(child: entry.work.child, links: links.edition)
        let held = kept.withLock { $0[place] }
        if let held, held.making == entry.making { return held.row }
        let row = Fragment { Self.write(entry, links, into: &$0) }
        kept.withLock { $0[place] = (entry.making, row) }
        return row
    }

    private static func write(_ entry: CaseloadEntry, _ links: JoinLinks, into item: inout Writer) {
        item.div { who in
            who.p(.class("tl-who")) { $0.a(.child(entry.work.child), entry.title, .class("govuk-link")) }
            who.p(entry.about, .class("tl-since"))
            if let signed = entry.lastSigned {
                who.p("The last record here is of \(signed.inWords)", .class("tl-since"))
            }
        }
        item.div { what in
            for gap in entry.work.gaps { what.p { $0.strong(gap.title) } }
            for work in entry.work.items { what.workLine(work, of: entry.work.child, links) }
            for found in entry.work.putOff { what.putOffLine(found, links) }
            if entry.work.more > 0 {
                what.p(.class("tl-since")) {
                    $0.a(.child(entry.work.child), "and \(entry.work.more) more", .class("govuk-link"))
                }
            }
        }
    }
}

extension CaseloadEntry {
    /// The heading it stands under.
    fileprivate var group: String {
        work.isTooLittleKnown ? "Too little is known" : work.items.first?.rung.title ?? "Put off, and counted"
    }
}

extension Writer {
    /// One thing to do, in a list of many: what, since when and who acts; why opens.
    mutating func workLine(_ item: WorkItem, of child: ChildID, _ links: JoinLinks) {
        details(.class("tl-why")) { why in
            why.summary { line in
                line.strong(item.title)
                line.text(item.rung == .dueThisWeek ? " Due " : " Since ")
                line.text(item.since)
            }
            for sentence in item.why { why.p(sentence) }
            if case .join(let found) = item.what {
                why.p(.class("tl-since")) { line in
                    line.text("\(found.rule.saysWhy) · ")
                    line.a(JoinLinks.thread(found), "See it in the thread", .class("govuk-link"))
                }
            }
        }
        act(item, of: child, links)
        if case .join(let found) = item.what { joinShort(found, links) }
    }

    /// What to do about it, as a link to where it is done.
    private mutating func act(_ item: WorkItem, of child: ChildID, _ links: JoinLinks) {
        switch item.what {
        case .join(let found): joinAction(found, links)
        case .signal(let signal): signalAction(signal, item.action, links)
        case .duty(let duty): act(item, links.doing(duty, of: child))
        case .missing: act(item, links.doing(nil, of: child))
        }
    }

    private mutating func act(_ item: WorkItem, _ link: Link) {
        p(.class("tl-act")) { $0.a(link, item.action, .class("govuk-link")) }
    }

    /// One thing to do, on the child's own page: all of it.
    mutating func workItem(_ item: WorkItem, of child: ChildID, _ links: JoinLinks) {
        p { line in
            line.strong(item.title)
            line.text(item.rung == .dueThisWeek ? " Due " : " Since ")
            line.text(item.since)
        }
        p(item.why.joined(separator: " "), .class("tl-since"))
        act(item, of: child, links)
    }
}
