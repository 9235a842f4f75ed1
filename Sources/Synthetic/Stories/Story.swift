import Days

/// One child's story, told in the order in which it was written down.
struct Story {
    let child: Int
    let age: Int
    let life: Life
    let plot: Plot
    let window: Window
    /// Who reviews the child on a day, by name.
    let officer: (Day) -> String
    /// Whose the child was on a day, as the staff list calls them.
    let worker: (Day) -> String
    private(set) var lines = ""
    /// Chapters of the child's life, which were written down after everything else.
    var chapters = ""
    /// What the reviewing officer raised, and what came of it: written down last.
    var concerned = ""
    /// What an auditor found: written down last of all.
    var audited = ""

    init(
        _ career: Career, _ life: Life, _ plot: Plot, _ window: Window, officer: @escaping (Day) -> String,
        worker: @escaping (Day) -> String
    ) {
        (self.officer, self.worker) = (officer, worker)
        child = 100_000 + career.outline.number
        age = career.outline.born.age(on: window.horizon)
        (self.life, self.plot, self.window) = (life, plot, window)
        if plot.cast == .new { arrival() }
        dayForAssessment()
        assessment()
        managersWord()
        if !leaves(.planAbsent) { carePlan() }
        family()
        placementPlan()
        who()
        education()
        health()
        for number in 0..<3 { visit(number) }
        together()
        chapter()
        chronology()
        contribution()
        if !leaves(.adulthoodNotAnswered), plot.cast == .nearlyAdult { pathway() }
        review()
        laterReviews()
        progress()
        concerns()
        lookedAgain()
        anotherAssessment()
        giveOut()
        askForAHome()
        handOver()
        audit()
    }

    /// All of it, one part after the other.
    var whole: String { lines + chapters + concerned + audited }

    /// One of the ways to say something, this child's own.
    func said(_ ways: Ways) -> Told { .text(ways.of(child)) }

    var carers: Carers { Carers.of(child) }

    func leaves(_ gap: Gap) -> Bool { plot.gaps.contains(gap) }

    /// A day of the story: so many days of the whole after its first, the same share of it however long it is.
    func day(_ number: Int) -> Day { window.start + number * (window.horizon - window.start) / 110 }

    /// Some days after the last return, when what is going on is to be done.
    func due(_ days: Int) -> Told { .day(window.horizon + days) }

    mutating func record(_ kind: String, _ day: Day, for other: String? = nil, _ answers: [String: Told?]) {
        lines += Told.line(of: child, kind, day, for: other, answers)
    }

    func action(
        _ id: String, _ what: String, owner: String, due: Told, purpose: String, addresses: [Told]
    ) -> Told {
        [
            "id": .text(id), "what": .text(what), "owner": .text(owner), "due": due, "purpose": .text(purpose),
            "addresses": .list(addresses),
        ]
    }
}
