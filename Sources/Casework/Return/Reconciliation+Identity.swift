import Days

/// Who the child is. Birth date and sex are never corrected by a return: one that differs is kept beside what is there.
extension Reconciliation {
    mutating func compareIdentity(_ reported: ReportedChild, _ known: ChildRecord) {
        var described = reported.details
        if described == nil, known.identity.described == nil, !(reported.birthDates.isEmpty && reported.sexes.isEmpty) {
            described = ChildDetails(birthDate: reported.birthDates.first, sex: reported.sexes.first ?? Sex(.blank))
        }
        if let details = described {
            if let origin = known.identity.described {
                // Birth date and sex are never corrected by a return: a difference is kept beside what is there.
                let filled = known.identity.details.filledIn(from: details)
                if filled != known.identity.details {
                    correct(origin, to: .identity(.described(filled)), on: year.firstDay, "the child’s description")
                }
            } else {
                propose(.identity(.described(details)), on: details.birthDate ?? year.firstDay)
            }
        }
        let standing = known.identity.details.birthDate ?? described?.birthDate
        let sex = (known.identity.described == nil ? described?.sex : known.identity.details.sex) ?? Sex(.blank)
        for day in reported.birthDates where day != standing && !known.identity.birthDates.contains(day) {
            propose(.identity(.alsoDescribed(birthDate: day, sex: Sex(.blank))), on: year.firstDay)
        }
        for other in reported.sexes
        where !other.isBlank && !sex.isBlank && other.asWrittenNow != sex.asWrittenNow
            && !known.identity.otherSexes.contains(where: { $0.sex.asWrittenNow == other.asWrittenNow })
        {
            propose(.identity(.alsoDescribed(birthDate: nil, sex: other)), on: year.firstDay)
        }
        if let unaccompanied = reported.unaccompanied {
            let event = ChildEvent.identity(.unaccompanied(until: unaccompanied.until))
            if let held = known.unaccompanied {
                if let until = unaccompanied.until, until != held.until {
                    correct(held.origin, to: event, on: year.firstDay, "the day unaccompanied status ceases")
                }
            } else {
                propose(event, on: year.firstDay)
            }
        } else if tables.contains(.unaccompanied), let held = known.unaccompanied {
            retract(held.origin, on: year.firstDay)
        }
    }
}

extension ChildDetails {
    /// These details with what `newer` gives of everything but an existing birth date and sex.
    fileprivate func filledIn(from newer: ChildDetails) -> ChildDetails {
        var details = self
        if birthDate == nil { details.birthDate = newer.birthDate }
        // 1 and M are one sex: a collection that writes it anew changes nothing.
        if sex.isBlank { details.sex = newer.sex }
        if !newer.ethnicity.isBlank { details.ethnicity = newer.ethnicity }
        if !newer.upn.isEmpty { details.upn = newer.upn }
        if newer.isMother != nil { details.isMother = newer.isMother }
        if newer.motherOfChildBorn != nil { details.motherOfChildBorn = newer.motherOfChildBorn }
        return details
    }
}
