import Casework
import Days
import HTML

/// Everything a return tells of a child on one scale: placements and legal statuses as bars, times missing as bars, reviews
/// as marks; and the same again as a table for whoever cannot see it.
struct Timeline {
    let child: ChildAsAt
    private let first: Day
    private let last: Day
    private static let left = 90.0
    private static let width = 960.0

    /// Nil where there is nothing to draw.
    init?(_ child: ChildAsAt) {
        guard let first = child.periods.first?.start.day else { return nil }
        self.child = child
        self.first = first
        last = max(child.day, first + 30)
    }

    private func x(_ day: Day) -> Double {
        let share = Double(min(max(day, first), last) - first) / Double(max(1, last - first))
        return Self.left + share * (Self.width - Self.left - 20)
    }

    func draw(into page: inout Writer) {
        page.div(.class("tl-wide"), .tabindex(0), .role("group"), .aria("aria-label", "Timeline drawing")) { box in
            box.svg(
                title: "Timeline of child \(child.record.identity.ssda903) to \(child.day.inWords)", width: 960,
                height: 190, .class("tl-timeline")
            ) { svg in
                years(into: &svg)
                svg.words(x: 8, y: 58, "Placement")
                for placement in child.placements {
                    bar(
                        placement.start.day, placement.end, 42, .class("bar-placement"),
                        "\(placement.type.meaning), from \(placement.start.day.inWords)", &svg)
                }
                svg.words(x: 8, y: 93, "Legal status")
                for spell in child.legalSpells {
                    bar(
                        spell.start.day, spell.end, 77, .class("bar-law"),
                        "\(spell.status.meaning), from \(spell.start.day.inWords)", &svg)
                }
                svg.words(x: 8, y: 128, "Missing")
                for episode in child.record.missing where episode.start >= first {
                    bar(
                        episode.start, episode.end ?? episode.start + 1, 112, .class("bar-missing"),
                        "\(episode.kind.meaning), from \(episode.start.inWords)", &svg)
                }
                svg.words(x: 8, y: 163, "Reviews")
                for review in child.record.reviews where review.day >= first {
                    svg.circle(
                        x: x(review.day), y: 158, radius: 6, .class("mark-review"),
                        title: "Review on \(review.day.inWords)")
                }
                svg.line(from: (x(child.day), 24), to: (x(child.day), 176), .class("today"))
            }
        }
    }

    private func bar(
        _ start: Day, _ end: Day?, _ y: Double, _ attribute: Attribute, _ title: String, _ svg: inout Writer
    ) {
        let from = x(start)
        svg.rect(x: from, y: y, width: max(3, x(end ?? last) - from), height: 24, attribute, title: title)
    }

    private func years(into svg: inout Writer) {
        let every = max(1, (last.year - first.year) / 8)
        for year in stride(from: first.year, through: last.year, by: every) {
            guard let newYear = Day(year, 1, 1) else { continue }
            let place = x(max(newYear, first))
            svg.line(from: (place, 24), to: (place, 176), .class("axis"))
            svg.words(x: place + 3, y: 18, "\(year)")
        }
    }

    /// What happened, day by day, latest first.
    private var events: [(day: Day, known: Bool, what: String)] {
        var events: [(day: Day, known: Bool, what: String)] = []
        for placement in child.placements {
            events.append(
                (
                    placement.start.day, placement.start.isKnown,
                    "\(placement.opensCare ? "Care began" : "Placement began"): \(placement.type.meaning)"
                ))
            if let end = placement.end, !placement.endReason.isBlank {
                events.append((end, true, "Placement ended: \(placement.endReason.meaning)"))
            }
        }
        for period in child.periods {
            if let end = period.end { events.append((end, true, "Care ended: \(period.ending.meaning)")) }
        }
        for spell in child.legalSpells {
            events.append((spell.start.day, spell.start.isKnown, "Legal status: \(spell.status.meaning)"))
        }
        for review in child.record.reviews {
            events.append((review.day, true, "Review: \(review.review.participation.meaning)"))
        }
        for episode in child.record.missing {
            events.append(
                (
                    episode.start, true,
                    "\(episode.kind.meaning.prefix(1).uppercased() + episode.kind.meaning.dropFirst()) from this day"
                ))
            if let end = episode.end { events.append((end, true, "Returned, gone since \(episode.start.inWords)")) }
        }
        return events.sorted { $0.day > $1.day }
    }

    func twin(into page: inout Writer) {
        page.details(.class("govuk-details")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("The timeline in words", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text tl-wide")) { box in
                box.table(.class("govuk-table")) { table in
                    table.caption(
                        "What the returns tell, latest first", .class("govuk-table__caption govuk-visually-hidden"))
                    table.thead { head in
                        head.tr { row in
                            row.th("Day", .scope(.col), .class("govuk-table__header"))
                            row.th("What", .scope(.col), .class("govuk-table__header"))
                        }
                    }
                    table.tbody { body in
                        for event in events {
                            body.tr(.class("govuk-table__row")) { row in
                                row.td(.class("govuk-table__cell")) { cell in
                                    if !event.known { cell.text("on or before ") }
                                    cell.text(event.day)
                                }
                                row.td(event.what, .class("govuk-table__cell"))
                            }
                        }
                    }
                }
            }
        }
    }
}
