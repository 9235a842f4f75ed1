import Days

/// Which part of a child’s life a chapter of their story tells.
public enum PartOfLife: String, Hashable, Sendable, CaseIterable {
    case beginning, family
    case whyInCare = "why_in_care"
    case homes
    case schoolAndFriends = "school_friends"
    case whoTheyAre = "who_they_are"
    case now, ahead
    case anotherPart = "another_part"
    static let names = allCases.map(\.rawValue)

    public var title: String {
        switch self {
        case .beginning: "How their life began"
        case .family: "Their family"
        case .whyInCare: "Why they are in care"
        case .homes: "Where they have lived, and with whom"
        case .schoolAndFriends: "School and friends"
        case .whoTheyAre: "Who they are"
        case .now: "Their life now"
        case .ahead: "What lies ahead"
        case .anotherPart: "Another part of their life"
        }
    }
}

/// Whether a chapter was told to the child whose story it is.
public enum ChapterTold: String, Hashable, Sendable, CaseIterable {
    case told
    case notYet = "not_yet"
    static let names = allCases.map(\.rawValue)
}

/// A kind of thing that belongs to a child’s story.
public enum Keepsake: String, Hashable, Sendable, CaseIterable {
    case photo, letter, drawing, object, recording, file
    static let names = allCases.map(\.rawValue)
}

/// A chapter of a child’s life story, as far as rules may know: which part of their life it tells, and whether it was told
/// to them. The words stay in the record; told again as the child grows, it is written again.
public struct LifeStoryChapter: Hashable, Sendable {
    /// The day that it was written.
    public let on: Day
    public let part: PartOfLife
    /// When it was told to the child; nil where it was not yet.
    public let told: Day?
    /// Whether it names what nobody knows yet.
    public let saysWhatIsUnknown: Bool
    public let origin: Origin

    public init?(_ record: HeldRecord) {
        guard record.kind == .lifeStoryChapter, let part: PartOfLife = record.named(.partOfLife) else { return nil }
        (on, self.part, origin) = (record.day, part, record.origin)
        told = record.isChoice(.chapterTold, ChapterTold.told.rawValue) ? record.day(.toldOn) : nil
        saysWhatIsUnknown = record.says(.stillUnknown)
    }
}

extension ChildRecord {
    /// The chapters of the child’s life story that are signed here, earliest first.
    public var lifeStoryChapters: [LifeStoryChapter] { records.compactMap(LifeStoryChapter.init) }

    /// The last time that somebody spent with the child on what matters to them: direct work, or a chapter that was told.
    public var lastDirectWork: Day? {
        let told = lifeStoryChapters.compactMap(\.told)
        return (told + records.filter { $0.kind == .directWork }.map(\.day)).max()
    }

    /// Whether the child was told why they are in care, as the last record that says so has it; nil where none does.
    public var isToldWhyInCare: Bool? {
        let said = records.last { $0.kind == .lifeStory && $0.says(.toldWhyInCare) }
        let chapter = lifeStoryChapters.compactMap { $0.part == .whyInCare ? $0.told : nil }.max()
        guard let said else { return chapter == nil ? nil : true }
        return said.isFlag(.toldWhyInCare, true) || chapter.map { $0 >= said.day } ?? false
    }
}
