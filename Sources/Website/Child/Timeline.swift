import Casework
import Days
import HTML
import Service

/// What a timeline can show, each a lane of the drawing and a kind of row in its twin.
enum TimelineKind: String, CaseIterable, Sendable {
    case placements, law, missing, visits, reviews, records, workers, urgent

    var title: String {
        switch self {
        case .placements: "Placement"
        case .law: "Legal status"
        case .missing: "Missing or away"
        case .visits: "Visits"
        case .reviews: "Reviews"
        case .records: "Other records"
        case .workers: "Social worker"
        case .urgent: "May not be safe"
        }
    }

    /// How a mark of it is drawn.
    fileprivate var mark: String {
        switch self {
        case .visits: "mark-visit"
        case .records: "mark-record"
        case .urgent: "mark-urgent"
        case .placements, .law, .missing, .reviews, .workers: "mark-review"
        }
    }
}

/// What happened in a child's life on one scale: placements, legal statuses, workers and times missing as bars; visits, reviews
/// and what else was signed as marks; and the same again as a table for whoever cannot see it.
struct Timeline {
    /// A bar or a mark of the drawing, and a row of the twin.
    struct Entry {
        let kind: TimelineKind
        let start: StartDay
        /// Nil for what goes on, or for a mark.
        let end: Day?
        let isMark: Bool
        let what: String
        /// What is said of its end in the twin; nil where nothing is.
        let ending: String?
        /// The signed record that it is, where it is one.
        var record: EventID?
    }

    let child: ChildAsAt
    let kinds: Set<TimelineKind>
    /// One calendar year, or nil for all of it.
    let year: Int?
    let entries: [Entry]
    private let first: Day
    private let last: Day

    private static let left = 130.0
    private static let width = 960.0
    private static let lane = 36.0
    private static let top = 30.0

    /// Nil where there is nothing to draw.
    init?(
        _ child: ChildAsAt, _ question: Question, urgent: [UrgentCall] = [],
        kinds: Set<TimelineKind> = Set(TimelineKind.allCases),
        year: Int? = nil
    ) {
        guard let begin = child.periods.first?.start.day else { return nil }
        self.child = child
        self.kinds = kinds
        self.year = year
        let end = max(child.day, begin + 30, urgent.map(\.at).max()?.inLondon.day ?? begin)
        (first, last) = (
            year.flatMap { Day($0, 1, 1) }.map { max($0, begin) } ?? begin,
            year.flatMap { Day($0, 12, 31) }.map { min($0, end) } ?? end
        )
        let window = (first, last)
        entries = (Self.entries(of: child, question) + urgent.map { Entry($0) }).filter { entry in
            kinds.contains(entry.kind) && entry.start.day <= window.1
                && (entry.isMark ? entry.start.day : entry.end ?? .distantFuture) >= window.0
        }
    }

    /// The calendar years there are to choose from.
    var years: ClosedRange<Int> {
        let begin = child.periods.first?.start.day.year ?? child.day.year
        return min(begin, child.day.year)...child.day.year
    }

    private static func entries(of child: ChildAsAt, _ question: Question) -> [Entry] {
        var entries: [Entry] = []
        for placement in child.placements {
            entries.append(
                Entry(
                    kind: .placements, start: placement.start, end: placement.end, isMark: false,
                    what: "\(placement.opensCare ? "Care began: " : "")\(placement.type.meaning)",
                    ending: placement.closesCare
                        ? "Care ended: \(child.periods[placement.period].ending.meaning)"
                        : placement.endReason.isBlank ? nil : "Placement ended: \(placement.endReason.meaning)"))
        }
        for spell in child.legalSpells {
            entries.append(
                Entry(
                    kind: .law, start: spell.start, end: spell.end, isMark: false, what: spell.status.meaning,
                    ending: nil))
        }
        for episode in child.record.missing {
            entries.append(
                Entry(
                    kind: .missing, start: StartDay(episode.start, isKnown: true), end: episode.end, isMark: false,
                    what: episode.kind.meaning, ending: "Returned, gone since \(episode.start.inWords)"))
        }
        for review in child.reviews {
            entries.append(
                Entry(
                    kind: .reviews, start: StartDay(review.day, isKnown: true), end: nil, isMark: true,
                    what: "Review: \(review.review.participation.meaning)", ending: nil))
        }
        // A review that was signed here is among the reviews.
        for record in child.record.records where record.kind != .review { entries.append(Entry(record)) }
        for allocation in child.record.allocations where allocation.role == .socialWorker {
            entries.append(
                Entry(
                    kind: .workers, start: StartDay(allocation.start, isKnown: true), end: allocation.end,
                    isMark: false, what: "Social worker: \(question.name(of: allocation.worker))", ending: nil))
        }
        return entries
    }

    // MARK: The drawing

    private func x(_ day: Day) -> Double {
        let share = Double(min(max(day, first), last) - first) / Double(max(1, last - first))
        return Self.left + share * (Self.width - Self.left - 20)
    }

