import Days

/// What importing a return makes of one child: the events that bring the record up to what the return says.
///
/// Facts are matched by their natural keys (an episode by its first day, a review by its day). A new fact is an event; an
/// end filled in later is an event; a changed value that is not blank is a correction; a fact that the same year's newer
/// version no longer holds is retracted, an absent table retracting nothing. What a worker recorded here, and what a
/// later year's return says, is never overwritten: the disagreement is reported.
public struct Reconciliation: Sendable {
    public private(set) var proposed: [Proposed] = []
    /// How many of them correct or retract an earlier event.
    public private(set) var corrections = 0
    /// How many facts the same year's earlier version said and this one no longer does: a fact that is retracted, and one
    /// put in whose place leaves out what was known. Rows set aside are no facts.
    public private(set) var losses = 0
    /// What the return says that the record has otherwise from a better source, a sentence each.
    public private(set) var disagreements: [String] = []

    private let stream: StreamID
    let year: CollectionYear
    let tables: ReturnTables
    let source: Source

    /// Compares a child as reported with the record there is; nil where the child is new.
    public init(
        _ reported: ReportedChild, with record: ChildRecord?, as child: ChildID, year: CollectionYear,
        tables: ReturnTables
    ) {
        (stream, self.year, self.tables, source) = (child.stream, year, tables, .ssda903(year))
        if record == nil { propose(.identity(.numbered(ssda903: reported.ssda903)), on: year.firstDay) }
        let known = record ?? ChildRecord(id: child)
        compareIdentity(reported, known)
        compareEpisodes(reported.episodes, known.episodes)
        compareReviews(reported.reviews, known.reviews)
        compareMissing(reported.missing, known.missing)
        compareYearly(reported, known)
        compareAdoption(reported, known)
        comparePermanence(reported, known)
        compareAllocations(reported.socialWorkers, known.allocations)
        compareDeprivations(reported.deprivations, known.deprivations)
        compareSetAside(reported.setAside, known.setAside)
    }

    mutating func propose(_ event: ChildEvent, on day: Day, correcting fact: Origin? = nil) {
        proposed.append(
            Proposed(
                stream: stream, occurred: Moment(day), source: source, corrects: fact?.event, reason: nil,
                body: event.body))
        if fact != nil { corrections += 1 }
    }

    /// Corrects a fact unless a better source said it.
    mutating func correct(_ fact: Origin, to event: ChildEvent, on day: Day, _ what: @autoclosure () -> String) {
        if mayChange(fact) {
            propose(event, on: day, correcting: fact)
        } else {
            disagreements.append("\(what()) differs from what \(fact.source) says, which stands")
        }
    }

    /// A return may change what it or an earlier year's return said, and nothing else.
    private func mayChange(_ fact: Origin) -> Bool { fact.source.collectionYear.map { $0 <= year } ?? false }

    /// Retracts a fact that this year's earlier version alone said.
    mutating func retract(_ fact: Origin, on day: Day) {
        guard fact.source == source else { return }
        propose(.retracted, on: day, correcting: fact)
        losses += 1
    }

    /// Counts a fact in whose place this version puts one that leaves out what the same year's earlier one said.
    mutating func note(lossOf fact: Origin, if leavesOut: Bool) { if leavesOut, fact.source == source { losses += 1 } }

    /// Retracts a fact and the end it has.
    mutating func retract(_ fact: Origin, and end: Origin?, on day: Day) {
        if let end, fact.source == source { retract(end, on: day) }
        retract(fact, on: day)
    }

    /// An end: new, changed or, in a newer version of the same year, no longer given.
    ///
    /// - Parameter event: What an end is recorded as, and the day of it.
    mutating func compareEnd<End: Equatable>(
        _ reported: End?, _ held: End?, _ origin: Origin?, of start: Day, _ what: StaticString,
        _ event: (End) -> (ChildEvent, Day)
    ) {
        guard reported != held else { return }
        guard let reported else {
            if let origin { retract(origin, on: start) }
            return
        }
        let (ended, day) = event(reported)
        if let origin {
            correct(origin, to: ended, on: day, "the end of the \(what) of \(start.inWords)")
        } else {
            propose(ended, on: day)
        }
    }

    private mutating func compareSetAside(_ reported: [SetAside], _ known: [HeldSetAside]) {
        guard !reported.isEmpty || !known.isEmpty else { return }
        let now = Set(reported.map(\.fingerprint))
        var told = Set(known.map(\.fingerprint))
        for row in reported where told.insert(row.fingerprint).inserted { propose(.setAside(row), on: year.firstDay) }
        for held in known where !now.contains(held.fingerprint) && held.isSpokenFor(by: tables, of: source) {
            propose(.retracted, on: year.firstDay, correcting: held.origin)
        }
    }
}
