import Days

/// Brothers and sisters in the stories: who came together is linked, as a worker would who knows the family, and of those
/// who live apart every other pair has nobody's word for why, where something is left unjoined in both stories.
struct Kin {
    let horizon: Day
    private var family: [(career: Career, plot: Plot?)] = []
    private var apart = 0

    init(to horizon: Day) { self.horizon = horizon }

    /// Whether a child is of the family that was told of last.
    func isGoingOn(with career: Career) -> Bool { family.first?.career.outline.family == career.outline.family }

    /// The links of one child more with those before, a line each; children come in the order of their numbers, families
    /// together.
    mutating func lines(with career: Career, _ plot: Plot?) -> String {
        if !isGoingOn(with: career) { family = [] }
        defer { family.append((career, plot)) }
        guard let here = place(of: career) else { return "" }
        var lines = ""
        for other in family where other.plot != nil || plot != nil {
            guard let there = place(of: other.career) else { continue }
            let isApart = here.place.postcode != there.place.postcode
            // Nobody is left asking whose story is whole, or who has none.
            let mayAsk = [plot, other.plot].allSatisfy { $0.map { !$0.gaps.isEmpty } ?? false }
            if isApart, mayAsk { apart += 1 }
            lines += link(
                plot == nil ? other.career : career, plot == nil ? career : other.career,
                since: max(here.start, there.start), saysWhy: isApart && (!mayAsk || apart.isMultiple(of: 2)))
        }
        return lines
    }

    /// Where a child who is in care lives, and since when; nil for one who is not, or whose place is nowhere on the map.
    private func place(of career: Career) -> (place: Career.Placement, start: Day)? {
        guard career.outline.isInCare(on: horizon), let now = career.episodes.last, now.end > horizon,
            !now.place.postcode.isBlank
        else { return nil }
        return (now.place, now.start)
    }

    private func link(_ one: Career, _ other: Career, since: Day, saysWhy: Bool) -> String {
        let (child, sibling) = (100_000 + one.outline.number, 100_000 + other.outline.number)
        let day = max(since, horizon - 100)
        var said: [String: Told] = ["sibling": .text("\(sibling)"), "sibling_relation": .text("full")]
        if saysWhy {
            said.merge([
                "reason": .text(
                    "No home had room for both in the week they came. Each was asked, and both want to be together."),
                "arrangements": .text("Swimming on Wednesdays, and a night at the other’s house each month."),
                "now_what": .text("Their carers’ agency looks for one home; the panel hears of it in June."),
                "next_look": .text("\(horizon + 60)"),
            ]) { $1 }
        }
        return Told.object([
            "command_id": .text("severn-vale-\(child)-sibling-\(sibling)"), "child": .text("\(child)"),
            "kind": .text("siblings"), "occurred": .text("\(day)"), "answers": .object(said),
        ]).json + "\n"
    }
}
