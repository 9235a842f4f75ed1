import Casework
import Days
import Standards

/// What the records show of the reviewing service over the twelve months up to a day: of each row who was met, who was not
/// and of whom nobody can say, and which officer has which child. Each child is added once and can be taken out again.
public struct ReviewingRecords: Sendable {
    public let asAt: Day
    /// The twelve months up to and with the day.
    public let period: DayInterval
    private let context: Context
    private let window: Window
    private var tallies: [Tally]
    /// The officer of each child who is looked after on the day; nil where nobody is.
    private var officers: [ChildID: String?] = [:]
    /// For how many days each open concern of a child who is looked after has been open.
    private var concerns: [ChildID: [Int]] = [:]

    public init(asAt day: Day, _ context: Context) {
        (asAt, self.context) = (day, context)
        window = Window(day, context, from: day.adding(years: -1) + 1)
        period = window.period
        tallies = ReviewingRow.all.map { row in
            if case .figure(let indicator) = row.reads { Tally(indicator) } else { Tally() }
        }
    }

    /// Counts a child as at ``asAt``.
    ///
    /// - Parameters:
    ///   - duties: Everything that is owed to the child.
    ///   - siblings: Those linked to it of whom everybody may be asked.
    ///   - worker: What the staff file says of a worker's code.
    public mutating func add(
        _ child: ChildAsAt, duties: [Duty], siblings: [SiblingAsAt], worker: (String) -> Worker?
    ) {
        withoutActuallyEscaping(worker) { worker in
            let subject = ReviewingSubject(child: child, period: period, siblings: siblings, worker: worker)
            if subject.isLookedAfter { officers[child.id] = .some(subject.officer) }
            // What was open when the care ended, or the child died, is nobody’s to answer any more.
            let open = child.record.thread.concerns.filter {
                $0.isOpen && child.isLookedAfter && child.endOfCare(from: $0.raised) == nil
            }
            if !open.isEmpty { concerns[child.id] = open.map { $0.daysOpen(on: asAt) } }
            let counted = Subject(child, duties, context, window)
            for (place, row) in ReviewingRow.all.enumerated() {
                switch row.reads {
                case .duties(let standards): tallies[place].count(duties, of: standards, child.id, in: period)
                case .figure(let indicator):
                    if indicator.exists.absence(in: window) == nil { indicator.count(counted, &tallies[place]) }
                case .counted(let count): count(subject, &tallies[place])
                case .unseen: break
                }
            }
        }
    }

    /// Takes a child out again, as where another version of the record takes its place.
    public mutating func remove(_ child: ChildID) {
        (officers[child], concerns[child]) = (nil, nil)
        for place in tallies.indices { tallies[place].remove(child) }
    }

    public subscript(_ row: ReviewingRow) -> ReviewingCount {
        guard let place = ReviewingRow.all.firstIndex(where: { $0.id == row.id }) else {
            return ReviewingCount(Tally())
        }
        return ReviewingCount(tallies[place])
    }

    /// The children of each officer, and those who have none, on the day.
    public var spread: OfficerSpread { OfficerSpread(officers) }
    public var openConcerns: OpenConcerns { OpenConcerns(concerns) }
}

extension Tally {
    fileprivate mutating func count(
        _ duties: [Duty], of standards: Set<UInt16>, _ child: ChildID, in period: DayInterval
    ) {
        for duty in duties where standards.contains(duty.standard) {
            // What cannot be dated counts on the day that started it.
            let day = duty.due ?? duty.trigger.day
            guard period.contains(day) else { continue }
            let member = Member(child, on: day)
            switch duty.standing {
            case .met: count(member, true)
            case .metLate, .overdue: count(member, false)
            case .unknown: count(member, nil)
            // Nothing is asked yet, or any more.
            case .due, .lateWithReason, .notApplicable: continue
            }
        }
    }
}

/// Of one row: who was met, who was not, and of whom nobody can say.
public struct ReviewingCount: Hashable, Sendable {
    public let met, notMet, unknown: [Member]

    init(_ tally: Tally) {
        var left = Dictionary(tally.numerator.map { ($0, 1) }, uniquingKeysWith: +)
        func order(_ members: [Member]) -> [Member] {
            members.sorted { ($0.child, $0.event ?? .distantPast) < ($1.child, $1.event ?? .distantPast) }
        }
        let inside = Dictionary(
            (tally.unknownInDenominator ? tally.unknown : []).map { ($0, 1) }, uniquingKeysWith: +)
        left.merge(inside, uniquingKeysWith: +)
        notMet = order(
            tally.denominator.filter { member in
                guard let count = left[member], count > 0 else { return true }
                left[member] = count - 1
                return false
            })
        (met, unknown) = (order(tally.numerator), order(tally.unknown))
    }

    private init(met: [Member], notMet: [Member], unknown: [Member]) {
        (self.met, self.notMet, self.unknown) = (met, notMet, unknown)
    }

    public var total: Int { met.count + notMet.count + unknown.count }

    /// Nil where nothing of it was asked of anybody.
    public var answer: ReviewingAnswer? {
        total == 0 ? nil : !notMet.isEmpty ? .notMet : unknown.isEmpty ? .met : .unknown
    }

    /// Those of one answer.
    public func members(_ answer: ReviewingAnswer) -> [Member] {
        switch answer {
        case .met: met
        case .notMet: notMet
        case .unknown: unknown
        }
    }
}

/// Whether a function was met, as far as the records show. What is owed to every child is not met where one child did not
/// get it.
public enum ReviewingAnswer: String, Hashable, Sendable, CaseIterable {
    case met
    case notMet = "not_met"
    case unknown

    public var title: String {
        switch self {
        case .met: "Met"
        case .notMet: "Not met for all"
        case .unknown: "Not known"
        }
    }

    /// Of several: not met where any is not, not known where any is not known or none is asked, else met.
    public static func of(_ answers: [ReviewingAnswer?]) -> ReviewingAnswer {
        let asked = answers.compactMap(\.self)
        if asked.contains(.notMet) { return .notMet }
        return asked.isEmpty || asked.contains(.unknown) ? .unknown : .met
    }
}

extension ReviewingCount {
    /// How many have an answer, as told to somebody to whom some children may not be listed; nil where so few are counted,
    /// one of them among them, that the number might tell who it is.
    public func number(_ answer: ReviewingAnswer, hiding hidden: Set<ChildID> = []) -> Int? {
        let members = members(answer)
        let isTelling =
            !hidden.isEmpty && members.count < Figure.smallestCell && members.contains { hidden.contains($0.child) }
        return isTelling ? nil : members.count
    }

    /// The numbers as the public is told them: none below ten but nought.
    public var inPublic: String {
        if total == 0 { return "Nothing of this fell due." }
        let parts: [(String, Int)] = [("met", met.count), ("not met", notMet.count), ("not known", unknown.count)]
        return parts.filter { $0.1 > 0 }.map { word, count in
            "\(word): \(count < Figure.smallestCell ? "fewer than \(Figure.smallestCell)" : "\(count)")"
        }.joined(separator: "; ").capitalisedFirst + "."
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
