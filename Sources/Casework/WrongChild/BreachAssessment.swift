import Days

/// What may have come of it that a record stood on the wrong child, and what is done about it: what UK GDPR asks a
/// council to find out and to keep (Articles 33 and 34; Article 33(5) asks that it is documented whatever it finds).
public struct BreachAssessment: Hashable, Sendable {
    /// What happened, whose information it is and what kind.
    public var what = ""
    /// Who saw it or was sent it, and what has been asked of them.
    public var seen = ""
    /// Nil where nobody has said.
    public var risk: BreachRisk?
    public var because = ""
    /// When the Information Commissioner was told; nil where they were not.
    public var reported: Moment?
    /// Why they were told later than ``hours`` allow.
    public var delayBecause = ""
    /// The day that the people concerned were told; nil where they were not.
    public var told: Day?
    public var notToldBecause = ""
    /// What is done so that it does not happen again.
    public var lessons = ""
    public var isFinished = false

    public init() {}

    /// Hours that Article 33(1) gives, after the council has become aware. Weekends count.
    public static let hours = 72
}

/// How likely it is that somebody comes to harm, in the steps that the law asks different things for.
public enum BreachRisk: UInt8, Hashable, Sendable, CaseIterable {
    /// Unlikely: nobody outside need be told (Article 33(1)).
    case unlikely = 1
    /// The Information Commissioner is told.
    case risk
    /// The people concerned are told as well (Article 34(1)).
    case high
}

extension BreachAssessment {
    /// Everything that is in the way of keeping it. What is not finished may leave anything out.
    ///
    /// - Parameter known: When somebody here knew, from which the hours run.
    public func refusals(known: Instant, now: Instant) -> [RecordRefusal] {
        var all: [RecordRefusal] = []
        func refuse(_ field: String, _ what: String, _ remedy: String) {
            all.append(RecordRefusal(field, what, remedy))
        }
        if let reported, reported.instant.at > now {
            refuse("reported", "that has not come yet", "give the day and time that they were told")
        }
        if let told, told > now.inLondon.day {
            refuse("told", "that day has not come yet", "give the day that they were told")
        }
        guard isFinished else { return all }
        if what.saysNothing { refuse("what", "it is needed", "say what happened and whose information it is") }
        if seen.saysNothing { refuse("seen", "it is needed", "say who saw it, or that nobody did") }
        if risk == nil { refuse("risk", "it is needed", "say how likely it is that somebody comes to harm") }
        if because.saysNothing { refuse("because", "it is needed", "say why you think so") }
        if risk == .risk || risk == .high, reported == nil {
            refuse("reported", "a risk has to be reported (UK GDPR, Article 33(1))", "report it, and say when")
        }
        switch isReportedInTime(known: known) {
        case false? where delayBecause.saysNothing:
            refuse(
                "delay", "the 72 hours had ended (UK GDPR, Article 33(1))", "give the reasons for the delay")
        case nil where reported != nil:
            refuse("reported", "the 72 hours ended in the course of that day", "give the time as well")
        default: break
        }
        if risk == .high, told == nil, notToldBecause.saysNothing {
            refuse(
                "told", "people are told of a high risk (UK GDPR, Article 34)",
                "say when they were told, or why they were not")
        }
        return all
    }

    /// Whether the Information Commissioner was told within the hours; nil where they were not told, or the time is not
    /// known on the day that the hours ended.
    public func isReportedInTime(known: Instant) -> Bool? {
        guard let reported else { return nil }
        let deadline = known.adding(hours: Self.hours)
        if reported.minute == nil {
            let last = deadline.inLondon.day
            return reported.day == last ? nil : reported.day < last
        }
        return reported.instant.at <= deadline
    }
}
