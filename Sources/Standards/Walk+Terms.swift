import Casework
import Days

/// What is owed each school term, by the terms that the council has set.
extension Walk {
    /// A personal education plan is signed in each whole term of care, from the age of four. One that a term went without is
    /// late by the next that is signed.
    ///
    /// Terms that nobody set leave it unknown, after twelve months of care.
    func educationPlanEachTerm(_ occasion: Occasion, _ list: inout DutyList) {
        let terms = context.settings.schoolTerms
        let last = min(child.day, stretches[occasion.stretch].end ?? child.day)
        guard let first = terms.first, let latest = terms.last else {
            return untoldTerms(occasion, from: occasion.trigger, by: last, &list)
        }
        // Before the first term that is set, and once the last is long over, there are others that nobody told.
        if occasion.day.adding(years: 1) <= min(last, first.start) {
            untoldTerms(occasion, from: occasion.trigger, by: min(last, first.start), &list)
        }
        let plans = child.record.records.lazy.filter { $0.kind == .personalEducationPlan }.map(\.day)
        for term in terms where term.start > occasion.day && term.start <= last {
            let ages = ages(on: term.start) ?? 0...18
            if ages.upperBound < 4 { continue }
            let began = StartDay(term.start, isKnown: true)
            func add(_ standing: Standing, done: Day? = nil) {
                list.add(trigger: began, due: term.end, done: done, standing, because: .termBegan)
            }
            if ages.lowerBound < 4 {
                add(.unknown(.birthDate))
            } else if let done = plans.first(where: term.contains) {
                add(.met, done: done)
            } else if let stop = occasion.stop, stop.day <= term.end {
                add(.notApplicable(stop.why))
            } else if child.day <= term.end {
                add(.due)
            } else if child.keptSince.map({ $0 > term.start }) ?? true {
                add(.unknown(.personalEducationPlan))
            } else if let late = plans.first(where: { $0 > term.end }) {
                add(.metLate(days: late - term.end), done: late)
            } else {
                add(.overdue(days: last - term.end))
            }
        }
        if latest.end.adding(months: 4) <= last {
            let start = occasion.day > latest.end ? occasion.trigger : StartDay(latest.end, isKnown: true)
            untoldTerms(occasion, from: start, by: last, &list)
        }
    }

    /// Of an age, by `last`, to have had such plans, in terms that nobody set.
    private func untoldTerms(_ occasion: Occasion, from start: StartDay, by last: Day, _ list: inout DutyList) {
        guard occasion.day.adding(years: 1) <= last, ages(on: last).map({ $0.upperBound >= 4 }) ?? true else { return }
        list.addUnknown(from: start, due: nil, [.personalEducationPlan, .schoolTerms], because: occasion.because)
    }
}
