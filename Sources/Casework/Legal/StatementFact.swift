import Days

/// A fact of a statement for court: what a signed record or the care that is held says, as it says it, with its day and
/// where it is from. Nothing is put together, shortened or judged.
public struct StatementFact: Hashable, Sendable {
    public let day: Day
    public let what: String
    public let source: String
}

/// What a statement draws from the lines that somebody chose.
public struct StatementDraft: Hashable, Sendable {
    /// In the order of their days.
    public private(set) var facts: [StatementFact] = []
    /// How many answers, or passages of one, were passed over because they are not ordinary information: a person decides
    /// whether the court is to have them, and writes them in.
    public private(set) var passedOver = 0

    /// - Parameter lines: Names of lines of the chronology; a name that it does not have draws nothing.
    public init(from lines: [ItemID], of chronology: Chronology, told: [ToldRecord]) {
        for line in chronology.lines where lines.contains(line.name) {
            switch line.source {
            case .care: take(line.what, line.informationClass, line.day, "Care record, \(line.day.inWords)")
            case .record(let event, let kind):
                guard let record = told.first(where: { $0.event == event })?.record else { continue }
                let source = "\(kind.title) of \(record.day.inWords), record \(event.seq)"
                for (what, ofClass) in record.factual { take(what, ofClass, record.day, source) }
            }
        }
        facts.sort { $0.day < $1.day }
    }

    private mutating func take(_ what: String, _ ofClass: InformationClass, _ day: Day, _ source: String) {
        if what.saysNothing { return }
        guard ofClass == .ordinary else {
            // That there is something the child told the IRO alone is not said either.
            if ofClass != .privateTalk { passedOver += 1 }
            return
        }
        facts.append(StatementFact(day: day, what: what, source: source))
    }
}

extension RecordKind {
    /// The fields of a record that say what was seen, heard, found or decided, and not what somebody made of it. What tells
    /// where the child is (the school, the home, the surgery) is none of them: a statement is served on everybody.
    fileprivate var factualFields: [CoreField] {
        switch self {
        case .caseNote: [.subject, .observations, .views]
        case .visit: [.childsWords, .observations, .views]
        case .assessment: [.history, .what, .needs, .risks]
        case .carePlan: [.permanence, .wishes, .agreements, .agreement, .actions]
        case .placementPlan: [.arrangements, .wishes, .agreements, .agreement]
        case .pathwayPlan: [.wishes, .actions]
        case .review: [.wishes, .decisions]
        case .familyTimePlan: [.people, .wishes]
        case .directWork: [.tool, .childsWords, .views]
        case .lifeStory, .lifeStoryChapter: [.childsWords]
        case .identityProfile: [.identity, .wishes]
        case .healthAssessment: [.health]
        case .personalEducationPlan: [.attendance, .education, .wishes]
        case .managementDecision: [.decided, .reason]
        case .legalPlanning: [.legalStatus, .decided]
        case .chronologyEntry: [.subject, .impact]
        case .placementRequest: [.wishes]
        case .reviewContribution, .keepingInTouch: [.childsWords, .views]
        case .people, .courtStatement, .siblings, .handover, .takingOver, .copiesGiven, .assessmentStart,
            .assessmentApproval, .assessmentAudit, .lookBetweenReviews, .concernAnswer, .concernStep:
            []
        }
    }
}

extension SignedRecord {
    /// What it says as facts, each with its class; the child's own words as a quotation.
    fileprivate var factual: [(what: String, ofClass: InformationClass)] {
        kind.factualFields.flatMap { field -> [(String, InformationClass)] in
            let isSaid = field == .childsWords || field == .views
            func quoted(_ text: String) -> String { isSaid && !text.saysNothing ? "The child said: “\(text)”" : text }
            let ofClass = informationClass(of: field.name)
            switch answers[field] {
            case .text(let text): return [(quoted(text.withoutPassages), ofClass)] + text.passedOver
            case .choice(let name):
                let (asked, said) = (field.name.replacing("_", with: " "), name.replacing("_", with: " "))
                return [("\(asked.prefix(1).uppercased() + asked.dropFirst()): \(said)", ofClass)]
            case .rows(let rows):
                return rows.flatMap { row in
                    let said = [RecordColumn.person, .what, .arrangement, .evidence].map(row.text)
                    let words = said.map(\.withoutPassages).filter { !$0.saysNothing }
                    let agrees = Agreement(rawValue: row.text(.agreed)).map { answer in
                        [answer.title.lowercasedFirst, row.text(.because).withoutPassages].filter { !$0.saysNothing }
                    }
                    let line = quoted((words + (agrees ?? [])).joined(separator: ": "))
                    return [(line, informationClass(of: row, in: field))]
                        + (said + [row.text(.because)]).flatMap(\.passedOver)
                }
            default: return []
            }
        }
    }
}

extension String {
    /// Without the sentences in which a passage stands that is marked as being about another person; as it is where none is.
    fileprivate var withoutPassages: String {
        let text = MarkedText(self)
        return text.isMarked ? text.unmarkedSentences.joined(separator: " ") : self
    }

    /// Its marked passages, as what is not ordinary information.
    fileprivate var passedOver: [(String, InformationClass)] {
        MarkedText(self).passages.map { ($0.written, .anotherPerson) }
    }
}
