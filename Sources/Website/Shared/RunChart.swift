import Casework
import Days
import HTML
import Measures

/// A run chart as a drawing, and the same in words and as a table for whoever cannot see it.
struct RunChartDrawing {
    let chart: RunChart
    let population: Int?
    private let low: Double
    private let high: Double

    init(_ chart: RunChart, population: Int?) {
        (self.chart, self.population) = (chart, population)
        var values = chart.points.compactMap(\.value)
        if let limits = chart.limits { values += [limits.lower, limits.upper] }
        let (least, most) = (values.min() ?? 0, values.max() ?? 1)
        let room = max((most - least) * 0.1, most == least ? 1 : 0)
        let ceiling = chart.indicator.unit == .percent ? 100 : Double.greatestFiniteMagnitude
        (low, high) = (max(0, least - room), max(min(ceiling, most + room), least + 0.1))
    }

    private var isCount: Bool { chart.indicator.unit == .per10000 && population == nil }
    private func words(_ value: Double) -> String { chart.indicator.words(value, isCount: isCount) }
    var isEmpty: Bool { chart.points.allSatisfy { $0.value == nil } }

    /// What the drawing shows, in a sentence.
    var inWords: String {
        let known = chart.points.filter { $0.value != nil }
        guard let last = known.last, let value = last.value else { return "No point has a value yet." }
        let unit = chart.indicator.charting == .eachYear ? "year" : chart.step.title
        let latest = "The \(unit) to \(last.period.end.inWords): \(words(value))."
        guard chart.limits != nil else { return "\(latest) \(chart.tooFew ?? "")" }
        guard let finding = chart.findings.last else {
            return "\(latest) Over \(known.count) \(unit)s, nothing that chance would not make."
        }
        return "\(latest) \(finding.inWords)."
    }

    // MARK: In a tile

    /// A small drawing without axes.
    func small(into page: inout Writer) {
        let canvas = Canvas(width: 240, height: 48, left: 4, right: 4, top: 5, bottom: 5)
        page.svg(
            title: "\(chart.indicator.title) over time", width: 240, height: 48, .class("tl-chart tl-chart-small")
        ) { svg in
            if let limits = chart.limits { level(limits.mean, "mean", canvas, into: &svg) }
            line(canvas, into: &svg)
            for (place, point) in chart.points.enumerated() where !point.causes.isEmpty {
                mark(place, point, canvas, size: 3, into: &svg)
            }
        }
    }

    // MARK: On a page of its own

    func large(into page: inout Writer) {
        let canvas = Canvas(width: 480, height: 260, left: 52, right: 64, top: 14, bottom: 36)
        page.svg(
            title: "\(chart.indicator.title): run chart. \(inWords)", width: 480, height: 260, .class("tl-chart")
        ) { svg in
            svg.line(from: (canvas.left, canvas.top), to: (canvas.left, canvas.base), .class("axis"))
            svg.line(from: (canvas.left, canvas.base), to: (canvas.end, canvas.base), .class("axis"))
            svg.words(x: 4, y: canvas.top + 8, words(high))
            svg.words(x: 4, y: canvas.base, words(low))
            if let limits = chart.limits {
                level(limits.upper, "limit", canvas, into: &svg)
                level(limits.mean, "mean", canvas, into: &svg)
                level(limits.lower, "limit", canvas, into: &svg)
                label("upper", limits.upper, above: true, canvas, into: &svg)
                label("mean", limits.mean, above: limits.mean - limits.lower > (high - low) * 0.08, canvas, into: &svg)
                label("lower", limits.lower, above: false, canvas, into: &svg)
            }
            line(canvas, into: &svg)
            for (place, point) in chart.points.enumerated() where point.value != nil {
                mark(place, point, canvas, size: 4, into: &svg)
            }
            if let first = chart.points.first, let last = chart.points.last {
                svg.words(x: canvas.left, y: canvas.base + 20, first.period.end.monthInWords)
                svg.words(x: canvas.end, y: canvas.base + 20, last.period.end.monthInWords, .class("end"))
            }
        }
        legend(into: &page)
    }

    private func legend(into page: inout Writer) {
        page.p(.class("tl-since")) { p in
            p.text("Dots: points that chance alone would make. Squares: special cause. ")
            p.text("Dashed: the limits, between which chance keeps almost every point. Long dashes: the mean.")
        }
    }

