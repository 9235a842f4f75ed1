import Days

/// A child's thread: what the child needs, what is wanted, what is being done, and whether it got better. Folded from the
/// signed records that say so; a part is named once, by the record that first did.
public struct ChildThread: Hashable, Sendable {
    public internal(set) var needs: [ChildNeed] = []
    public internal(set) var risks: [ChildRisk] = []
    public internal(set) var strengths: [ChildStrength] = []
    public internal(set) var outcomes: [ChildOutcome] = []
    public internal(set) var actions: [ChildAction] = []
    public internal(set) var views: [ChildView] = []
    public internal(set) var decisions: [ReviewDecision] = []
    /// What the reviewing officer raised, in the order it was.
    public internal(set) var concerns: [IROConcern] = []
    public internal(set) var familyTime: [FamilyTime] = []
    public internal(set) var contacts: [Contact] = []
    /// What was asked of homes for the child, by day.
    public internal(set) var requests: [PlacementRequest] = []
    /// What was handed over from one worker to another, by day.
    public internal(set) var handovers: [Handover] = []
    /// What was said of each person around the child, in the order it was said; the last word of each stands.
    public internal(set) var network: [NetworkPerson] = []
    /// What was settled with the people around the child, in the order it was said.
    public internal(set) var settled: [Settled] = []
    /// Names of parts that a correction took out, with the day of the record that it corrects; no other part is ever
    /// called so.
    var retired: [ItemID: Day] = [:]

    /// Nothing else is ever called so, from the earliest day that says it.
    mutating func retire(_ names: [ItemID], on day: Day) {
        for name in names { retired[name] = min(retired[name] ?? day, day) }
    }

    public var isEmpty: Bool {
        needs.isEmpty && risks.isEmpty && strengths.isEmpty && outcomes.isEmpty && actions.isEmpty && views.isEmpty
            && decisions.isEmpty && concerns.isEmpty && familyTime.isEmpty && contacts.isEmpty && network.isEmpty
            && handovers.isEmpty && requests.isEmpty && settled.isEmpty
    }

    /// A name that no part of this kind has yet, nor any in `taken`.
    public func freeName(_ kind: ItemKind, besides taken: Set<ItemID>) -> ItemID {
        var number = 1
        while true {
            let id = ItemID(unchecked: "\(kind.letter)\(number)")
            if self.kind(of: id) == nil, retired[id] == nil, !taken.contains(id) { return id }
            number += 1
        }
    }
}

extension ChildThread {
    /// Takes in the rows of one signed record. What makes a part comes before what speaks of one, so that a record may do
    /// both.
    mutating func take(_ record: SignedRecord, _ origin: Origin) {
        var tables: [(field: CoreField, table: RecordTable, rows: [AnswerRow])] = []
        for (field, answer) in record.answers {
            guard case .rows(let rows) = answer, case .rows(let table) = field.kind else { continue }
            tables.append((field, table, rows))
        }
        tables.sort { $0.field.rawValue < $1.field.rawValue }
        takeHandover(record, origin)
        if record.kind == .placementRequest {
            requests.insertInOrder(PlacementRequest(record, origin), by: \.on)
        }
        for (field, table, rows) in tables { for row in rows { make(row, of: table, field, record, origin) } }
        for (field, table, rows) in tables { for row in rows { change(row, of: table, field, record, origin) } }
    }

