import Days

/// A child of whom only visits are recorded here so far, one to three of them, as where people have begun to.
struct SeenOnly {
    private(set) var lines = ""

    init(_ career: Career, _ life: Life, to horizon: Day) {
        let child = 100_000 + career.outline.number
        for number in (0...career.outline.number % 3).reversed() {
            let day = horizon - 12 - number * 28 - career.outline.number % 11
            guard day > career.outline.last.start else { continue }
            lines += Told.line(
                of: child, "visit", day,
                [
                    "purpose": "To see how it goes", "seen": true, "alone": "alone", "place": "placement",
                    "childs_words": .text(life.says[number]), "observations": .text(life.seen[number]),
                    "bedroom_seen": "seen", "significant": "none",
                    "actions": ["none_because": "Nothing new: what goes on is in the plan, which is kept elsewhere."],
                ])
        }
    }
}
