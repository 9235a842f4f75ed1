import Casework
import Days

/// What is owed to one child under one standard for one turn of its cycle: what started the clock, when it runs out, and
/// how it stands on the day. Small and without references, because an authority has millions.
public struct Duty: Hashable, Sendable {
    /// Place of the standard in the catalogue.
    public let standard: UInt16
    /// The day the clock started.
    public let trigger: StartDay
    /// The last day on which it can be done in time; nil where that cannot be worked out.
    public let due: Day?
    /// When it was done, as far as the record shows.
    public let done: Day?
    public let standing: Standing
    /// What started the clock.
    public let because: Trigger
}

extension Duty {
    /// Whether it asks something of somebody on a day. One that stopped being owed keeps the days that it was late, for the
    /// ledger, and asks for nothing any more.
    public func isOwed(on day: Day) -> Bool {
        switch standing {
        case .overdue(let days): due.map { $0 + days >= day } ?? false
        case .due: true
        default: false
        }
    }
}

/// How a duty stands on the day. Unknown is an answer, counted and shown; it is never taken for met or for late.
public enum Standing: Hashable, Sendable {
    case met
    /// Done `days` days after it was due; "at least" where the trigger is only known to be no later than a day.
    case metLate(days: Int)
    /// Late, with a recorded reason that the law allows.
    case lateWithReason(Exemption)
    /// Not done, and still in time.
    case due
    /// Not done, and `days` days past its due day.
    case overdue(days: Int)
    /// The clock was started and something the law names took the duty away.
    case notApplicable(Exemption)
    /// The record does not say; these are the facts that would.
    case unknown(Facts)

    /// The standing's name in JSON.
    public var key: String {
        switch self {
        case .met: "met"
        case .metLate: "met_late"
        case .lateWithReason: "late_with_reason"
        case .due: "due"
        case .overdue: "overdue"
        case .notApplicable: "not_applicable"
        case .unknown: "unknown"
        }
    }

    /// Days late; nil where it is not late.
    public var daysLate: Int? {
        switch self {
        case .metLate(let days), .overdue(let days): days
        default: nil
        }
    }
}

/// Why a duty whose clock was started is not owed.
public enum Exemption: UInt8, Hashable, Sendable, CaseIterable {
    case ceasedBeforeDue, died, adopted, shortBreaks, placedForAdoption, refused, notPracticable, reasonGiven
    case placementEnded, statusChanged, fullRulesBegan
    case notAppropriate, agreedBySilence, decisionStopped
    case notNeeded, notNeededLater

    public var title: String {
        switch self {
        case .ceasedBeforeDue: "the child ceased to be looked after before it was due"
        case .died: "the child died before it was due"
        case .adopted: "the child was adopted before it was due"
        case .shortBreaks: "short breaks have rules of their own"
        case .placedForAdoption: "adoption has reviews of its own"
        case .refused: "the child refused"
        case .notPracticable: "it was not reasonably practicable"
        case .reasonGiven: "the return gives a reason code instead"
        case .placementEnded: "the placement ended before it was due"
        case .statusChanged: "the legal status changed before it was due"
        case .fullRulesBegan: "the short breaks gave way to care under all the rules"
        case .notAppropriate: "the IRO recorded that it would not have been right for the child"
        case .agreedBySilence: "no challenge to the decisions is recorded in time, and saying nothing agrees to them"
        case .notNeeded: "a manager said before its day, and why, that it is not needed any more"
        case .notNeededLater: "a manager said after its day had passed, and why, that it is not needed any more"
        case .decisionStopped: "a later review stopped the decision"
        }
    }
}

/// What started a clock.
public enum Trigger: Hashable, Sendable {
    case lookedAfter
    case placement(PlacementType)
    case placementEnded
    case legalStatus(LegalStatus)
    case reviewHeld
    case returnedFromMissing
    case birthday(Int)
    case becameEligible
    case adoptionDecision
    case collection(CollectionYear)
    case shortBreaksAgreed
    case shortBreaksGaveWay
    case careEnded
    case yearInPlacement(PlacementType)
    case wentMissing
    case deprivedOfLiberty
    case cameIntoForce
    case visited
    case healthAssessed
    case pathwayPlanned
    case assessmentBegun
    case carePlanned, placementPlanned, educationPlanned
    case needsAssessed, decisionMade, decisionsSent, termBegan, inTouch
    case concernRaised, disputeBegun

    /// The sentence "(the clock started) when …", the day left to the reader.
    public var title: String {
        switch self {
        case .lookedAfter: "the child became looked after"
        case .placement(let type): "the placement started (\(type.meaning))"
        case .placementEnded: "the placement ended"
        case .legalStatus(let status): "the legal status became \(status.meaning)"
        case .reviewHeld: "the last review was held"
        case .returnedFromMissing: "the child returned from being missing"
        case .birthday(let age): "the young person turned \(age)"
        case .becameEligible: "the young person became eligible for leaving-care support"
        case .adoptionDecision: "it was decided that the child should be placed for adoption"
        case .collection(let year): "the collection year \(year) closed"
        case .shortBreaksAgreed: "the series of short breaks was agreed"
        case .shortBreaksGaveWay: "short breaks gave way to care under all the rules"
        case .careEnded: "the child stopped being looked after"
        case .yearInPlacement(let type): "the placement had lasted a year (\(type.meaning))"
        case .wentMissing: "the child went missing"
        case .deprivedOfLiberty: "an order authorised a deprivation of liberty"
        case .visited: "a visit was made"
        case .healthAssessed: "a health assessment was held"
        case .pathwayPlanned: "a pathway plan was signed"
        case .assessmentBegun: "a manager first set a day for it"
        case .carePlanned: "a care plan was signed"
        case .placementPlanned: "a placement plan was signed"
        case .educationPlanned: "a personal education plan was signed"
        case .needsAssessed: "an assessment for leaving care was signed"
        case .decisionMade: "the review decided it"
        case .decisionsSent: "the decisions of the review were sent"
        case .termBegan: "a school term began"
        case .concernRaised: "the IRO asked for it"
        case .disputeBegun: "the formal dispute began"
        case .inTouch: "somebody was in touch with the young person"
        case .cameIntoForce: "the rule came into force, with this already so"
        }
    }
}

/// The duties of a child as they are worked out, standard by standard.
public struct DutyList: Sendable {
    public private(set) var duties: [Duty] = []
    /// The standard that is being worked out.
    var standard: UInt16 = 0
    var inForce = DayInterval(from: .distantPast)

    public init() { duties.reserveCapacity(64) }

    /// Turns to a standard: what is added next is of it.
    mutating func turn(to standard: UInt16, inForce: DayInterval = DayInterval(from: .distantPast)) {
        (self.standard, self.inForce) = (standard, inForce)
    }

    /// Adds a duty of the standard being worked out, unless that was not in force when the clock started.
    public mutating func add(
        trigger: StartDay, due: Day?, done: Day? = nil, _ standing: Standing, because: Trigger
    ) {
        guard inForce.contains(trigger.day) else { return }
        duties.append(
            Duty(standard: standard, trigger: trigger, due: due, done: done, standing: standing, because: because))
    }

    /// Adds a duty that the return starts and cannot answer.
    public mutating func addUnknown(from trigger: StartDay, due: Day?, _ missing: Facts, because: Trigger) {
        add(trigger: trigger, due: due, .unknown(missing), because: because)
    }

    /// Empties the list and keeps its room.
    public mutating func removeAll() { duties.removeAll(keepingCapacity: true) }
}
