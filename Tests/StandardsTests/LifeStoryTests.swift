import Casework
import Days
import TestSupport
import Testing

/// What a chapter of a life story shows of what is owed.
struct LifeStoryTests {
    @Test func aChapterShowsThatTheWorkHasBegun() {
        let reviews = ["2024-01-30", "2024-04-20"].map { signed(.review, $0, [.participation: .choice("PN1")]) }
        func begun(_ more: [ChildEvent]) -> [String] {
            told(
                "RI06",
                record(episode("2024-01-10"), signed(.caseNote, "2024-01-10"), reviews[0], reviews[1], more),
                "2024-06-01")
        }
        #expect(begun([]).map { $0.contains("met") } == [false])
        let chapter = signed(.lifeStoryChapter, "2024-03-01", [.partOfLife: .choice("homes")])
        #expect(begun(chapter) == ["2024-04-20 2024-04-20 met"])
    }
}
