import Casework
import Days

/// Children who go missing: statutory guidance of January 2014, and what the collection asks of the record. Only missing
/// starts these clocks; away without authorisation is another thing.
extension Catalogue {
    private static func guidance(_ place: String = "") -> Citation { Citation("Missing children 2014", place) }
    private static let everyone: Populations = [.lookedAfter, .shortBreaks]
    private static let noInterviews = "it holds no interviews"

    static let missingChildren: [Standard] = [
        .unseen(
            "MI01", "Independent return home interview offered on return", .statutoryGuidance, .secondary,
            guidance("paras 31–35"), .missingEnded, .sameDay, .returnHomeInterview, for: everyone),
        .unseen(
            "MI02", "Return home interview held within 72 hours of return", .statutoryGuidance, .secondary, guidance(),
            .missingEnded, .days(3), [.returnHomeInterview, .timeOfReturn], for: everyone),
        .unstarted(
            "MI03", "Interview independent of the placement", .statutoryGuidance, .secondary, guidance(),
            for: everyone, because: noInterviews),
        .unstarted(
            "MI04", "A refusal, a late interview and its reason recorded", .statutoryGuidance, .unverified, guidance(),
            for: everyone, because: noInterviews),
        .unseen(
            "MI05", "Police prevention interview on return", .statutoryGuidance, .secondary, guidance(),
            .missingEnded, .sameDay, .policeInterview, for: everyone),
        .unstarted(
            "MI06", "Interview says what happened, why, and what will be done by whom", .statutoryGuidance, .secondary,
            guidance(), for: everyone, because: noInterviews),
        .unseen(
            "MI07", "Reported at once to police, social worker and, where right, parents", .statutoryGuidance,
            .unverified, guidance(), .missingBegan, .sameDay, .notifications, for: everyone
        ) { occasion, walk in walk.child.record.missing[occasion.index].kind == .missing },
        .unseen(
            "MI08", "Meeting of agencies: third time in 90 days, more than 24 hours, or under 12", .local, .unverified,
            Citation("Local aim; widely used protocol"), .missingBegan, .unsaid, .strategyMeeting, for: everyone,
            alsoReads: [.identity]
        ) { occasion, walk in walk.asksForMeeting(occasion) },
        .unstarted(
            "MI09", "Risk of going missing in the placement plan", .statutoryGuidance, .unverified,
            guidance("; CPR 2010 Sch 2"), for: everyone, because: "it holds no plans"),
        .unstarted(
            "MI10", "Going missing reported to partners each quarter", .statutoryGuidance, .unverified, guidance(),
            for: everyone, because: "it is the authority’s duty, not owed child by child"),
        .unseen(
            "MI11", "Missing from a placement in another area: its authority and police told", .statutoryGuidance,
            .unverified, guidance(), .missingBegan, .sameDay, .notifications, for: everyone, alsoReads: [.episodes]
        ) { occasion, walk in
            walk.context.places != nil && walk.child.record.missing[occasion.index].kind == .missing
                && walk.child.placement(on: occasion.day).map(walk.isOutsideArea) ?? false
        },
        .worked(
            "MI12", "Missing episode recorded as the collection asks", .statutoryGuidance, .verified,
            Citation("SSDA903", "rules 564–581"), .missingBegan, for: everyone, alsoReads: [.episodes]
        ) { occasion, walk, list in
            let due = CollectionYear(containing: occasion.day).lastDay
            let standing: Standing =
                switch MissingRecord(walk, occasion.index).isConsistent {
                case true?: .met
                case nil: .unknown(.careBeforeReturn)
                case false?: walk.lastSeen > due ? .overdue(days: walk.lastSeen - due) : .due
                }
            list.add(trigger: occasion.trigger, due: due, standing, because: occasion.because)
        },
        .unstarted(
            "MI13", "What an interview found seen within days: most first repeats come within four weeks",
            .goodPractice, .secondary, Citation("Sidebottom et al. 2019"), for: everyone, because: noInterviews),
    ]
}

extension Walk {
    /// The local trigger of a meeting: the third episode within 90 days (by the days they began), more than 24 hours away
    /// whatever the time of day, or a child under 12 by any birth date on record.
    fileprivate func asksForMeeting(_ occasion: Occasion) -> Bool {
        let episodes = child.record.missing
        let episode = episodes[occasion.index]
        guard episode.kind == .missing else { return false }
        if ages(on: episode.start)?.lowerBound ?? 18 < 12 { return true }
        if (episode.end ?? lastSeen) - episode.start >= 2 { return true }
        var earlier = 0
        for other in episodes[..<occasion.index]
        where other.kind == .missing && episode.start - other.start < 90 { earlier += 1 }
        return earlier >= 2
    }
}

/// Whether a missing episode agrees with the rest of the record, as the collection's own rules 564 to 581 put it.
struct MissingRecord {
    private let child: ChildAsAt
    private let coverage: Coverage
    private let index: Int

    init(_ walk: Walk, _ index: Int) {
        (child, coverage, self.index) = (walk.child, walk.context.coverage, index)
    }

    /// Nil where the child may have been looked after at a time of which nothing is held.
    var isConsistent: Bool? {
        let episode = child.record.missing[index]
        guard episode.kind.isKnown, episode.end.map({ $0 >= episode.start }) ?? true else { return false }
        // 574: the one before must have ended when the next begins.
        if index + 1 < child.record.missing.count,
            child.record.missing[index + 1].start < episode.end ?? .distantFuture
        {
            return false
        }
        guard
            let care = child.periods.last(where: {
                $0.start.day <= episode.start && $0.end ?? .distantFuture >= episode.start
            })
        else {
            // 578 and 581: not before care began nor after it ended, as far as the record reaches.
            if let first = child.periods.first, !first.start.isKnown, episode.start < first.start.day { return nil }
            return coverage.covers(.episodes, on: episode.start) ? false : nil
        }
        guard let end = episode.end else {
            // 575 and 577: the placement it began in must not have ended.
            return child.placements.last { $0.start.day <= episode.start && $0.end ?? .distantFuture > episode.start }?
                .end
                == nil
        }
        // 580: care that ended while the child was missing ended for "another reason".
        if let ceased = care.end, end > ceased { return care.ending == "E8" }
        return true
    }
}
