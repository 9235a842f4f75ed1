import HTML
import Measures

/// A funnel as a drawing and, where it is of teams, the same as a table. Parts carry letters in the order of the alphabet; no
/// place is given to any.
struct FunnelDrawing {
    /// What its points are.
    enum Parts: String {
        case team, assessor
        var several: String { rawValue + "s" }
    }

    let funnel: Funnel
    let indicator: Indicator
    let parts: Parts
    private let largest: Int
    private let low: Double
    private let high: Double

    init(_ funnel: Funnel, _ indicator: Indicator, of parts: Parts = .team) {
        (self.funnel, self.indicator, self.parts) = (funnel, indicator, parts)
        largest = max(10, funnel.points.map(\.count.denominator).max() ?? 10)
        let values = funnel.points.map(\.value) + [funnel.target]
        let limits = funnel.limits(for: max(5, largest / 8))
        let lowest = min(values.min() ?? 0, limits?.lower998 ?? 0)
        let highest = max(values.max() ?? 100, limits?.upper998 ?? 100)
        (low, high) = (max(0, lowest - 5), min(100, max(highest + 5, lowest + 10)))
    }

    private let canvas = Canvas(width: 480, height: 280, left: 52, right: 24, top: 14, bottom: 40)

    private func x(_ size: Double) -> Double {
        canvas.left + (canvas.end - canvas.left) * size / (Double(largest) * 1.06)
    }
    private func y(_ value: Double) -> Double {
        canvas.base - (canvas.base - canvas.top) * (min(high, max(low, value)) - low) / (high - low)
    }

    func draw(into page: inout Writer) {
        page.svg(
            title:
                "\(indicator.title) by \(parts.rawValue): \(funnel.points.count) \(funnel.points.count == 1 ? parts.rawValue : parts.several) around the authority’s \(indicator.words(funnel.target)); the table below says the same",
            width: 480, height: 280, .class("tl-chart")
        ) { svg in
            svg.line(from: (canvas.left, canvas.top), to: (canvas.left, canvas.base), .class("axis"))
            svg.line(from: (canvas.left, canvas.base), to: (canvas.end, canvas.base), .class("axis"))
            svg.words(x: 4, y: canvas.top + 8, indicator.words(high))
            svg.words(x: 4, y: canvas.base, indicator.words(low))
            svg.words(x: canvas.left, y: canvas.base + 20, "0")
            svg.words(x: canvas.end, y: canvas.base + 20, "\(largest) counted", .class("end"))
            svg.line(from: (canvas.left, y(funnel.target)), to: (canvas.end, y(funnel.target)), .class("mean"))
            curve("limit", into: &svg) { $0.lower95 }
            curve("limit", into: &svg) { $0.upper95 }
            curve("outer", into: &svg) { $0.lower998 }
            curve("outer", into: &svg) { $0.upper998 }
            for (place, point) in funnel.points.enumerated() { mark(place, point, into: &svg) }
        }
        page.p(
            "Each letter is \(parts == .team ? "a team" : "an assessor"): further right, more counted. Dashed: the 95% limits; solid: the 99.8% limits; long dashes: the whole authority.",
            .class("tl-since"))
    }

    private func curve(_ name: String, into svg: inout Writer, _ limit: (Funnel.Limits) -> Double) {
        let step = max(1, largest / 40)
        let points = stride(from: max(1, step / 2), through: largest, by: step).compactMap { size in
            funnel.limits(for: size).map { (x: x(Double(size)), y: y(limit($0))) }
        }
        svg.polyline(points, .class(name))
    }

    private func mark(_ place: Int, _ point: Funnel.Point, into svg: inout Writer) {
        let (x, y) = (x(Double(point.count.denominator)), y(point.value))
        let title = "\(point.title): \(indicator.words(point.value)), \(point.place.title)"
        if point.place == .inside {
            svg.circle(x: x, y: y, radius: 4, .class("dot"), title: title)
        } else {
            svg.rect(x: x - 4, y: y - 4, width: 8, height: 8, .class("special"), title: title)
        }
        svg.words(x: x + 6, y: y + (y > canvas.top + 12 ? -5 : 14), Self.letter(place))
    }

    /// A to Z, then AA and so on.
    static func letter(_ place: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + place % 26)))
        return place < 26 ? letter : Self.letter(place / 26 - 1) + letter
    }

    func twin(_ list: Link, into page: inout Writer) {
        page.table(
            "\(indicator.title) by team, in the order of the alphabet",
            ["Team", "Value", "Count", "To the limits"], numbers: ["Value"]
        ) { body in
            for (place, team) in funnel.points.enumerated() {
                body.tr(.class("govuk-table__row")) { row in
                    row.th("\(Self.letter(place)). \(team.title)", .scope(.row), .class("govuk-table__header"))
                    row.td(indicator.words(team.value), .class("govuk-table__cell govuk-table__cell--numeric"))
                    row.td(.class("govuk-table__cell")) {
                        $0.counts(
                            team.count, of: indicator, list.query("by", "team").query("of", team.title), isShort: true)
                    }
                    row.td(team.place.title, .class("govuk-table__cell"))
                }
            }
        }
        if !funnel.without.isEmpty {
            page.p("Nothing known or nobody to count: \(funnel.without.joined(separator: ", ")).", .class("tl-since"))
        }
    }
}
