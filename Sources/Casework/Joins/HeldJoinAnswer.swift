import Days

/// An answer to something to join up, as the fold holds it: of what it rested on, enough to tell whether that is still so.
public struct HeldJoinAnswer: Hashable, Sendable {
    public let origin: Origin
    public let kind: String
    public let about: ItemID?
    /// Tells the facts that it was given on from any others.
    public let facts: FactsDigest
    public let word: JoinAnswer.Word
    public let because: String
    public let by: String
    public let onBehalfOf: String
    public let at: Instant
    /// What a second person said of it first; nil where nobody has.
    public internal(set) var second: JoinSecond?

    init(_ answer: JoinAnswer, _ origin: Origin) {
        (kind, about, facts) = (answer.kind, answer.about, FactsDigest(answer.facts))
        (word, because, by, onBehalfOf) = (answer.word, answer.because, answer.by, answer.onBehalfOf)
        (at, self.origin) = (answer.at, origin)
    }

    public var day: Day { at.inLondon.day }
}

/// A digest of sentences: FNV-1a in 64 bits. It guards against forgetting and not against malice, since whoever writes the
/// record may answer too.
public struct FactsDigest: Hashable, Sendable {
    public let value: UInt64

    public init(_ facts: [String]) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for fact in facts {
            for byte in fact.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0x1F) &* 0x100_0000_01B3
        }
        value = hash
    }
}

extension ChildRecord {
    mutating func apply(_ event: JoinEvent, _ origin: Origin) {
        switch event {
        case .answered(let answer): joinAnswers.insertInOrder(HeldJoinAnswer(answer, origin), by: \.at)
        case .seconded(let answer, let second):
            guard let index = joinAnswers.lastIndex(where: { $0.origin.event == answer }),
                joinAnswers[index].second == nil
            else { return }
            joinAnswers[index].second = second
        case .read(let reading): apply(reading)
        }
    }
}

extension [HeldJoinAnswer] {
    /// What had been answered, and said of the answers, by the end of a day.
    public func asAt(_ day: Day) -> [HeldJoinAnswer] {
        guard holdsAnything(after: day) else { return self }
        return compactMap { held in
            guard held.day <= day else { return nil }
            var held = held
            if let second = held.second, second.at.inLondon.day > day { held.second = nil }
            return held
        }
    }

    func holdsAnything(after day: Day) -> Bool {
        contains { $0.day > day || $0.second.map { $0.at.inLondon.day > day } ?? false }
    }
}
