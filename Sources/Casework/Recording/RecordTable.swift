/// A table that a record may hold: which parts of the child's thread its rows make or change.
public enum RecordTable: UInt8, Hashable, Sendable, CaseIterable {
    case needs = 1
    case risks, strengths, outcomes, actions, progress, measurements, views, viewsAnswered, closed
    case decisions, decisionsLooked, considered, movedDates, people, contacts
    /// Questions of the same record, and the class of what is answered to each.
    case classes
    /// The people around the child, and who may know what.
    case network
    /// Parts of the thread that a review did not talk about in the meeting, and where instead.
    case discussed
    /// What a statement for court says happened, each with its day and where it is from.
    case facts = 40
    /// What is open of the thread, handed over and taken over.
    case handedOver = 30
    case takenOver
    /// What a home is to give for each need.
    case asked
    /// Homes that were considered.
    case homes
    /// People who were given a copy.
    case given
    /// What a plan answers each need with: an action, or why there is none.
    case needsAnswered = 230
    /// Who decides what for the child.
    case delegated
    /// Who agreed to a plan.
    case agreements
    /// What adult life needs, one by one.
    case readiness
    /// What was consented to, and by whom.
    case consents
    /// Who was at a review.
    case attended
    /// What a record shows of a need, an outcome or an action.
    case evidence = 237
    /// Things that belong to a chapter of a child's story.
    case keepsakes
    /// What a reviewing officer is concerned about, what was done about it, and what they do next.
    case concerns = 245
    case concernAnswers, concernSteps

    /// What a cell may hold and whether a row is worth anything without it.
    public struct Cell: Sendable {
        public let column: RecordColumn
        public let kind: AnswerKind
        public let need: CellNeed
        /// Whether every row has to say it.
        public var isNeeded: Bool { need == .always }

        init(_ column: RecordColumn, _ kind: AnswerKind, needed: Bool = true) {
            self.init(column, kind, needed ? .always : .never)
        }
        init(_ column: RecordColumn, _ kind: AnswerKind, _ need: CellNeed) {
            (self.column, self.kind, self.need) = (column, kind, need)
        }
    }

    /// In which rows a cell has to say something.
    public enum CellNeed: Hashable, Sendable {
        case always, never
        /// Where another says one of these.
        case whereSaid(RecordColumn, [String])
        /// Where another says nothing.
        case without(RecordColumn)

        func asks(_ row: AnswerRow) -> Bool {
            switch self {
            case .always: true
            case .never: false
            case .whereSaid(let column, let names): names.contains(row.text(column))
            case .without(let column): row[column]?.isBlank ?? true
            }
        }

        /// In the words of `record --schema`.
        public var title: String {
            switch self {
            case .always: "yes"
            case .never: "no"
            case .whereSaid(let column, let names): "where \(column.name) is \(names.joined(separator: " or "))"
            case .without(let column): "where \(column.name) is left out"
            }
        }
    }

    /// What each row is about: the part of the thread that it points at first. Nil for a table whose rows are about
    /// themselves.
    public var subject: RecordColumn? {
        switch self {
        case .progress, .movedDates: .action
        case .measurements: .outcome
        case .asked, .needsAnswered: .need
        case .viewsAnswered: .view
        case .closed, .considered, .discussed, .handedOver, .takenOver, .evidence: .item
        case .decisionsLooked: .decision
        case .concernAnswers, .concernSteps: .concern
        case .needs, .risks, .strengths, .outcomes, .actions, .views, .decisions, .people, .contacts, .classes,
            .network, .facts, .homes, .given, .delegated, .agreements, .readiness, .consents, .attended,
            .keepsakes, .concerns:
            nil
        }
    }

    /// Its columns. Every row of words may say which class of information it is.
    public var cells: [Cell] { Self.cells[self] ?? [] }

