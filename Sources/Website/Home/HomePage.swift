import Casework
import Days
import HTML
import Oversight
import Service
import Standards

/// A child who needs something.
struct HomeEntry: Sendable {
    let title: String
    let about: String
    let work: Worklist

    /// The heading it stands under.
    var group: String { work.isTooLittleKnown ? "Too little is known" : work.items.first?.rung.title ?? "" }
}

extension Site {
    var homeRoutes: [Route] {
        [
            .get("/", .may(.seeMyWork)) { visit in
                guard let question = visit.question else {
                    return visit.page("My work") { main in
                        main.h1("Nothing here yet", .class("govuk-heading-l"))
                        main.p(
                            "Import a return: throughline import ssda903 FOLDER --year 2025-26", .class("govuk-body"))
                    }
                }
                let number = visit.asked("page").flatMap { Int($0) } ?? 1
                return .page(await home.view(question).page(number, in: visit.frame))
            }
        ]
    }
}

/// The last home list, kept until somebody writes or another day is asked about.
actor HomeList {
    private var kept: (head: EventID, asAt: Day, view: HomeView)?

    func view(_ question: Question) -> HomeView {
        if let kept, kept.head == question.authority.head, kept.asAt == question.asAt { return kept.view }
        let view = HomeView(question)
        kept = (question.authority.head, question.asAt, view)
        return view
    }
}

/// The home page: which child needs what, in the order of the ladder.
struct HomeView: Sendable {
    let asAt: Day
    let lookedAfter: Int
    let entries: [HomeEntry]
    /// How many entries a page shows.
    static let pageSize = 60

    init(_ question: Question) {
        asAt = question.asAt
        var lookedAfter = 0
        var entries: [HomeEntry] = []
        for record in question.authority.children.values {
            let child = ChildAsAt(record, question.asAt)
            guard child.isLookedAfter else { continue }
            lookedAfter += 1
            let work = Assessed(child, question).worklist
            guard work.isTooLittleKnown || !work.items.isEmpty else { continue }
            entries.append(HomeEntry(title: record.identity.title, about: child.inShort, work: work))
        }
        self.lookedAfter = lookedAfter
        self.entries = entries.sorted { Worklist.precedes($0.work, $1.work) }
    }

    var pages: Int { max(1, (entries.count + Self.pageSize - 1) / Self.pageSize) }

    private func entries(onPage number: Int) -> ArraySlice<HomeEntry> {
        entries.dropFirst((number - 1) * Self.pageSize).prefix(Self.pageSize)
    }
}

extension ChildAsAt {
    /// Age, law and place in a few words.
    var inShort: String {
        let age =
            switch self.ages(on: day) {
            case let ages? where ages.lowerBound == ages.upperBound: "aged \(ages.lowerBound)"
            case let ages?: "aged \(ages.lowerBound) or \(ages.upperBound)"
            case nil: "age not known"
            }
        return [age, legalStatus?.meaning, currentPlacement?.type.meaning].compactMap { $0 }.joined(separator: ", ")
    }
}

extension HomeView {
    func page(_ asked: Int, in frame: Frame) -> [UInt8] {
        let number = min(max(1, asked), pages)
        return frame.page(title: "My work") { main in
            main.h1("What children need now", .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.text("As at ")
                p.text(asAt)
                p.text(
                    ": \(lookedAfter) children looked after, \(entries.count) of them with something to join up or to do."
                )
            }
            main.details(.class("govuk-details")) { details in
                details.summary(.class("govuk-details__summary")) {
                    $0.span("How this list is ordered", .class("govuk-details__summary-text"))
                }
                details.div(.class("govuk-details__text")) { text in
                    text.p("By this ladder and, on each step, the longest wait first. There is no score.")
                    text.ol(.class("govuk-list govuk-list--number")) { list in
                        list.li("Too little is known")
                        for rung in Rung.allCases {
                            list.li(rung.canComeFromReturn ? rung.title : "\(rung.title) (not recorded here yet)")
                        }
                    }
                    text.p(
                        "It finds blanks and dates, not quality. What a return cannot show is not here: ask the child’s worker."
                    )
                }
            }
            if entries.isEmpty {
                main.p("Nothing that a return can show is overdue, missing or unallocated.", .class("govuk-body"))
            }
            var rest = entries(onPage: number)
            while let first = rest.first {
                let group = rest.prefix { $0.group == first.group }
                section(first.group, group, into: &main)
                rest = rest.dropFirst(group.count)
            }
            pagination(number, into: &main)
        }
    }

    private func section(_ title: String, _ entries: ArraySlice<HomeEntry>, into page: inout Writer) {
        page.h2(title, .class("govuk-heading-m tl-rung"))
        page.ul(.class("tl-list")) { list in
            for entry in entries {
                list.li { item in
                    item.div { who in
                        who.p(.class("tl-who")) {
                            $0.a(.child(entry.work.child), entry.title, .class("govuk-link"))
                        }
                        who.p(entry.about, .class("tl-since"))
                    }
                    item.div { what in
                        for gap in entry.work.gaps { what.p { $0.strong(gap.title) } }
                        for work in entry.work.items { what.workItem(work) }
                        if entry.work.more > 0 { what.p("and \(entry.work.more) more", .class("tl-since")) }
                    }
                }
            }
        }
    }

    private func pagination(_ number: Int, into page: inout Writer) {
        guard pages > 1 else { return }
        page.nav(.class("govuk-pagination"), .aria("aria-label", "Pages of children")) { nav in
            if number > 1 {
                nav.a(
                    Link.home.query("page", "\(number - 1)"), "Previous page",
                    .class("govuk-link govuk-!-margin-right-4"))
            }
            nav.span("Page \(number) of \(pages)", .class("govuk-body govuk-!-margin-right-4"))
            if number < pages { nav.a(Link.home.query("page", "\(number + 1)"), "Next page", .class("govuk-link")) }
        }
    }
}

extension Writer {
    /// One thing to do: what, since when, the facts behind it, and who acts.
    mutating func workItem(_ item: WorkItem) {
        p { line in
            line.strong(item.title)
            line.text(item.rung == .dueThisWeek ? ", due " : ", since ")
            line.text(item.since)
        }
        p("\(item.why.joined(separator: " ")) \(item.action)", .class("tl-since"))
    }
}
