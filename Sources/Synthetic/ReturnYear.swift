import Days

/// One collection year's return, cut from careers: what a council would have sent after 31 March of that year. What was
/// open that day reads as open, and nothing later is in it.
struct ReturnYear {
    enum Table: Int, CaseIterable {
        case header, episodes, reviews, missing, oc2, oc3, ad1, placedAdoption, prevPerm, swEpisodes, uasc, doLo

        /// The file's name and its columns, in the order of the return.
        var file: (name: String, columns: String) {
            switch self {
            case .header: ("Header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB")
            case .episodes:
                (
                    "Episodes.csv",
                    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
                )
            case .reviews: ("Reviews.csv", "CHILD,DOB,REVIEW,REVIEW_CODE")
            case .missing: ("Missing.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END")
            case .oc2:
                (
                    "OC2.csv",
                    "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED"
                )
            case .oc3: ("OC3.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM")
            case .ad1: ("AD1.csv", "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR")
            case .placedAdoption:
                ("PlacedAdoption.csv", "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED")
            case .prevPerm: ("PrevPerm.csv", "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM")
            case .swEpisodes: ("SWEpisodes.csv", "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON")
            case .uasc: ("UASC.csv", "CHILD,SEX,DOB,DUC")
            case .doLo: ("DoLo.csv", "CHILD,DOB,DOLO_START,DOLO_END")
            }
        }

        func isCollected(in year: CollectionYear) -> Bool { self != .doLo || year.start >= 2026 }
    }

    let year: CollectionYear
    let seed: UInt64
    var tables: [CSV]

    init(_ year: CollectionYear, seed: UInt64, mess: Double) {
        self.year = year
        self.seed = seed
        tables = Table.allCases.map {
            CSV(header: $0.file.columns, mess: mess, seed: seed &+ UInt64($0.rawValue * 10_000 + year.start))
        }
    }

    subscript(table: Table) -> CSV {
        get { tables[table.rawValue] }
        _modify { yield &tables[table.rawValue] }
    }

    /// The day, where the return can know it.
    func known(_ day: Day) -> Day? { day <= year.lastDay ? day : nil }

    func overlaps(_ start: Day, _ end: Day) -> Bool { start <= year.lastDay && end >= year.firstDay }

    /// Whether the outline says that this year's return may have a row for the child.
    func mayHold(_ outline: Outline) -> Bool {
        if overlaps(outline.first.start, outline.last.end) { return true }
        let last = outline.last
        return last.end < year.firstDay && last.end >= outline.born.birthday(16)
            && outline.born.birthday(22) >= year.firstDay && !last.path.isShortBreaks
    }

    /// Adds every row that this year's return has for the child; false where it has none.
    mutating func add(_ career: Career) -> Bool {
        let child = 100_000 + career.outline.number
        let born = career.outline.born
        guard born <= year.lastDay else { return false }
        let inYear = career.episodes.filter { overlaps($0.start, $0.end) }
        guard !inYear.isEmpty else {
            guard let contact = Contact(career, in: year, seed: seed) else { return false }
            addHeader(career, child, inYear)
            addContact(contact, child, born)
            return true
        }
        addHeader(career, child, inYear)
        for episode in inYear { addEpisode(episode, child, career) }
        for review in career.reviews where year.days.contains(review.day) {
            row(.reviews, child, born) { table in
                table.put(review.day)
                table.put(review.participation)
            }
        }
        for absence in career.absences where overlaps(absence.start, absence.end) {
            row(.missing, child, born) { [end = known(absence.end)] table in
                table.put(absence.kind)
                table.put(absence.start)
                table.put(end)
            }
        }
        for allocation in career.allocations where overlaps(allocation.start, allocation.end) {
            row(.swEpisodes, child, born) { [end = known(allocation.end)] table in
                table.put(Workforce.code(ofWorker: allocation.worker))
                table.put(allocation.start)
                table.put(end)
                table.put(allocation.reason)
            }
        }
        for order in career.deprivations where overlaps(order.start, order.end) && year.start >= 2026 {
            row(.doLo, child, born) { [end = known(order.end)] table in
                table.put(order.start)
                table.put(end)
            }
        }
        addAdoption(career, child, inYear)
        // Asked in the year in which a child comes into care, since 2016-17.
        let hasCome = inYear.contains { $0.began == "S" && $0.start >= year.firstDay }
        if hasCome, year.start >= 2016 {
            row(.prevPerm, child, born) { table in
                table.put(career.previousPermanence.code)
                table.put(career.previousPermanence.authority)
                table.put(career.previousPermanence.day)
            }
        }
        if let until = career.unaccompaniedUntil {
            self[.uasc].put(number: child)
            self[.uasc].put(sex(career))
            self[.uasc].put(born)
            // The day that this will end, or ended: it may lie ahead.
            self[.uasc].put(until)
            self[.uasc].endRow()
        }
        addOutcomes(career, child, inYear)
        return true
    }

    /// A row that begins, as most do, with the child and the birth date.
    mutating func row(_ table: Table, _ child: Int, _ born: Day, _ cells: (inout CSV) -> Void) {
        self[table].put(number: child)
        self[table].put(born)
        cells(&self[table])
        self[table].endRow()
    }
}