    private static let cells = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.laidOut) })

    private var laidOut: [Cell] {
        switch self {
        case .classes, .network: ownCells
        default: ownCells + [Cell(.informationClass, .choice(InformationClass.names), needed: false)]
        }
    }

    private var ownCells: [Cell] {
        switch self {
        case .needs:
            [
                Cell(.id, .name, needed: false), Cell(.what, .text), Cell(.area, .choice(NeedArea.names)),
                Cell(.evidence, .text, needed: false),
            ]
        case .risks:
            [
                Cell(.id, .name, needed: false), Cell(.what, .text), Cell(.level, .choice(RiskLevel.names)),
                Cell(.known, .flag, needed: false), Cell(.exploitation, .flag, needed: false),
                Cell(.evidence, .text, needed: false),
            ]
        case .strengths: [Cell(.what, .text)]
        case .outcomes:
            [
                Cell(.id, .name, needed: false), Cell(.what, .text), Cell(.need, .items([.need])),
                Cell(.baseline, .text, needed: false), Cell(.target, .text, needed: false),
                Cell(.measure, .text, needed: false), Cell(.measureBy, .day, needed: false),
            ]
        case .actions:
            [
                Cell(.id, .name, needed: false), Cell(.what, .text), Cell(.owner, .text, needed: false),
                Cell(.due, .day, needed: false), Cell(.purpose, .text, needed: false),
                Cell(.addresses, .items([]), needed: false),
            ]
        case .progress:
            [
                Cell(.action, .items([.action])), Cell(.state, .choice(ActionState.names)), Cell(.on, .day),
                Cell(.effect, .text, needed: false),
            ]
        case .measurements:
            [
                Cell(.outcome, .items([.outcome])), Cell(.value, .text), Cell(.change, .choice(Change.names)),
                Cell(.on, .day),
            ]
        case .views:
            [
                Cell(.id, .name, needed: false), Cell(.what, .text), Cell(.clearlySaid, .flag, needed: false),
            ]
        case .viewsAnswered:
            [Cell(.view, .items([.view])), Cell(.done, .text), Cell(.told, .text, needed: false)]
        case .closed: [Cell(.item, .items([.need, .risk, .outcome])), Cell(.because, .text)]
        case .decisions:
            [
                Cell(.id, .name, needed: false), Cell(.what, .text), Cell(.owner, .text), Cell(.due, .day),
                Cell(.addresses, .items([]), needed: false),
            ]
        case .decisionsLooked:
            [
                Cell(.decision, .items([.decision])), Cell(.state, .choice(ActionState.names)),
                Cell(.effect, .text, needed: false),
            ]
        case .considered: [Cell(.item, .items([])), Cell(.what, .text)]
        case .movedDates: [Cell(.action, .items([.action])), Cell(.due, .day), Cell(.because, .text)]
        case .people:
            [
                Cell(.person, .text), Cell(.arrangement, .text, needed: false), Cell(.formal, .flag, needed: false),
                Cell(.often, .choice(FamilyTimeOften.names), needed: false),
                Cell(.supervision, .choice(FamilyTimeSupervision.names), needed: false),
                Cell(.order, .choice(FamilyTimeOrder.names), needed: false), Cell(.wish, .text, needed: false),
            ]
        case .facts: [Cell(.on, .day), Cell(.what, .text), Cell(.source, .text)]
        case .contacts: [Cell(.person, .text), Cell(.on, .day), Cell(.happened, .flag)]
        case .classes: [Cell(.question, .text), Cell(.informationClass, .choice(InformationClass.names))]
        case .discussed:
            [
                Cell(.item, .items([])), Cell(.setting, .choice(["separately", "child_alone"])),
                Cell(.because, .text, needed: false),
            ]
        case .asked: [Cell(.need, .items([.need])), Cell(.what, .text), Cell(.essential, .flag, needed: false)]
        case .given: [Cell(.person, .text), Cell(.on, .day)]
        case .needsAnswered, .delegated, .agreements, .readiness, .consents, .attended: settledCells
        case .evidence: [Cell(.item, .items([.need, .outcome, .action])), Cell(.what, .text)]
        case .keepsakes:
            [Cell(.what, .text), Cell(.keepsake, .choice(Keepsake.names)), Cell(.keptWhere, .text, needed: false)]
        case .concerns, .concernAnswers, .concernSteps: concernCells
        case .homes:
            [
                Cell(.home, .text), Cell(.answer, .choice(HomeAnswer.names)), Cell(.because, .text), Cell(.by, .text),
                Cell(.on, .day),
            ]
        case .handedOver: [Cell(.item, .items([])), Cell(.note, .text, needed: false)]
        case .takenOver:
            [
                Cell(.item, .items([])), Cell(.state, .choice(TakingOver.names)), Cell(.due, .day, needed: false),
                Cell(.because, .text, needed: false),
            ]
        case .network:
            [
                Cell(.person, .text), Cell(.relation, .text),
                Cell(.parentalResponsibility, .choice(ParentalResponsibility.names), needed: false),
                Cell(.evidence, .text, needed: false), Cell(.source, .text, needed: false),
                Cell(.contact, .choice(ContactAllowed.names), needed: false),
                Cell(.address, .choice(Secret.answers), needed: false),
                Cell(.school, .choice(Secret.answers), needed: false),
                Cell(.health, .choice(Secret.answers), needed: false),
                Cell(.carers, .choice(Secret.answers), needed: false),
                Cell(.identity, .choice(Secret.answers), needed: false),
                Cell(.named, .choice(NamedTo.names), needed: false), Cell(.by, .text, needed: false),
                Cell(.because, .text, needed: false),
            ]
        }
    }
}
