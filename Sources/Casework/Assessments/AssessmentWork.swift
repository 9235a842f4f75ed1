import Days

/// An assessment from the day that a manager sets for it to the manager's word on it: when it was begun, every day that was
/// set, when it was signed, and what the manager said.
///
/// Worked out of the signed records each time it is asked for; nobody keeps it. An assessment for leaving care goes its own
/// way beside the others.
public struct AssessmentWork: Hashable, Sendable {
    /// A day that was set for it: a moved day keeps those before it.
    public struct DaySet: Hashable, Sendable {
        public let on: Day
        public let due: Day
        public let origin: Origin
    }

    /// What the manager said of it.
    public struct Word: Hashable, Sendable {
        public let on: Day
        public let isApproved: Bool
        /// By when it is to be put right, where it was sent back.
        public let again: Day?
        public let origin: Origin
    }

    /// That a manager said it is not needed any more, and where why stands.
    public struct Withdrawal: Hashable, Sendable {
        public let on: Day
        public let origin: Origin
    }

    /// Where it stands.
    public enum Standing: Hashable, Sendable {
        /// Begun, and not signed yet.
        case underWay
        /// Begun, and not needed any more, as a manager said that day.
        case notNeeded(on: Day)
        /// Signed, and no manager has said anything of it.
        case waiting
        /// Sent back with what is missing, to be put right by a day.
        case sentBack(on: Day, again: Day?)
        /// From the day on which a manager approved it. Earlier forms held the manager's comment in the assessment itself.
        case approved(on: Day)
    }

    /// Earliest first; none where nobody set one before it was written.
    public fileprivate(set) var days: [DaySet] = []
    public fileprivate(set) var assessment: HeldRecord?
    public fileprivate(set) var withdrawn: Withdrawal?
    /// Earliest first; the last stands.
    public fileprivate(set) var words: [Word] = []
    /// Lines of the chronology that it is to answer, as the manager named them.
    public fileprivate(set) var answersChanges: [ItemID] = []
    public let isForLeavingCare: Bool

    fileprivate init(of record: HeldRecord) { isForLeavingCare = record.isForLeavingCare }

    /// The day that a manager first set one.
    public var begun: Day? { days.first?.on }
    /// The day that stands.
    public var due: Day? { days.last?.due }

    public var standing: Standing {
        guard let assessment else { return withdrawn.map { .notNeeded(on: $0.on) } ?? .underWay }
        if let word = words.last {
            return word.isApproved ? .approved(on: word.on) : .sentBack(on: word.on, again: word.again)
        }
        return assessment.says(.managersComment) ? .approved(on: assessment.day) : .waiting
    }

    /// Whether it is signed and no manager has approved it.
    public var waitsForApproval: Bool {
        switch standing {
        case .waiting, .sentBack: true
        case .underWay, .notNeeded, .approved: false
        }
    }

    /// Whether it is a manager's turn to read it: nobody has, or it was corrected since it was sent back.
    public var waitsForManager: Bool {
        switch standing {
        case .waiting: true
        case .sentBack: isCorrectedSinceTheWord
        case .underWay, .notNeeded, .approved: false
        }
    }

    /// Whether a signed record is the one that set the day which stands: two may be begun on one day.
    public func dayIsSet(by record: SignedRecord) -> Bool {
        guard let last = days.last, record.kind == .assessmentStart, record.day == last.on else { return false }
        return record.answers[.target] == .day(last.due) && isOf(record.answers[.assessmentType])
    }

    /// Whether an assessment of this type goes on with it.
    func isOf(_ type: Answer?) -> Bool { isForLeavingCare == (type == .choice("leaving_care")) }

    /// Whether the assessment was corrected after the manager's last word on it. What was corrected before is what was read.
    public var isCorrectedSinceTheWord: Bool {
        guard let assessment, let word = words.last else { return false }
        return assessment.isCorrected(since: word.origin.event)
    }
}

extension AssessmentWork.Standing {
    /// In the middle of a sentence.
    public var words: String {
        switch self {
        case .underWay: "not signed yet"
        case .notNeeded(let on): "not needed any more, as a manager said on \(on.inWords)"
        case .waiting: "no manager has approved it"
        case .sentBack(let on, let again):
            "sent back by a manager on \(on.inWords)\(again.map { ", to be put right by \($0.inWords)" } ?? "")"
        case .approved(let on): "approved by a manager on \(on.inWords)"
        }
    }
}

