import Casework
import Days

/// Who the child is. One birth date or sex that differs is another source's word, kept beside the first until a person
/// decides; both differing together are another child.
extension ReturnBuilder {
    mutating func takeHeader(_ row: Row, _ child: Int) {
        var details = ChildDetails(
            birthDate: day(row, .dob, child, .birthDateNotRead), sex: Sex(code(row, .sex, child)),
            ethnicity: Ethnicity(code(row, .ethnic, child)), upn: row.text(.upn),
            isMother: flag(row, .mother, child), motherOfChildBorn: day(row, .mcDob, child))
        if isAnotherChild(details.birthDate, details.sex, child) {
            return setAside(row, .child, of: child, .twoChildren)
        }
        let (born, sex) = (details.birthDate, details.sex)
        if isFirst(row, child) {
            result.children[child].details = details
        } else if let first = result.children[child].details {
            if first == details { return noteRepeat(row, child) }
            // A first row without them is filled in; one with them stands, and the others compete.
            details.birthDate = first.birthDate ?? born
            details.sex = first.sex.isBlank ? sex : first.sex
            var filled = first
            (filled.birthDate, filled.sex) = (details.birthDate, details.sex)
            result.children[child].details = filled
            if filled != details {
                setAside(row, .child, of: child, .saysOtherwise(than: "a row in \(row.table.rawValue)", nil))
            }
        }
        if let born { note(birthDate: born, row, child) }
        note(sex: sex, row, child)
    }

    mutating func takeUnaccompanied(_ row: Row, _ child: Int) {
        let born = day(row, .dob, child, .birthDateNotRead)
        let sex = Sex(code(row, .sex, child))
        if isAnotherChild(born, sex, child) { return setAside(row, .child, of: child, .twoChildren) }
        let until = day(row, .duc, child, mayLieAhead: true)
        if let born { note(birthDate: born, row, child) }
        note(sex: sex, row, child)
        put(ReportedUnaccompanied(until: until), in: \.unaccompanied, row, child)
    }

    /// The birth date that most tables repeat.
    mutating func takeBirthDate(_ row: Row, _ child: Int) {
        if let born = day(row, .dob, child, .birthDateNotRead) { note(birthDate: born, row, child) }
    }

    private func isAnotherChild(_ born: Day?, _ sex: Sex, _ child: Int) -> Bool {
        let known = result.children[child]
        guard let born, !sex.isBlank, !known.birthDates.isEmpty, !known.sexes.isEmpty else { return false }
        return !known.birthDates.contains(born) && !known.sexes.contains { $0.asWrittenNow == sex.asWrittenNow }
    }

    private mutating func note(birthDate born: Day, _ row: Row, _ child: Int) {
        let known = result.children[child].birthDates
        guard !known.contains(born) else { return }
        guard known.count < limits.birthDates else {
            return setAsideCell(row, .dob, child, .tooManyBirthDates(known.count))
        }
        result.children[child].birthDates.append(born)
        if let first = known.first { find(.birthDateDiffers, .twoBirthDates(first, born), row, .dob, child) }
    }

    private mutating func note(sex: Sex, _ row: Row, _ child: Int) {
        let known = result.children[child].sexes
        guard !sex.isBlank, !known.contains(where: { $0.asWrittenNow == sex.asWrittenNow }), known.count < 10 else {
            return
        }
        result.children[child].sexes.append(sex)
        if let first = known.first { find(.sexDiffers, .twoSexes(first, sex), row, .sex, child) }
    }
}