    private mutating func make(
        _ row: AnswerRow, of table: RecordTable, _ field: CoreField, _ record: SignedRecord, _ origin: Origin
    ) {
        lazy var ofClass = record.informationClass(of: row, in: field)
        // Those words are for the IRO service alone: they stay in the record, which asks who reads.
        lazy var what = ofClass == .privateTalk ? InformationClass.privateTalk.title : row.text(.what)
        guard let id = row.items(.id).first else {
            if table == .strengths {
                strengths.hold(
                    ChildStrength(what: what, since: record.day, origin: origin, informationClass: ofClass))
            }
            if table == .people { familyTime.hold(FamilyTime(row, record.day, origin)) }
            if table == .network { network.hold(NetworkPerson(row, record.day, origin)) }
            if let one = Settled(row, of: table, record, origin, isPrivate: ofClass == .privateTalk) {
                settled.hold(one)
            }
            return
        }
        func says(_ column: RecordColumn) -> Bool { row[column]?.isBlank == false }
        switch table {
        case .needs:
            needs.hold(
                ChildNeed(
                    id: id, what: what, area: NeedArea(rawValue: row.text(.area)) ?? .safety,
                    since: record.day, origin: origin, informationClass: ofClass))
        case .risks:
            risks.hold(
                ChildRisk(
                    id: id, what: what, level: RiskLevel(rawValue: row.text(.level)) ?? .notAssessed,
                    isKnown: row.flag(.known), isExploitation: row.flag(.exploitation), since: record.day,
                    origin: origin, informationClass: ofClass))
        case .outcomes:
            outcomes.hold(
                ChildOutcome(
                    id: id, what: what, needs: row.items(.need), hasBaseline: says(.baseline),
                    hasTarget: says(.target), hasMeasure: says(.measure), measureBy: row.day(.measureBy),
                    since: record.day, origin: origin, informationClass: ofClass))
        case .actions:
            actions.hold(
                ChildAction(
                    id: id, what: what, owner: row.text(.owner),
                    dues: row.day(.due).map { [ChildAction.DueDate(set: record.day, due: $0)] } ?? [],
                    hasPurpose: says(.purpose), addresses: row.items(.addresses), since: record.day, from: record.kind,
                    origin: origin, informationClass: ofClass))
        case .views:
            views.hold(
                ChildView(
                    id: id, isClearlySaid: row.flag(.clearlySaid), since: record.day, origin: origin,
                    informationClass: ofClass))
        case .decisions:
            decisions.hold(
                ReviewDecision(
                    id: id, what: what, owner: row.text(.owner), due: row.day(.due) ?? record.day,
                    addresses: row.items(.addresses), since: record.day, origin: origin, informationClass: ofClass))
        case .concerns:
            if let one = IROConcern(row, id, what: what, on: record.day, origin, ofClass) { concerns.hold(one) }
        default: break
        }
    }

    private mutating func change(
        _ row: AnswerRow, of table: RecordTable, _ field: CoreField, _ record: SignedRecord, _ origin: Origin
    ) {
        let on = row.day(.on) ?? record.day
        let state = ActionState(rawValue: row.text(.state)) ?? .goingOn
        switch table {
        case .progress:
            for id in row.items(.action) {
                guard let index = actions.firstIndex(where: { $0.id == id }), state.isEnd else { continue }
                actions[index].closed = ChildAction.Closing(
                    on: on, state: state, saysEffect: row[.effect]?.isBlank == false, origin: origin)
            }
        case .movedDates:
            for id in row.items(.action) {
                guard let index = actions.firstIndex(where: { $0.id == id }), let due = row.day(.due) else { continue }
                actions[index].dues.append(ChildAction.DueDate(set: record.day, due: due))
            }
        case .measurements:
            for id in row.items(.outcome) {
                guard let index = outcomes.firstIndex(where: { $0.id == id }) else { continue }
                outcomes[index].measured.append(
                    ChildOutcome.Measurement(
                        on: on, change: Change(rawValue: row.text(.change)) ?? .same, origin: origin))
            }
        case .viewsAnswered:
            for id in row.items(.view) {
                guard let index = views.firstIndex(where: { $0.id == id }) else { continue }
                views[index].answered = ChildView.Answered(on: record.day, childTold: row[.told]?.isBlank == false)
                if record.kind == .review { views[index].considered.append(record.day) }
            }
        case .considered:
            guard record.kind == .review, field == .viewsConsidered else { break }
            for id in row.items(.item) {
                guard let index = views.firstIndex(where: { $0.id == id }) else { continue }
                views[index].considered.append(record.day)
            }
        case .decisionsLooked:
            for id in row.items(.decision) {
                guard let index = decisions.firstIndex(where: { $0.id == id }) else { continue }
                decisions[index].looked.append(ReviewDecision.Looked(on: record.day, state: state))
            }
        case .closed:
            for id in row.items(.item) {
                if let index = needs.firstIndex(where: { $0.id == id }) { needs[index].closed = record.day }
                if let index = risks.firstIndex(where: { $0.id == id }) { risks[index].closed = record.day }
                if let index = outcomes.firstIndex(where: { $0.id == id }) { outcomes[index].closed = record.day }
            }
        case .needsAnswered: answerNeeds(row, record, origin)
        case .concernAnswers: answerConcern(row, on: record.day, origin)
        case .concernSteps: moveConcern(row, on: record.day, origin)
        case .takenOver: takeOver(row, on: record.day)
        case .contacts:
            contacts.append(Contact(person: row.text(.person), on: on, happened: row.flag(.happened)))
        default: break
        }
    }
}

extension Array {
    /// Adds an element, in little more room than all of them take: an authority holds a thread for each child, most have a
    /// few parts of a kind, and one is added seldom. A long list grows by an eighth, so that it is not copied each time.
    fileprivate mutating func hold(_ element: Element) {
        if count == capacity { reserveCapacity(count + 1 + count / 8) }
        append(element)
    }
}