extension ChildRecord {
    /// Every assessment that was begun or signed here, in the order it was.
    public var assessmentWorks: [AssessmentWork] {
        var works: [AssessmentWork] = []
        /// The one under way that a record goes on with, or a new one.
        func place(of record: HeldRecord) -> Int {
            if let open = underWay(record) { return open }
            works.append(AssessmentWork(of: record))
            return works.endIndex - 1
        }
        func underWay(_ record: HeldRecord) -> Int? {
            works.lastIndex { $0.standing == .underWay && $0.isForLeavingCare == record.isForLeavingCare }
        }
        for record in records {
            switch record.kind {
            case .assessmentStart where record.says(.notNeededBecause):
                guard let index = underWay(record) else { continue }
                works[index].withdrawn = AssessmentWork.Withdrawal(on: record.day, origin: record.origin)
            case .assessmentStart:
                guard let due = record.day(.target) else { continue }
                let index = place(of: record)
                works[index].days.append(AssessmentWork.DaySet(on: record.day, due: due, origin: record.origin))
                works[index].answersChanges += record.about(.answersChanges)
            case .assessment: works[place(of: record)].assessment = record
            case .assessmentApproval:
                guard let of = record.day(.assessedOn),
                    let index = works.lastIndex(where: { $0.assessment?.day == of })
                else { continue }
                works[index].words.append(
                    AssessmentWork.Word(
                        on: record.day,
                        isApproved: record.isChoice(.managersAnswer, ManagersAnswer.approved.rawValue),
                        again: record.day(.target), origin: record.origin))
            default: continue
            }
        }
        works.closeWhatIsAnsweredByAnEarlierDay()
        return works
    }

    /// Those that ask something of somebody: under way, or the latest of their kind and not approved. One that a later
    /// assessment took the place of waits for nothing, nor does one that is not needed any more.
    public var openAssessmentWorks: [AssessmentWork] {
        guard records.contains(where: { $0.kind.isOfAssessment }) else { return [] }
        let works = assessmentWorks
        return works.enumerated().filter { index, work in
            guard work.assessment != nil else { return work.standing == .underWay }
            let isLatest = !works[(index + 1)...].contains {
                $0.assessment != nil && $0.isForLeavingCare == work.isForLeavingCare
            }
            return work.waitsForApproval && isLatest
        }.map(\.element)
    }

    /// The risks that were known and open on the day of an assessment and came from another record, and whether it speaks of
    /// each.
    public func knownRisks(at assessment: HeldRecord) -> [(risk: ChildRisk, isSpokenOf: Bool)] {
        let considered = Set(assessment.about(.risksConsidered))
        return thread.risks.filter {
            $0.isKnown && $0.isOpen(on: assessment.day) && $0.origin.event != assessment.origin.event
                && $0.since <= assessment.day
        }.map { ($0, considered.contains($0.id)) }
    }

    /// How the assessment that a record signed came to be, and where it stands.
    public func assessmentWork(of event: EventID) -> AssessmentWork? {
        assessmentWorks.first { $0.assessment?.origin.event == event }
    }
}

extension [AssessmentWork] {
    /// An assessment may be about a day before its own day was set and be signed after that: it is the one that was begun.
    fileprivate mutating func closeWhatIsAnsweredByAnEarlierDay() {
        for begun in self where begun.standing == .underWay {
            guard let set = begun.days.last, let open = firstIndex(of: begun),
                let index = lastIndex(where: { $0.days.isEmpty && $0.answers(begun, set) })
            else { continue }
            (self[index].days, self[index].answersChanges) = (begun.days, begun.answersChanges)
            remove(at: open)
        }
    }
}

extension AssessmentWork {
    fileprivate func answers(_ begun: AssessmentWork, _ set: DaySet) -> Bool {
        guard let assessment, isForLeavingCare == begun.isForLeavingCare else { return false }
        return assessment.day < set.on && assessment.origin.event > set.origin.event
    }
}

extension HeldRecord {
    /// What a young person will need as they leave care is assessed beside what they need now.
    fileprivate var isForLeavingCare: Bool { isChoice(.assessmentType, "leaving_care") }
}

extension RecordKind {
    /// Whether it is a record of an assessment: what sets its day, the assessment, or what a manager said of it.
    public var isOfAssessment: Bool { self == .assessmentStart || self == .assessment || self == .assessmentApproval }
}
