import Casework
import Days
import Standards

/// A question put to the record: which authority (as known when), as at which day, with what context.
///
/// Both clocks are in it: the authority is the journal up to an instant, and ``asAt`` chooses among its facts by their own
/// dates.
public struct Question: Sendable {
    public let authority: Authority
    public let asAt: Day
    public let context: Context
    /// Whether no day was asked for, so that what people wrote here is asked about as at its own last day.
    private var followsRecords = false
    /// The day that answers to things to join up are asked about, where it is later than the records’.
    private var answersUntil: Day?
    /// Children who are kept from whoever asks: in no list, found by nothing. Figures count them.
    public private(set) var leftOut: Set<ChildID> = []

    public init(_ authority: Authority, asAt: Day, context: Context) {
        (self.authority, self.asAt, self.context) = (authority, asAt, context)
    }

    /// A question about `authority` as at `day`; as at the horizon where no day is given. Nil where nothing has been
    /// imported and no day is given.
    ///
    /// - Parameter answersUntil: Today, where the question is what there is to do now: people answer today to what the record
    ///   last shows. Nil where a day of the past is asked about.
    public init?(
        _ authority: Authority, asAt day: Day?, places: (any Places)? = nil, settings: LocalSettings = LocalSettings(),
        answersUntil: Day? = nil
    ) {
        guard let asAt = day ?? authority.coverage.horizon else { return nil }
        self.init(
            authority, asAt: asAt,
            context: Context(
                coverage: authority.coverage, settings: settings, places: places,
                // A form is published with the first record that is signed on it.
                isRecordedHere: !authority.forms.isEmpty))
        followsRecords = day == nil
        self.answersUntil = answersUntil
    }

    /// The day that what people wrote here is asked about. Returns end once a year and records go on, so where no day was
    /// asked for it is the day of the last record that anybody signed, where that is after ``asAt``.
    public var threadDay: Day { followsRecords ? max(asAt, authority.signedUntil ?? asAt) : asAt }

    /// The day that the reviewing service's plan is asked about: ``answerDay``, so that what it promised passes its day, or
    /// the last day that anything of the plan or its report is signed for, where that is later.
    public var serviceDay: Day { followsRecords ? max(answerDay, authority.reviewing.signedUntil ?? asAt) : asAt }

    /// The day by which people's answers to what is to be joined up count, and are over.
    public var answerDay: Day { answersUntil.map { max($0, threadDay) } ?? threadDay }

    /// The same question of a later authority.
    public func asked(of authority: Authority) -> Question {
        var context = context
        context.coverage = authority.coverage
        context.isRecordedHere = !authority.forms.isEmpty
        var question = Question(authority, asAt: asAt, context: context)
        (question.followsRecords, question.answersUntil, question.leftOut) = (followsRecords, answersUntil, leftOut)
        return question
    }

    /// The same for somebody who may not be shown some children.
    public func leavingOut(_ children: Set<ChildID>) -> Question {
        var question = self
        question.leftOut = children
        return question
    }

    /// Every child that may be shown, in the order of their numbers.
    public func children() -> [ChildRecord] {
        everyChild().filter { !leftOut.contains($0.id) }
    }

    /// Every child, in the order of their numbers: for counting.
    public func everyChild() -> [ChildRecord] {
        authority.children.values.sorted {
            $0.identity.ssda903 != $1.identity.ssda903
                ? Self.numberOrder($0.identity.ssda903, $1.identity.ssda903) : $0.id < $1.id
        }
    }

    /// The worker that a code means, by name and team where the staff file has them.
    public func worker(_ code: String) -> Worker? { authority.workers[code] }
}

extension Question {
    /// Numbers by size, then everything else by letters.
    public static func numberOrder(_ a: String, _ b: String) -> Bool {
        switch (Int(a), Int(b)) {
        case (let x?, let y?): x < y
        case (nil, nil): a < b
        case (let x, _): x != nil
        }
    }

    /// A worker's name where the staff file gives one, else the code that the return knows them by.
    public func name(of code: String) -> String {
        worker(code).flatMap { $0.name.isEmpty ? nil : $0.name } ?? code
    }

    /// The team of a worker's code; nil where the staff file gives none.
    public func team(ofWorker code: String) -> String? {
        worker(code).flatMap { $0.team.isEmpty ? nil : $0.team }
    }
}

extension Question {
    /// A child as text says it: `Ada Example (100042)`; the number alone where no name is known.
    public func title(ofChild number: String) -> String {
        guard let record = authority.child(ssda903: number), record.identity.name != nil, !leftOut.contains(record.id)
        else { return number }
        return record.identity.title
    }
}
