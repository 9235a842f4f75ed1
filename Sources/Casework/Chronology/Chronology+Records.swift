import Days

/// How a kind of record stands in a chronology: a row of the table.
private struct Telling {
    /// What happened, before any words.
    let says: String
    let theme: ChronologyTheme
    /// The field whose first sentence says more.
    var words: CoreField?
    /// The field with the day that it happened; nil: the record's own.
    var on: CoreField?
}

extension RecordKind {
    /// Nil for what is written down and is no event in the child's life.
    fileprivate var telling: Telling? {
        switch self {
        case .caseNote: Telling(says: "", theme: .help, words: .subject)
        case .visit: Telling(says: "Visited", theme: .help)
        case .assessment: Telling(says: "Assessment finished", theme: .decisions)
        case .carePlan: Telling(says: "Care plan made", theme: .decisions)
        case .placementPlan: Telling(says: "Placement plan made", theme: .home)
        case .pathwayPlan: Telling(says: "Pathway plan made", theme: .decisions)
        case .review: Telling(says: "Review held", theme: .decisions)
        case .familyTimePlan: Telling(says: "Family time planned", theme: .family)
        case .directWork: Telling(says: "Direct work with the child", theme: .feelings, words: .aim)
        case .lifeStory: Telling(says: "Life-story work", theme: .identity)
        case .identityProfile: Telling(says: "Who the child is was written down with them", theme: .identity)
        case .healthAssessment: Telling(says: "Health assessment", theme: .health, on: .appointmentHeld)
        case .personalEducationPlan: Telling(says: "Personal education plan made", theme: .education)
        case .managementDecision: Telling(says: "A manager decided", theme: .decisions, words: .decided)
        case .legalPlanning: Telling(says: "Legal planning", theme: .decisions, words: .decided)
        case .chronologyEntry: Telling(says: "", theme: .help, words: .subject)
        case .courtStatement: Telling(says: "Statement for court", theme: .decisions, words: .hearing)
        case .placementRequest: Telling(says: "A home was asked for", theme: .home)
        case .reviewContribution: Telling(says: "The child said what their review should know", theme: .feelings)
        case .keepingInTouch: Telling(says: "Kept in touch", theme: .help)
        case .lifeStoryChapter: Telling(says: "A chapter of their life story", theme: .identity, words: .subject)
        case .lookBetweenReviews: Telling(says: "The reviewing officer looked in", theme: .decisions)
        // What is asked and answered between people about the child is no event in their life; what changed is told elsewhere.
        case .concernAnswer, .concernStep: nil
        // That an assessment is to be written, or was read, is no event in the child's life.
        case .assessmentStart, .assessmentApproval, .assessmentAudit: nil
        // A worker's change is a line already; who is whose brother is told elsewhere, to those who may see both.
        case .people, .siblings, .handover, .takingOver, .copiesGiven: nil
        }
    }
}

extension ToldRecord {
    /// Its line of the chronology; nil where it is none, or what it tells of has not happened.
    var line: ChronologyLine? {
        guard let telling = record.kind.telling else { return nil }
        var day = record.day
        if let on = telling.on {
            guard let held = record.day(on) else { return nil }
            day = held
        }
        let ofClass = telling.words.map { record.informationClass(of: $0.name) } ?? .ordinary
        var parts = [telling.says + manner, serious]
        if let words = telling.words, ofClass != .privateTalk { parts.append(record.text(words).firstSentence) }
        parts.removeAll(where: \.isEmpty)
        return ChronologyLine(
            name: ItemID(lineOf: event), start: StartDay(day, isKnown: true),
            what: parts.isEmpty ? record.kind.title : parts.joined(separator: ": "),
            informationClass: ofClass, source: .record(event, record.kind),
            theme: serious.isEmpty ? telling.theme : .safety, isTurningPoint: !serious.isEmpty)
    }

    /// How it was, by choices alone.
    private var manner: String {
        switch record.kind {
        case .visit where record.answers[.seen] == .flag(true):
            record.answers[.alone] == .choice("alone") ? "; seen alone" : "; seen, not alone"
        case .visit: "; not seen"
        case .keepingInTouch: record.answers[.reached] == .flag(true) ? "; reached" : "; tried, not reached"
        default: ""
        }
    }

    private var serious: String {
        switch record.answers[.significant] {
        case .choice("disclosure"): "The child told somebody about harm"
        case .choice("significant_event"): "Something serious happened"
        default: ""
        }
    }
}
