import Casework
import Days
import TestSupport
import Testing

/// A part of a child's life, told to the child or waiting to be.
struct LifeStoryChapterTests {
    private static let written: [CoreField: Answer] = [
        .subject: .text("The house by the quay"), .partOfLife: .choice("homes"),
        .wordsForChild: .text("You lived by the water with nan."), .sources: .text("Nan"),
    ]
    private static let told: [CoreField: Answer] = [
        .chapterTold: .choice("told"), .toldBy: .text("Ann Worker"), .toldOn: .day(RecordingTests.day - 3),
    ]

    private static func refusals(_ more: [CoreField: Answer]) -> [String] {
        RecordingTests.refusals(
            RecordCommand(
                kind: .lifeStoryChapter, day: RecordingTests.day, form: RecordingTests.form,
                answers: written.merging(more) { $1 }))
    }

    @Test func whoToldItAndWhenIsSaidAndWhereItWaitsWhy() {
        #expect(Self.refusals(Self.told) == [])
        #expect(Self.refusals([.chapterTold: .choice("told")]) == ["told_by", "told_on"])
        #expect(Self.refusals([.chapterTold: .choice("not_yet")]) == ["not_told_because"])
        #expect(Self.refusals([.chapterTold: .choice("not_yet"), .notToldBecause: .text("Nan is to be there")]) == [])
    }

    @Test func itWasToldByTheDayOfItsRecord() {
        let after = Self.told.merging([.toldOn: .day(RecordingTests.day + 1)]) { $1 }
        #expect(Self.refusals(after) == ["told_on"])
        #expect(Self.refusals(Self.told.merging([.toldOn: .day(RecordingTests.day)]) { $1 }) == [])
    }

    @Test func aChapterThatWaitsWasToldOnNoDay() throws {
        let waits: [CoreField: Answer] = [.chapterTold: .choice("not_yet"), .stillUnknown: .text("Who the uncle is")]
        let child = record(
            signed(.lifeStoryChapter, "2026-03-02", Self.written.merging(Self.told) { $1 }),
            signed(.lifeStoryChapter, "2026-03-09", Self.written.merging(waits) { $1 }))
        let chapters = child.lifeStoryChapters
        #expect(chapters.map(\.told) == [RecordingTests.day - 3, nil])
        #expect(chapters.map(\.part) == [.homes, .homes] && chapters.map(\.saysWhatIsUnknown) == [false, true])
    }
}