    private func x(_ place: Int, _ canvas: Canvas) -> Double {
        let last = max(1, chart.points.count - 1)
        return canvas.left + (canvas.end - canvas.left) * Double(place) / Double(last)
    }

    private func y(_ value: Double, _ canvas: Canvas) -> Double {
        canvas.base - (canvas.base - canvas.top) * (value - low) / (high - low)
    }

    private func level(_ value: Double, _ name: String, _ canvas: Canvas, into svg: inout Writer) {
        let height = y(value, canvas)
        svg.line(from: (canvas.left, height), to: (canvas.end, height), .class(name))
    }

    private func label(_ name: String, _ value: Double, above: Bool, _ canvas: Canvas, into svg: inout Writer) {
        svg.words(x: canvas.end + 4, y: y(value, canvas) + (above ? -3 : 12), name)
    }

    /// The values joined; a gap stays a gap.
    private func line(_ canvas: Canvas, into svg: inout Writer) {
        var run: [(x: Double, y: Double)] = []
        for (place, point) in chart.points.enumerated() {
            if let value = point.value {
                run.append((x(place, canvas), y(value, canvas)))
            } else {
                if run.count > 1 { svg.polyline(run, .class("run")) }
                run = []
            }
        }
        if run.count > 1 { svg.polyline(run, .class("run")) }
    }

    private func mark(_ place: Int, _ point: RunChart.Point, _ canvas: Canvas, size: Double, into svg: inout Writer) {
        guard let value = point.value else { return }
        let (x, y) = (x(place, canvas), y(value, canvas))
        let title = size > 3 ? "\(point.period.end.monthInWords): \(words(value))" : nil
        if point.causes.isEmpty {
            svg.circle(x: x, y: y, radius: size - 0.5, .class("dot"), title: title)
        } else {
            svg.rect(
                x: x - size, y: y - size, width: 2 * size, height: 2 * size, .class("special"), title: title)
        }
    }

    // MARK: In words

    func twin(into page: inout Writer) {
        if !chart.findings.isEmpty {
            page.ul(.class("govuk-list govuk-list--bullet")) { list in
                for finding in chart.findings { list.li(finding.inWords) }
            }
        } else if chart.limits != nil {
            page.p("Nothing here that chance would not make.", .class("govuk-body"))
        }
        if let tooFew = chart.tooFew { page.p(tooFew, .class("govuk-body")) }
        page.details(.class("govuk-details")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("The chart as a table", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { box in
                if let limits = chart.limits {
                    box.p(
                        "Mean \(words(limits.mean)); limits \(words(limits.lower)) and \(words(limits.upper)): the mean and, on each side, 2.66 times the mean distance of neighbouring points (\(limits.meanMovingRange.shown)).",
                        .class("govuk-body"))
                }
                table(into: &box)
            }
        }
    }

    private func table(into page: inout Writer) {
        page.table(
            "\(chart.indicator.title), point by point", ["To", "Value", "Count", "Of", "Not known", "Stands out"],
            numbers: ["Value", "Count", "Of", "Not known"]
        ) { body in
            for point in chart.points.reversed() {
                body.tr(.class("govuk-table__row")) { row in
                    row.th(point.period.end, .scope(.row), .class("govuk-table__header"))
                    let cells = [
                        point.value.map(words) ?? "–", "\(point.count.numerator)", "\(point.count.denominator)",
                        "\(point.count.unknown)",
                    ]
                    for cell in cells { row.td(cell, .class("govuk-table__cell govuk-table__cell--numeric")) }
                    row.td(point.causes.map(\.title).joined(separator: "; "), .class("govuk-table__cell"))
                }
            }
        }
    }
}

/// The room that a drawing has.
struct Canvas {
    let left, top, end, base: Double

    init(width: Double, height: Double, left: Double, right: Double, top: Double, bottom: Double) {
        (self.left, self.top, end, base) = (left, top, width - right, height - bottom)
    }
}

extension Finding {
    /// `Special cause, concern: 8 points in a row above the mean, June 2025 to January 2026`.
    var inWords: String {
        let (first, last) = (from.monthInWords, to.monthInWords)
        let sentence = sentence.capitalised
        return first == last ? "\(sentence), \(first)" : "\(sentence), \(first) to \(last)"
    }
}

extension Day {
    /// `May 2018`.
    var monthInWords: String { inWords.split(separator: " ").dropFirst().joined(separator: " ") }
}