    func draw(into page: inout Writer) {
        let lanes = TimelineKind.allCases.filter { kinds.contains($0) }
        let height = Self.top + Double(lanes.count) * Self.lane + 10
        page.div(.class("tl-wide"), .tabindex(0), .role("group"), .aria("aria-label", "Timeline drawing")) { box in
            box.svg(
                title: "Timeline from \(first.inWords) to \(last.inWords)", width: Int(Self.width),
                height: Int(height), .class("tl-timeline")
            ) { svg in
                axis(to: height - 6, into: &svg)
                for (place, kind) in lanes.enumerated() {
                    let y = Self.top + Double(place) * Self.lane
                    svg.words(x: 8, y: y + 19, kind.title)
                    for entry in entries where entry.kind == kind { mark(entry, y, into: &svg) }
                }
                if child.day <= last {
                    svg.line(from: (x(child.day), 24), to: (x(child.day), height - 6), .class("today"))
                }
            }
        }
    }

    private func mark(_ entry: Entry, _ y: Double, into svg: inout Writer) {
        let title =
            "\(entry.what), \(entry.isMark ? "on" : entry.start.isKnown ? "from" : "on or before") \(entry.start.day.inWords)"
        guard !entry.isMark else {
            return svg.circle(
                x: x(entry.start.day), y: y + 14, radius: 6,
                .class(entry.kind.mark), title: title)
        }
        let from = x(entry.start.day)
        let until = x(min(entry.end ?? child.day, child.day))
        svg.rect(
            x: from, y: y + 2, width: max(3, until - from), height: 24, .class("bar-\(entry.kind.rawValue)"),
            title: title)
    }

    /// A line a year, or a month where one year is shown.
    private func axis(to bottom: Double, into svg: inout Writer) {
        var ticks: [(Day, String)] = []
        if year != nil {
            for month in 1...12 {
                if let day = Day(first.year, month, 1), day >= first, day <= last {
                    ticks.append((day, String(day.inWords.split(separator: " ")[1].prefix(3))))
                }
            }
        } else {
            for year in stride(from: first.year, through: last.year, by: max(1, (last.year - first.year) / 8)) {
                if let day = Day(year, 1, 1) { ticks.append((max(day, first), "\(year)")) }
            }
        }
        for (day, words) in ticks {
            svg.line(from: (x(day), 24), to: (x(day), bottom), .class("axis"))
            svg.words(x: x(day) + 3, y: 18, words)
        }
    }

    // MARK: The twin

    /// What happened, day by day, latest first.
    private var rows: [(day: Day, known: Bool, what: String, record: EventID?)] {
        var rows: [(day: Day, known: Bool, what: String, record: EventID?)] = []
        for entry in entries {
            if entry.start.day >= first {
                rows.append((entry.start.day, entry.start.isKnown, Self.opening(entry), entry.record))
            }
            if let end = entry.end, end <= last, let ending = entry.ending { rows.append((end, true, ending, nil)) }
        }
        return rows.sorted { $0.day > $1.day }
    }

    private static func opening(_ entry: Entry) -> String {
        switch entry.kind {
        case .placements: entry.what.hasPrefix("Care began") ? entry.what : "Placement began: \(entry.what)"
        case .law: "Legal status: \(entry.what)"
        case .missing: "\(entry.what.capitalised) from this day"
        case .visits, .reviews, .records, .workers, .urgent: entry.what
        }
    }

    func twin(into page: inout Writer) {
        let rows = rows
        guard !rows.isEmpty else {
            return page.p("Nothing of these kinds happened in this time.", .class("govuk-body"))
        }
        page.table("What happened, latest first", ["Day", "What"]) { body in
            for event in rows {
                body.tr(.class("govuk-table__row")) { row in
                    row.td(.class("govuk-table__cell tl-day")) { cell in
                        if !event.known { cell.text("on or before ") }
                        cell.text(event.day)
                    }
                    guard let record = event.record else { return row.cell(event.what) }
                    row.td(.class("govuk-table__cell")) {
                        $0.a(.signed(child.id, record), event.what, .class("govuk-link"))
                    }
                }
            }
        }
    }
}

extension Timeline.Entry {
    /// That something was signed, of a visit whether the child was seen, and of keeping in touch whether they were reached.
    fileprivate init(_ record: HeldRecord) {
        let isVisit = record.kind == .visit
        let title =
            TimeInTouch(record).map { "\(record.kind.title): \($0.isReached ? "reached" : "tried, not reached")" }
            ?? record.kind.title
        let seen =
            !record.isFlag(.seen, true)
            ? "the child was not seen" : record.isChoice(.alone, "alone") ? "seen alone" : "seen, not alone"
        self.init(
            kind: isVisit ? .visits : .records, start: StartDay(record.day, isKnown: true), end: nil, isMark: true,
            what: isVisit ? "Visit: \(seen)" : title, ending: nil, record: record.origin.event)
    }

    /// That something was said urgently, and nothing of it.
    fileprivate init(_ call: UrgentCall) {
        self.init(
            kind: .urgent, start: StartDay(call.at.inLondon.day, isKnown: true), end: nil, isMark: true,
            what: "Somebody said that the child may not be safe: \(call.inShort)", ending: nil)
    }
}
