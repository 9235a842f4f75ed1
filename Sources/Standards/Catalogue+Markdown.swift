extension Catalogue {
    /// The catalogue as a page of documentation, a table row a standard.
    public static func markdown() -> String {
        var page = """
            # Standards

            What Throughline holds a child's record to, generated from the code (`make docs`). **Weight** is how a miss is shown: REG law, SG statutory guidance, GP good practice, LOC local aim. A standard known only from memory (M) is always shown as a local aim, unverified. **Sure**: V the text was read, S read in a secondary page, M from memory. **Started by** is what in a return starts the clock; where nothing does, the standard gives no duty and the column says what it would take.

            | id | standard | weight | sure | source | for | started by | in force |
            |---|---|---|---|---|---|---|---|

            """
        for standard in standards {
            let from = standard.inForce.start == .distantPast ? "" : "from \(standard.inForce.start.inWords)"
            let to = standard.inForce.end == .distantFuture ? "" : " to \(standard.inForce.end.inWords)"
            page +=
                "| \(standard.id) | \(standard.title) | \(standard.weight.rawValue) | \(standard.certainty.rawValue) | \(standard.source) | \(standard.populations.titles.joined(separator: ", ")) | \(standard.startedBy) | \(from)\(to) |\n"
        }
        return page
    }
}
