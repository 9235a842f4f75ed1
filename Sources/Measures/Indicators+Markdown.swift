extension Indicators {
    /// The indicators as a page of documentation, an area a heading.
    public static func markdown() -> String {
        var page = """
            # Measures

            The indicators, generated from the code (`make docs`). Each is a list of children, so its number, the list behind it and an export cannot differ. Unless a row says otherwise children on short breaks (V3, V4) are left out, and someone whose care ends on the day is not looked after on it. **Unknown** is counted and shown: "inside" means that it stands in the denominator too. **Twin** is the figure that tells whether something done in time was worth doing.

            "Continuously looked after for the twelve months to 31 March" is no where any episode of the year has V3 or V4, starts after 1 April with S, or ends before 31 March with anything but X1; and no where there is no episode in the year.

            Over time a figure is drawn as an XmR chart ([decision 0050](decisions/0050-run-charts.md)), by team as a funnel ([0051](decisions/0051-funnels.md)).

            """
        for area in FigureArea.allCases {
            page +=
                "\n## \(area.title)\n\n| id | figure | counts | of | unknown | period | counted on | unit | for | twin |\n"
            page += "|---|---|---|---|---|---|---|---|---|---|\n"
            for indicator in all where indicator.area == area { page += indicator.markdownRow + "\n" }
        }
        return page
    }
}

extension Indicator {
    /// The period, and the days that the figure exists on where those are not all.
    public var periodTitle: String { exists == .anyDay ? span.title : "\(span.title); exists on \(exists.title)" }

    fileprivate var markdownRow: String {
        let inside = unknownInDenominator ? "inside" : "outside"
        let unknown = definition.unknown == "nobody" ? "nobody" : "\(definition.unknown) (\(inside))"
        let cells = [
            id, title, definition.counts, definition.of.isEmpty ? "–" : definition.of, unknown, periodTitle,
            definition.on.isEmpty ? "–" : definition.on, unit.title,
            populations.titles.joined(separator: ", "), twin?.words ?? "–",
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }
}

extension Twin {
    /// The other figure's id, or that it is not recorded here and what is missing.
    public var words: String {
        switch self {
        case .figure(let id): id
        case .notRecordedHere(let what): "not recorded here: \(what)"
        }
    }
}
