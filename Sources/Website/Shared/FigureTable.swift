import Days
import HTML
import Measures

extension Indicator {
    /// A value as people read it: `92.5%`, `413.2 days`; "not known" where it has none.
    func words(_ count: FigureCount, population: Int? = nil) -> String {
        guard let value = count.value(of: self, population: population) else {
            if unit == .per10000 { return "\(count.numerator)" }
            return count.denominator + count.unknown == 0 ? "nobody to count" : "not known"
        }
        return words(value)
    }

    /// The same for a number that is no count's own: a mean, a limit.
    func words(_ value: Double, isCount: Bool = false) -> String {
        if isCount { return value.shown }
        return switch unit {
        case .percent: "\(value.shown)%"
        case .per10000: "\(value.shown) per 10,000"
        case .meanDays: "\(value.shown) days"
        case .meanScore: "\(value.shown) points"
        case .perChild: "\(value.shown) a child"
        }
    }
}

extension Double {
    /// To one decimal, without one where it is nought.
    var shown: String {
        let tenths = Int((self * 10).rounded())
        let whole = "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10)"
        return tenths % 10 == 0 ? whole : "\(whole).\(tenths.magnitude % 10)"
    }
}

extension Writer {
    /// The numbers behind a value, each leading to its list: `211 of 228; 6 not known`, `8 episodes, 6 children; 0 not known`.
    ///
    /// - Parameter isShort: leaves out that none is unknown, for the rows of a table.
    mutating func counts(_ count: FigureCount, of indicator: Indicator, _ list: Link, isShort: Bool = false) {
        func number(_ number: Int, _ part: FigureListing.Part, _ page: inout Writer) {
            if number == 0 { return page.text(0) }
            page.a(
                list.query("part", part.rawValue), number, .class("govuk-link"),
                .aria("aria-label", "\(number), the list"))
        }
        number(count.numerator, .numerator, &self)
        switch indicator.unit {
        case .percent:
            text(" of ")
            number(count.denominator, .denominator, &self)
        case .perChild:
            text(count.numerator == 1 ? " episode, " : " episodes, ")
            number(count.denominator, .denominator, &self)
            text(count.denominator == 1 ? " child" : " children")
        case .per10000: text(" counted")
        case .meanDays, .meanScore: text(" averaged")
        }
        if isShort, count.unknown == 0 { return }
        text("; ")
        number(count.unknown, .unknown, &self)
        text(" not known")
    }
}
