import Casework
import Days
import Standards
import TestSupport
import Testing

/// What an education plan that was signed here says of what Schedule 1 has in it.
struct EducationPlanTests {
    private static let whole: [CoreField: Answer] = Dictionary(
        uniqueKeysWithValues: [
            CoreField.school, .schoolsBefore, .attendance, .education, .schoolChanges, .leisure, .carersPart,
        ].map { ($0, .text("So")) })

    private static func stands(_ answers: [CoreField: Answer]...) -> [String] {
        let plans = zip(["2024-02-01", "2024-05-01"], answers).flatMap { signed(.personalEducationPlan, $0, $1) }
        return told("ED04", record(episode("2024-01-10"), plans), "2024-06-01")
    }

    @Test func aPlanIsWholeWhereItSpeaksOfEverythingThatTheScheduleNames() {
        #expect(Self.stands(Self.whole) == ["2024-02-01 2024-02-01 met"])
        for field in Self.whole.keys {
            let short = Self.whole.filter { $0.key != field }
            #expect(Self.stands(short) == ["2024-02-01 2024-02-01 unknown"], "\(field)")
            #expect(
                Self.stands(short, Self.whole) == ["2024-02-01 2024-02-01 unknown", "2024-05-01 2024-05-01 met"],
                "each plan answers for itself")
        }
    }

    @Test func withNoPlanSignedNothingIsAskedOfOne() {
        #expect(Self.stands() == [])
    }
}
