import Casework
import Days
import HTML
import Oversight
import Service
import Standards

/// A child who needs something, with at most three things and how many more there are.
struct HomeEntry {
    let id: ChildID
    let number: String
    let about: String
    let items: [WorkItem]
    var shown: ArraySlice<WorkItem> { items.prefix(3) }
    var more: Int { max(0, items.count - 3) }
}

/// The home page: which child needs what, in the order of the ladder.
struct HomeView {
    let asAt: Day
    let lookedAfter: Int
    let entries: [HomeEntry]
    /// How many entries a page shows.
    static let pageSize = 60
    let number: Int

    init(_ question: Question, page: Int) {
        asAt = question.asAt
        var lookedAfter = 0
        var entries: [HomeEntry] = []
        for record in question.authority.children.values {
            let child = ChildAsAt(record, question.asAt)
            guard child.isLookedAfter else { continue }
            lookedAfter += 1
            let items = child.work(Catalogue.duties(of: child, question.context), question.context)
            guard !items.isEmpty else { continue }
            entries.append(
                HomeEntry(
                    id: child.id, number: record.identity.ssda903, about: child.inShort, items: items))
        }
        self.lookedAfter = lookedAfter
        self.entries = entries.sorted {
            let (a, b) = ($0.items[0], $1.items[0])
            return a.rung != b.rung ? a.rung < b.rung : a.since != b.since ? a.since < b.since : $0.id < $1.id
        }
        number = min(max(1, page), max(1, (entries.count + Self.pageSize - 1) / Self.pageSize))
    }

    var pages: Int { max(1, (entries.count + Self.pageSize - 1) / Self.pageSize) }
    var onPage: ArraySlice<HomeEntry> { entries.dropFirst((number - 1) * Self.pageSize).prefix(Self.pageSize) }
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
    func page(notice: String) -> [UInt8] {
        Layout.page(title: "My work", notice: notice) { main in
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
                        for rung in Rung.allCases { list.li(rung.title) }
                    }
                    text.p(
                        "It finds blanks and dates, not quality. What a return cannot show is not here: ask the child’s worker."
                    )
                }
            }
            if entries.isEmpty {
                main.p("Nothing that a return can show is overdue, missing or unallocated.", .class("govuk-body"))
            }
            var open: Rung?
            var group: [HomeEntry] = []
            for entry in onPage {
                if let rung = open, rung != entry.items[0].rung {
                    section(rung, group, into: &main)
                    group = []
                }
                open = entry.items[0].rung
                group.append(entry)
            }
            if let open { section(open, group, into: &main) }
            pagination(into: &main)
        }
    }

    private func section(_ rung: Rung, _ entries: [HomeEntry], into page: inout Writer) {
        page.h2(rung.title, .class("govuk-heading-m tl-rung"))
        page.ul(.class("tl-list")) { list in
            for entry in entries {
                list.li { item in
                    item.div { who in
                        who.p(.class("tl-who")) {
                            $0.a(.child(entry.id), "Child \(entry.number)", .class("govuk-link"))
                        }
                        who.p(entry.about, .class("tl-since"))
                    }
                    item.div { what in
                        for work in entry.shown {
                            what.p { p in
                                p.strong(work.what)
                                p.text(", since ")
                                p.text(work.since)
                            }
                            what.p(work.why, .class("tl-since"))
                        }
                        if entry.more > 0 { what.p("and \(entry.more) more", .class("tl-since")) }
                    }
                }
            }
        }
    }

    private func pagination(into page: inout Writer) {
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
