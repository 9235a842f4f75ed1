import Casework
import Days

/// Who is looked after, and coming and going.
extension Indicators {
    static let care = [lookedAfter, entries, exits, reentries, section20, unplannedEntries]

    /// Children looked after on the day. A rate where the area's population was given, else only the count. No event day.
    static let lookedAfter = Indicator("K01", "Children looked after", unit: .per10000) { subject, tally in
        if subject.isLookedAfter { tally.count(subject.member, true) }
    }

    /// Periods of care that began in the period, counted on the day they began. Unknown, and outside: those that began on
    /// or before a day of the period.
    static let entries = Indicator("K02", "Children who came into care", unit: .per10000) { subject, tally in
        subject.forEachEntry { _, care, isKnown in
            tally.count(Member(subject.child.id, on: care.start.day), isKnown ? true : nil)
        }
    }

    /// Periods of care that ended in the period, counted on the day they ended, deaths and adoptions included.
    static let exits = Indicator("K02b", "Children who left care", unit: .per10000) { subject, tally in
        for care in subject.child.periods {
            guard let end = care.end, subject.window.period.contains(end), !subject.lastStatus(of: care).isShortBreak
            else { continue }
            tally.count(Member(subject.child.id, on: end), true)
        }
    }

    /// Of the periods of care that began in the period, those within 365 days of the child's own last ending; counted on
    /// the day of entry. Unknown, and outside: no earlier care on record where the returns do not reach back 365 days.
    static let reentries = Indicator("K03", "Back in care within twelve months") { subject, tally in
        subject.forEachEntry { index, care, isKnown in
            guard isKnown else { return }
            let member = Member(subject.child.id, on: care.start.day)
            if index > 0, let ended = subject.child.periods[index - 1].end {
                tally.count(member, care.start.day - ended <= 365)
            } else {
                let before = DayInterval(care.start.day - 365, care.start.day)
                let isCovered = before.map { subject.context.coverage.covers(.episodes, $0) } ?? false
                tally.count(member, isCovered ? false : nil)
            }
        }
    }

    /// Of children looked after on the day, those under section 20. A legal status not given is unknown and inside.
    static let section20 = Indicator("K04", "Under section 20", unknownInDenominator: true) { subject, tally in
        guard subject.isLookedAfter, let status = subject.child.legalStatus else { return }
        tally.count(subject.member, status.isBlank ? nil : status == .section20)
    }

    /// Of the periods of care that began in the period, those under police protection or an emergency protection order;
    /// counted on the day of entry. A legal status not given is unknown and inside.
    static let unplannedEntries = Indicator(
        "K08", "Came into care in an emergency", unknownInDenominator: true
    ) { subject, tally in
        subject.forEachEntry { _, care, isKnown in
            guard isKnown else { return }
            let status = subject.firstStatus(of: care)
            tally.count(
                Member(subject.child.id, on: care.start.day), status.isBlank ? nil : status.isEmergency)
        }
    }
}
