import Casework
import Days

/// Who is looked after, and coming and going.
extension Indicators {
    static let care = [lookedAfter, entries, exits, reentries, section20, unplannedEntries]

    /// Children looked after on the day. Unit: a rate per 10,000 children under 18 where the area's population was given,
    /// else only the count. Period: the day. No event day. Nothing is unknown.
    static let lookedAfter = Indicator(
        "K01", "Children looked after", .care, .neither, for: .lookedAfter, from: [.episodes], over: .day,
        unit: .per10000,
        Definition(
            "children looked after on the day; a rate where the number of children under 18 in the area was given",
            unknown: "nobody")
    ) { subject, tally in
        if subject.isLookedAfter { tally.count(subject.member, true) }
    }

    /// Periods of care that began in the period, counted on the day they began (1 April and the day asked about included).
    /// Unit: as K01. Unknown, and outside: those that began on or before a day of the period.
    static let entries = Indicator(
        "K02", "Children who came into care", .care, .neither, for: .lookedAfter, from: [.episodes], over: .year,
        unit: .per10000,
        Definition(
            "periods of care that began in the period; a rate where the number of children under 18 was given",
            unknown: "care that the return shows only to have begun on or before a day of the period",
            on: "the day care began")
    ) { subject, tally in
        subject.forEachEntry { _, care, isKnown in
            tally.count(Member(subject.child.id, on: care.start.day), isKnown ? true : nil)
        }
    }

    /// Periods of care that ended in the period, counted on the day they ended, deaths and adoptions included. Unit: as
    /// K01. Nothing is unknown: an ending without a day is not in a return.
    static let exits = Indicator(
        "K02b", "Children who left care", .care, .neither, for: [.lookedAfter, .ceased, .died], from: [.episodes],
        over: .year, unit: .per10000,
        Definition(
            "periods of care that ended in the period, however they ended; a rate where the number of children under 18 was given",
            unknown: "nobody", on: "the day care ended")
    ) { subject, tally in
        for care in subject.child.periods {
            guard let end = care.end, subject.window.period.contains(end), !subject.lastStatus(of: care).isShortBreak
            else { continue }
            tally.count(Member(subject.child.id, on: end), true)
        }
    }

    /// Of the periods of care that began in the period, those within 365 days of the child's own last ending, short
    /// breaks not being care that ended; counted on the day of entry. Unit: per cent. Unknown, and outside: no earlier
    /// care on record where the returns do not reach back 365 days, or earlier care that never ended.
    static let reentries = Indicator(
        "K03", "Back in care within twelve months", .care, .lowerIsBetter, for: .lookedAfter, from: [.episodes],
        over: .year,
        Definition(
            "periods of care that began within 365 days of the child’s own last leaving care",
            of: "periods of care that began in the period",
            unknown:
                "no earlier care on record where the returns do not reach back 365 days, or earlier care that never ended",
            on: "the day care began again")
    ) { subject, tally in
        subject.forEachEntry { index, care, isKnown in
            guard isKnown else { return }
            let member = Member(subject.child.id, on: care.start.day)
            let earlier = subject.child.periods[..<index].filter { !subject.lastStatus(of: $0).isShortBreak }
            if let ended = earlier.last(where: subject.hasEnding(_:))?.end {
                tally.count(member, care.start.day - ended <= 365)
            } else if !earlier.isEmpty {
                tally.count(member, nil)
            } else {
                let before = DayInterval(care.start.day - 365, care.start.day)
                let isCovered = before.map { subject.context.coverage.covers(.episodes, $0) } ?? false
                tally.count(member, isCovered ? false : nil)
            }
        }
    }

    /// Of children looked after on the day, those under section 20 (V2). Unit: per cent. Period: the day. No event day. A
    /// legal status not given is unknown and inside.
    static let section20 = Indicator(
        "K04", "Under section 20", .care, .neither, for: .lookedAfter, from: [.episodes], over: .day,
        Definition(
            "children accommodated under section 20 (V2) on the day", of: "children looked after on the day",
            unknown: "a legal status not given"),
        unknownInDenominator: true
    ) { subject, tally in
        guard subject.isLookedAfter, let status = subject.child.legalStatus else { return }
        tally.count(subject.member, status.isBlank ? nil : status == .section20)
    }

    /// Of the periods of care that began in the period, those under police protection (L1) or an emergency protection
    /// order (L2); counted on the day of entry. Unit: per cent. A legal status not given is unknown and inside.
    static let unplannedEntries = Indicator(
        "K08", "Came into care in an emergency", .care, .lowerIsBetter, for: .lookedAfter, from: [.episodes],
        over: .year,
        Definition(
            "periods of care that began under police protection or an emergency protection order",
            of: "periods of care that began in the period", unknown: "a legal status not given",
            on: "the day care began"),
        unknownInDenominator: true
    ) { subject, tally in
        subject.forEachEntry { _, care, isKnown in
            guard isKnown else { return }
            let status = subject.firstStatus(of: care)
            tally.count(
                Member(subject.child.id, on: care.start.day), status.isBlank ? nil : status.isEmergency)
        }
    }
}
