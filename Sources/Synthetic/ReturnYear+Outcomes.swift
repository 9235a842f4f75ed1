import Days

extension ReturnYear {
    /// Looked after without a break for the year to 31 March: no short breaks, no coming into care after 1 April, no
    /// leaving before 31 March.
    ///
    /// Source: the definition by which the outcomes table (OC2) is collected.
    func isContinuouslyLookedAfter(_ inYear: [Career.Episode]) -> Bool {
        !inYear.contains {
            $0.legal == "V3" || $0.legal == "V4" || ($0.start > year.firstDay && $0.began == "S")
                || ($0.end >= year.firstDay && $0.end < year.lastDay && $0.reasonEnded != "X1")
        }
    }

    /// The outcomes of a child looked after for the whole year, which hang on age at 31 March.
    mutating func addOutcomes(_ career: Career, _ child: Int, _ inYear: [Career.Episode]) {
        guard isContinuouslyLookedAfter(inYear) else { return }
        let born = career.outline.born
        let (age, ageBefore) = (born.age(on: year.lastDay), born.age(on: year.firstDay))
        var random = SeededRandom(
            seed: seed ^ 0x0C2, stream: UInt64(career.outline.number) &* 4_096 &+ UInt64(year.start))
        func mark(_ share: Double) -> Code { random.chance(share) ? "1" : "0" }
        let isAsked = age >= 4 && ageBefore < 17
        let isScored = isAsked && random.chance(0.8)
        let score = min(40, random.below(16) + random.below(16) + (career.fragility > 2 ? 8 : 0))
        let misuse = age >= 11 ? mark(career.absencesAYear > 1 ? 0.35 : 0.03) : "0"
        let isMisusing = misuse == "1"
        let received: Code = isMisusing ? mark(0.55) : .blank
        let cells: [Code] = [
            isAsked && !isScored ? (ageBefore < 4 ? "SDQ1" : random.pick(Tables.noQuestionnaire)) : .blank,
            age >= 10 ? mark(career.need == "N6" ? 0.5 : career.absencesAYear > 1 ? 0.12 : 0.015) : .blank,
            age < 5 ? mark(0.9) : .blank, mark(0.86), mark(0.76), mark(0.9), misuse, received,
            received == "0" ? mark(0.7) : .blank,
        ]
        row(.oc2, child, born) { table in
            if isScored { table.put(number: score) } else { table.put(Code.blank) }
            for cell in cells { table.put(cell) }
        }
    }

    mutating func addContact(_ contact: Contact, _ child: Int, _ born: Day) {
        row(.oc3, child, born) { table in
            table.put(contact.inTouch)
            table.put(contact.activity)
            table.put(contact.accommodation)
        }
    }
}

/// What is known of a care leaver around a birthday from the 17th to the 21st.
struct Contact {
    var inTouch: Code
    var activity: Code = .blank
    var accommodation: Code = .blank

    /// Nil where the young person is not asked after this year: still in care on the birthday, never in care long
    /// enough, passed to another authority, adopted or under a special guardian, or died before.
    init?(_ career: Career, in year: CollectionYear, seed: UInt64) {
        let born = career.outline.born
        guard let age = (17...21).first(where: { year.days.contains(born.birthday($0)) }),
            let last = career.episodes.last, last.end < born.birthday(age), last.end >= born.birthday(16),
            last.end - career.outline.last.start >= 91, last.legal != "V3", last.legal != "V4"
        else { return nil }
        switch last.reasonEnded {
        case "E2", "E3", "E15", "E11", "E12", "E41", "E45", "E46", "E47", "E48": return nil
        default: break
        }
        var random = SeededRandom(
            seed: seed ^ 0x0C3, stream: UInt64(career.outline.number) &* 4_096 &+ UInt64(year.start))
        let isHome = last.reasonEnded == "E4A" || last.reasonEnded == "E4B"
        if isHome, age <= 18, born.birthday(age) - last.end > 183 {
            (inTouch, activity, accommodation) = ("RHOM", "0", "0")
            return
        }
        let throwOf = random.unit()
        inTouch = throwOf < 0.91 ? "YES" : throwOf < 0.95 ? "NO" : throwOf < 0.975 ? "REFU" : "NREQ"
        guard inTouch == "YES" else {
            (activity, accommodation) = ("0", "0")
            return
        }
        activity = random.pick(Tables.activity)
        accommodation = last.reasonEnded == "E17" && age > 17 && random.chance(0.7) ? "Z1" : "B1"
        if accommodation == "B1", !isHome { accommodation = random.pick(Tables.accommodation) }
        // Former foster carers are no answer at 17.
        if age == 17, accommodation == "Z1" { accommodation = "E1" }
    }
}
