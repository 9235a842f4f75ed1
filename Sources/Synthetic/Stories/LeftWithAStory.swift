import Days

/// Children who have gone home or to a guardian since, and whose last months in care were written down whole: so there are
/// assessments of earlier quarters, what auditors found of them, and what became of the plans that they led to.
struct LeftWithAStory {
    private let horizon: Day
    /// How many were told of, by the quarters since their story ended.
    private var told: [Int: Int] = [:]

    init(to horizon: Day) { self.horizon = horizon }

    /// So many are told of for each quarter, and so many quarters back.
    private static let (most, quarters, length) = (3, 6, 91)

    /// Why care ended: home, or with a guardian.
    private static let reasons: Set<Code> = ["E4A", "E4B", "E13", "E45", "E41"]

    /// What is told of the child, and until when; nil for anybody else.
    mutating func plot(of career: Career) -> (plot: Plot, window: Window)? {
        guard let last = career.episodes.last, last.end <= horizon - 10, Self.reasons.contains(last.reasonEnded),
            !career.outline.last.path.isShortBreaks, career.outline.born.age(on: last.end) < 17,
            let window = Window(career, to: last.end - 5), window.cast == .settled
        else { return nil }
        let quarter = (horizon - last.end) / Self.length
        guard !Life.of(career, on: window.horizon).isEmpty, quarter < Self.quarters,
            told[quarter, default: 0] < Self.most
        else { return nil }
        told[quarter, default: 0] += 1
        return (Self.plot(quarter, first: told[quarter] == 1), window)
    }

    /// The earlier, the more is left out of assessments: managers have said what they look for since.
    private static func plot(_ quarter: Int, first: Bool) -> Plot {
        switch (quarter, first) {
        case (4..., true): Plot(.settled, .worse, .assessmentWithoutAnalysis)
        case (2..., true): Plot(.settled, .same, .assessmentWithoutHistory)
        case (3..., false): Plot(.settled, .same)
        default: Plot(.settled, .better)
        }
    }
}
