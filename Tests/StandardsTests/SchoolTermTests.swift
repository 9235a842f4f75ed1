import Casework
import Days
import Standards
import TestSupport
import Testing

/// An education plan in each school term (ED03), by the terms that the council sets.
struct SchoolTermTests {
    private let came = episode("2024-01-10", "S", "V2")

    private var withTerms: Context {
        var context = covered()
        context.settings.schoolTerms = [
            DayInterval(day("2024-04-15"), day("2024-07-19"))!, DayInterval(day("2024-09-03"), day("2024-12-20"))!,
        ]
        return context
    }

    private func pep(_ when: String) -> [ChildEvent] { signed(.personalEducationPlan, when) }

    @Test func eachTermHasItsEducationPlan() {
        let note = signed(.caseNote, "2024-01-12")
        func stands(_ more: [ChildEvent]..., on asAt: String) -> [String] {
            told("ED03", record(came, note, more.flatMap { $0 }), asAt, withTerms)
        }
        #expect(stands(on: "2024-07-19") == ["2024-04-15 2024-07-19 due"])
        #expect(stands(on: "2024-07-20") == ["2024-04-15 2024-07-19 overdue 1"])
        #expect(stands(pep("2024-07-19"), on: "2024-08-01") == ["2024-04-15 2024-07-19 met"])
        #expect(
            stands(pep("2024-09-10"), on: "2024-12-31") == [
                "2024-04-15 2024-07-19 met_late 53", "2024-09-03 2024-12-20 met",
            ])
        // Signed first in the holidays: before that an education plan may be elsewhere.
        let later = record(came, signed(.caseNote, "2024-08-01"))
        #expect(told("ED03", later, "2024-08-10", withTerms) == ["2024-04-15 2024-07-19 unknown"])
        #expect(missingFacts("ED03", later, "2024-08-10", withTerms) == [[.personalEducationPlan]])
    }

    @Test func aTermCountsWhereTheChildWasInCareAllThroughAndOfAge() {
        let left = record(episode("2024-01-10", end: "2024-07-01", "E4A"), signed(.caseNote, "2024-01-12"))
        #expect(told("ED03", left, "2024-08-01", withTerms) == ["2024-04-15 2024-07-19 not_applicable"])
        #expect(told("ED03", record(episode("2024-04-15")), "2024-08-01", withTerms) == [])
        #expect(told("ED03", record(born: "2020-04-16", came), "2024-08-01", withTerms) == [])
        let either = born("2020-04-15", or: "2020-04-16", came)
        #expect(missingFacts("ED03", either, "2024-08-01", withTerms) == [[.birthDate]])
    }

    @Test func termsThatNobodySetAreNotKnown() {
        #expect(told("ED03", record(came), "2024-12-31") == [])
        #expect(told("ED03", record(came), "2025-01-10") == ["2024-01-10 - unknown"])
        // Four months after the last term that is set, another is over.
        #expect(told("ED03", record(came), "2025-04-20", withTerms).last == "2024-12-20 - unknown")
        // Nor for whoever came since.
        let since = record(episode("2025-01-10", "S", "V2"))
        #expect(told("ED03", since, "2026-01-10", withTerms) == ["2025-01-10 - unknown"])
    }
}
