import Oversight

/// How many children wait on each rung of the ladder: all that an email may say of anybody's work. It holds numbers and
/// the ladder's own words, so that no email can name a child.
public struct WorkCounts: Hashable, Sendable {
    /// Children by the highest rung that they have something on, as My work groups them.
    public private(set) var children: [Rung: Int] = [:]
    /// Children about whom too little is known to say.
    public private(set) var tooLittleKnown = 0
    /// Records that were taken off a child whom they are not about, and are not assessed yet.
    public private(set) var onWrongChild = 0

    public init() {}

    /// Counts a child once: where too little is known there, else on the highest rung.
    public mutating func add(_ work: Worklist) {
        if work.isTooLittleKnown {
            tooLittleKnown += 1
        } else if let first = work.items.first {
            children[first.rung, default: 0] += 1
        }
    }

    /// Counts a child, or a record, once for what is pressing about it.
    public mutating func add(_ matter: Pressing) {
        switch matter {
        case .rung(let rung): children[rung, default: 0] += 1
        case .onWrongChild: onWrongChild += 1
        }
    }

    public var isEmpty: Bool { children.isEmpty && tooLittleKnown == 0 && onWrongChild == 0 }

    /// Line by line, in the order of the ladder.
    var lines: [String] {
        let known = Rung.allCases.compactMap { rung in children[rung].map { "\(rung.title): \(inWords($0))" } }
        return (tooLittleKnown > 0 ? ["Too little is known: \(inWords(tooLittleKnown))"] : []) + known
            + (onWrongChild > 0 ? ["On the wrong child, to be assessed within 72 hours: \(records)"] : [])
    }

    private func inWords(_ count: Int) -> String { count == 1 ? "1 child" : "\(count) children" }
    private var records: String { onWrongChild == 1 ? "1 record" : "\(onWrongChild) records" }
}

extension Rung {
    /// Whether somebody is told at once, and not only in the morning.
    public var isUrgent: Bool { self == .mayNotBeSafe || self == .missingNow }
}

/// What somebody is told of at once, and not only in the morning.
public enum Pressing: Hashable, Sendable {
    case rung(Rung)
    /// A record was taken off a child whom it is not about: 72 hours run until it must be assessed (UK GDPR, Article 33(1)).
    case onWrongChild
}
