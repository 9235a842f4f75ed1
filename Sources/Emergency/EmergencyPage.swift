import Days
import HTML

extension EmergencyList {
    /// The list as one page that stands by itself, to be read on a screen or printed.
    public func page(printed: String) -> [UInt8] {
        let missing = lines.count { $0.missingSince != nil }
        return Writer.document(language: "en-GB", capacity: 256 * 1024) { head in
            head.title("Emergency list")
            head.markup(
                """
                <style>
                body { font: 10pt/1.3 Arial, sans-serif; margin: 1.5rem; }
                table { border-collapse: collapse; width: 100%; }
                th, td { border: 1px solid #555; padding: 3px 6px; text-align: left; vertical-align: top; }
                thead { display: table-header-group; }
                tr { break-inside: avoid; }
                .missing { border-left: 6px solid #000; }
                @page { size: A4 landscape; margin: 12mm; }
                </style>
                """)
        } body: { html in
            html.body { page in
                page.main { main in
                    main.h1("Emergency list: children looked after")
                    main.p { p in
                        p.text(authority.isEmpty ? "As the record stood on " : "\(authority). As the record stood on ")
                        p.text(asAt.inWords)
                        p.text(". Made \(printed). \(lines.count) children, \(missing) of them missing.")
                    }
                    main.p { p in
                        p.strong(
                            "Before you tell anybody where a child is, ask the team: it may have to be kept secret.")
                        p.text(
                            " The record does not say here who may not know. Destroy this list when there is a newer one."
                        )
                    }
                    main.table { table in
                        table.caption("Those who are missing first, then by number")
                        table.thead { head in
                            head.tr { row in
                                for title in Self.columns { row.th(title, .scope(.col)) }
                            }
                        }
                        table.tbody { rows in for line in inOrder { line.write(into: &rows) } }
                    }
                }
            }
        }
    }

    private static let columns = [
        "Child", "Born", "Legal status", "Placed", "Where", "Social worker", "IRO", "Missing since",
    ]
}

extension EmergencyList.Line {
    fileprivate func write(into rows: inout Writer) {
        rows.tr(.when(missingSince != nil, .class("missing"))) { row in
            row.th(who, .scope(.row))
            row.td(born)
            row.td(legalStatus ?? "not recorded")
            row.td((placement ?? "not recorded") + (placedSince.map { ", since \($0.inWords)" } ?? ""))
            row.td(isWithheld ? "ask the adoption team" : postcode ?? "not recorded")
            row.td(socialWorker ?? "none known")
            row.td(iro ?? "none known")
            row.td(missingSince?.inWords ?? "–")
        }
    }

    private var born: String {
        guard let ages, !birthDates.isEmpty else { return "not recorded" }
        let dates = birthDates.map(\.inWords).joined(separator: " or ")
        return dates + (ages.lowerBound == ages.upperBound ? " (\(ages.lowerBound))" : " (two birth dates recorded)")
    }
}
