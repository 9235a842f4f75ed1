import Casework
import Days

/// What the return says once a child: the year's outcomes, leaving care, adoption and earlier permanence.
extension ReturnBuilder {
    mutating func takeOutcomes(_ row: Row, _ child: Int) {
        let outcomes = YearlyOutcomes(
            year: result.year, sdqScore: number(row, .sdqScore, 0...40, child),
            sdqReason: code(row, .sdqReason, child), convicted: flag(row, .convicted, child),
            developmentChecks: flag(row, .healthCheck, child), immunisations: flag(row, .immunisations, child),
            dentalCheck: flag(row, .teethCheck, child), healthAssessment: flag(row, .healthAssessment, child),
            substanceMisuse: flag(row, .substanceMisuse, child),
            interventionReceived: flag(row, .interventionReceived, child),
            interventionOffered: flag(row, .interventionOffered, child))
        put(outcomes, in: \.outcomes, row, child)
    }

    mutating func takeContact(_ row: Row, _ child: Int) {
        let contact = LeavingCareContact(
            year: result.year, inTouch: code(row, .inTouch, child), activity: code(row, .activ, child),
            accommodation: code(row, .accom, child))
        put(contact, in: \.contact, row, child)
    }

    mutating func takeMatch(_ row: Row, _ child: Int) {
        let match = AdoptionMatch(
            placed: day(row, .dateInt, child), matched: day(row, .dateMatch, child),
            wereFosterCarers: flag(row, .fosterCare, child), numberOfAdopters: number(row, .nbAdoptr, 1...2, child),
            sexOfAdopters: code(row, .sexAdoptr, child), legalStatusOfAdopters: code(row, .lsAdoptr, child))
        put(match, in: \.match, row, child)
    }

    mutating func takeDecision(_ row: Row, _ child: Int) {
        guard let decided = key(row, .datePlaced, child, "when it was decided that the child should be placed") else {
            return
        }
        let decision = ReportedDecision(
            decided: decided, ceased: endDay(row, .datePlacedCeased, from: decided, child),
            reason: AdoptionCeasedReason(code(row, .reasonPlacedCeased, child)))
        if row.cell(.datePlacedCeased).isEmpty, !decision.reason.isBlank {
            setAsideCell(row, .reasonPlacedCeased, child, .endWithoutDay(of: Column.datePlacedCeased.name))
        }
        add(decision, to: \.decisions, row, .datePlaced, child, "a decision on")
    }

    mutating func takePermanence(_ row: Row, _ child: Int) {
        // Where the day or month is not known the return writes zz, which is no error and no date.
        let date = row.cell(.datePerm)
        let isPartial = date.contains { $0 == UInt8(ascii: "z") || $0 == UInt8(ascii: "Z") }
        let permanence = PreviousPermanence(
            option: code(row, .prevPerm, child), authority: code(row, .laPerm, child),
            day: isPartial ? nil : day(row, .datePerm, child))
        put(permanence, in: \.permanence, row, child)
    }
}
