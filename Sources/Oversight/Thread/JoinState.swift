import Casework
import Days

/// How something to join up stands: what people have answered to it, as long as what they answered on is still so.
public enum JoinState: Hashable, Sendable {
    /// Nobody has answered.
    case open
    /// Somebody had, and it is there again.
    case returned(HeldJoinAnswer, Return)
    /// Somebody says that it is not so for this child. It stays until a second person agrees.
    case awaitsSecond(HeldJoinAnswer)
    /// It waits until a day, and is counted all the same.
    case putOff(HeldJoinAnswer, until: Day)
    /// Not so for this child, as two people say.
    case notSo(HeldJoinAnswer)

    /// Why an answer is over.
    public enum Return: Hashable, Sendable {
        case factsChanged, dayCame, notAgreed
    }

    /// The answer there is, or was.
    public var answer: HeldJoinAnswer? {
        switch self {
        case .open: nil
        case .returned(let answer, _), .awaitsSecond(let answer), .notSo(let answer), .putOff(let answer, _): answer
        }
    }

    /// As programs read it.
    public var name: String {
        switch self {
        case .open: "open"
        case .returned: "returned"
        case .awaitsSecond: "awaits_second"
        case .putOff: "put_off"
        case .notSo: "not_so"
        }
    }

    /// - Parameters:
    ///   - found: What the record shows on the day.
    ///   - answers: What was answered of the child by the day, in order.
    init(_ found: Break, _ answers: [HeldJoinAnswer], on day: Day) {
        guard let last = answers.last(where: { $0.isAbout(found) && !$0.isStillRight }) else {
            self = .open
            return
        }
        guard last.facts == FactsDigest(found.restsOn) else {
            self = .returned(last, .factsChanged)
            return
        }
        switch (last.word, last.second?.agrees) {
        case (.later(let until), _): self = day < until ? .putOff(last, until: until) : .returned(last, .dayCame)
        case (.notSo, true?): self = .notSo(last)
        case (.notSo, false?): self = .returned(last, .notAgreed)
        case (.notSo, nil): self = .awaitsSecond(last)
        case (.stillRight, _): self = .open
        }
    }
}

extension Break {
    /// All that an answer to it rests on: what the record shows of it, and of what it stands for. It is the sentences that
    /// the person read, so that an answer is never taken for one to something else.
    public var restsOn: [String] {
        [title, "Since \(since.inWords)."] + facts
            + folded.flatMap { ["With it: \($0.rule.title.lowercasedFirst)."] + $0.restsOn }
    }

    /// Whether it is asked now: not put off, and not “not so” for this child. What is about safety is asked while it is put
    /// off as well.
    public var isAsked: Bool {
        switch state {
        case .open, .returned, .awaitsSecond: true
        case .putOff: rule.isAboutSafety
        case .notSo: false
        }
    }

    public var isPutOff: Bool { if case .putOff = state { true } else { false } }
    public var isNotSo: Bool { if case .notSo = state { true } else { false } }
    public var awaitsSecond: Bool { if case .awaitsSecond = state { true } else { false } }
}

extension [Break] {
    /// What is counted: all but what is not so for the child. What is put off stays in.
    public var counted: [Break] { filter { !$0.isNotSo } }
}

extension HeldJoinAnswer {
    func isAbout(_ found: Break) -> Bool { kind == found.rule.id && about == found.about }

    /// Whether it mends, in what it speaks of, rather than answers.
    public var isStillRight: Bool { if case .stillRight = word { true } else { false } }
}
