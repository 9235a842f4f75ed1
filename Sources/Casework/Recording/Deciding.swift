import Days

/// The questions that are put to a record before it is signed.
struct Deciding {
    let command: RecordCommand
    let child: ChildRecord
    /// What the record may point at, beside what it makes itself.
    private let earlier: ChildThread
    /// The names that earlier versions of the record gave.
    private let own: [ItemID: ItemKind]
    /// What the version before said, where this puts one right: what stands is not asked again by rules that came since.
    private let before: SignedRecord?
    private(set) var answers: [CoreField: Answer]
    /// The fields that are answered, in the order in which they are asked.
    private let answered: [CoreField]
    private(set) var refusals: [RecordRefusal] = []
    /// What the record itself names.
    private var named: [ItemID: ItemKind] = [:]

    /// - Parameters:
    ///   - child: The child without the record itself.
    ///   - earlier: What there was before it, where that is not all there is.
    init(
        _ command: RecordCommand, _ child: ChildRecord, earlier: ChildThread? = nil, own: [ItemID: ItemKind] = [:],
        before: SignedRecord? = nil
    ) {
        (self.command, self.child) = (command, child)
        (self.earlier, self.own, self.before) = (earlier ?? child.thread, own, before)
        answers = command.answers.filter { !$0.value.isBlank }
        answered = answers.keys.sorted { $0.rawValue < $1.rawValue }
    }

    /// Puts every question.
    mutating func decide(_ today: Day) {
        checkDay(today)
        checkWhoSigns()
        nameItems()
        checkFields()
        checkRows()
        checkWhatWasCopied()
        checkWhenItWasTold()
        checkTheWhole()
    }

    /// What was decided, where nothing was refused.
    var record: SignedRecord {
        SignedRecord(
            kind: command.kind, day: command.day, form: command.form, onBehalfOf: command.onBehalfOf, answers: answers,
            own: command.own)
    }

    fileprivate mutating func refuse(_ field: String, _ what: String, _ remedy: String) {
        refusals.append(RecordRefusal(field, what, remedy))
    }

    private mutating func checkDay(_ today: Day) {
        if command.day > today {
            refuse(
                "occurred", "\(command.day.inWords) has not come yet",
                "give the day it happened; today is \(today.inWords)")
        }
        if let born = child.identity.birthDates.first, command.day < born {
            refuse(
                "occurred", "\(command.day.inWords) is before the child was born, on \(born.inWords)",
                "give the day it happened")
        }
    }

    /// What is a reviewing officer's own word nobody else has, whoever writes it down.
    private mutating func checkWhoSigns() {
        guard let refusal = command.signer.refusal(of: command.kind) else { return }
        refusals.append(refusal)
    }

    /// Gives each row that makes a part of the thread a name, its own or the next that is free. A name that it has within the
    /// record only (``ItemID/isHere``) gives way to a free one, wherever the record says it.
    private mutating func nameItems() {
        var names: [ItemID: ItemID] = [:]
        var taken = givenNames.union(own.keys)
        for field in answered {
            guard case .rows(var rows)? = answers[field], case .rows(let table) = field.kind, let kind = table.makes
            else {
                continue
            }
            for index in rows.indices {
                let place = "\(field.name)[\(index + 1)].id"
                let id: ItemID
                if case .text(let given) = rows[index][.id] ?? .text(""), !given.isEmpty {
                    guard let good = ItemID(given) else {
                        refuse(place, "“\(given)” is no name", "use up to 24 letters, digits and hyphens")
                        continue
                    }
                    if isTaken(good, by: kind) {
                        refuse(place, "\(good) is a name that this child’s thread has already", "give another, or none")
                        continue
                    }
                    if good.isHere, names[good] != nil {
                        refuse(place, "two rows of this record are called \(good)", "give each its own")
                        continue
                    }
                    id = good.isHere ? child.thread.freeName(kind, besides: taken) : good
                    if good.isHere { names[good] = id }
                } else {
                    id = child.thread.freeName(kind, besides: taken)
                }
                named[id] = kind
                taken.insert(id)
                rows[index].cells[.id] = .items([id])
            }
            answers[field] = .rows(rows)
        }
        if !names.isEmpty { answers = answers.compactMapValues { $0.renamed { names[$0] ?? $0 } } }
    }

    /// Whether a row may not be called so: the name is another's, or was and is not handed out again.
    private func isTaken(_ name: ItemID, by kind: ItemKind) -> Bool {
        if named[name] != nil { return true }
        if let own = own[name] { return own != kind }
        return child.thread.kind(of: name) != nil || child.thread.retired[name] != nil
    }

    /// Names that rows give themselves, so that none is handed out before its row's turn comes.
    private var givenNames: Set<ItemID> {
        var given: Set<ItemID> = []
        for case .rows(let rows) in answers.values {
            for row in rows { if case .text(let name)? = row[.id], let id = ItemID(name) { given.insert(id) } }
        }
        return given
    }

    private var ordered: some Sequence<(CoreField, Answer)> {
        answered.lazy.compactMap { [answers] field in answers[field].map { (field, $0) } }
    }

    private mutating func checkFields() {
        for (field, answer) in ordered {
            guard command.kind.need(of: field) != nil else {
                refuse(field.name, "\(command.kind.name) has no such field", "leave it out")
                continue
            }
            if case .noneBecause = answer {
                if !field.kind.isRows {
                    refuse(field.name, "“none, because” is for lists", "answer the question")
                }
            } else if !answer.fits(field.kind) {
                refuse(field.name, "this is not \(field.kind.title)", "give \(field.kind.title)")
            }
            if case .items(let items) = answer {
                switch field.kind {
                case .items(let kinds): check(items, kinds, at: field.name)
                case .lines: check(lines: items, at: field.name)
                default: break
                }
            }
        }
        for required in command.kind.fields where answers[required.field] == nil && isNeeded(required.need) {
            let remedy: String =
                switch required.need {
                case .toSignOrNoneBecause: RecordRefusal.listThem
                case .toSignUnless where required.field.kind.isRows: RecordRefusal.listThem
                default: "answer it" + (required.source.isEmpty ? "" : " (\(required.law))")
                }
            refuse(required.field.name, "it is needed to sign a \(command.kind.title.lowercased())", remedy)
        }
    }

    private func isNeeded(_ need: Need) -> Bool {
        switch need {
        case .never: return false
        case .toSave, .toSign, .toSignOrNoneBecause: return true
        case .toSignUnless(let other): return answers[other] == nil
        case .toSignWhere(let other, let values):
            switch answers[other] {
            case .flag(let flag): return values.contains(flag ? "true" : "false")
            case .choice(let name): return values.contains(name)
            default: return false
            }
        }
    }

    /// A copy is of something that was signed here.
    private mutating func checkWhatWasCopied() {
        guard command.kind == .copiesGiven, case .choice(let name)? = answers[.copyOf],
            let kind = RecordKind(name: name), let of = answers.day(.copyOfDay),
            !child.hasSigned(kind, of: of)
        else { return }
        refuse(
            CoreField.copyOfDay.name, "no \(kind.title.lowercased()) of \(of.inWords) is signed here",
            "give the day that it is about")
    }

    /// A chapter was told by the day that its record is about; told again later, it is a record of its own.
    private mutating func checkWhenItWasTold() {
        guard let told = answers.day(.toldOn), told > command.day else { return }
        refuse(
            CoreField.toldOn.name, "\(told.inWords) is after the day of the record, \(command.day.inWords)",
            "give the day that it was told, or that day to the record")
    }

    private mutating func checkTheWhole() {
        let checks = RecordChecks(
            kind: command.kind, day: command.day, answers: answers, before: before, child: child)
        refusals += checks.refusals
    }

    /// Whether the version before said the same of an owner, or of what is over, in a row of the same list.
    private func stood(_ value: Answer, _ field: CoreField, _ column: RecordColumn) -> Bool {
        guard column == .owner || field == .closed, let before else { return false }
        return before.rows(field).contains { $0[column] == value }
    }

    private mutating func checkRows() {
        for (field, answer) in ordered {
            guard case .rows(let rows) = answer, case .rows(let table) = field.kind else { continue }
            for (index, row) in rows.enumerated() {
                let place = "\(field.name)[\(index + 1)]"
                for cell in table.cells {
                    let at = "\(place).\(cell.column.name)"
                    guard let value = row[cell.column], !value.isBlank else {
                        if cell.need.asks(row) { refuse(at, "it is needed", "give \(cell.kind.title)") }
                        continue
                    }
                    if cell.kind == .name { continue }
                    if !value.fits(cell.kind) {
                        refuse(at, "this is not \(cell.kind.title)", "give \(cell.kind.title)")
                    } else if stood(value, field, cell.column) {
                        continue
                    } else if cell.column == .owner, let vague = VagueOwner(row.text(.owner)) {
                        refuse(at, vague.what, vague.remedy)
                    } else if case .items(let items) = value, case .items(let kinds) = cell.kind {
                        check(items, kinds, at: at, remedy: table.remedy)
                    }
                }
                if row.text(.informationClass) == InformationClass.ordinary.rawValue, field != .classes,
                    command.kind.leastClass(of: field) != .ordinary
                {
                    let least = command.kind.leastClass(of: field).title.lowercased()
                    refuse(
                        "\(place).class", "\(field.name) is not ordinary (\(least))", "leave class out, or give another"
                    )
                }
                for column in row.cells.keys where !table.cells.contains(where: { $0.column == column }) {
                    refuse("\(place).\(column.name)", "\(field.name) has no such column", "leave it out")
                }
            }
        }
    }

    /// What is said to have happened must be in the child's chronology.
    private mutating func check(lines: [ItemID], at place: String) {
        let there = child.chronologyNames
        for line in lines where !there.contains(line) {
            refuse(
                place, "\(line) is no line of this child’s chronology",
                "give the name of one, as throughline chronology shows it, or leave it out")
        }
    }

    /// What is pointed at must be there, and be what it is taken for.
    ///
    /// - Parameter remedy: Where a part of another kind is spoken of instead; nil where it is to be one of the right kinds.
    private mutating func check(
        _ items: [ItemID], _ kinds: [ItemKind], at place: String, remedy: (ItemKind) -> String? = { _ in nil }
    ) {
        for id in items {
            guard let found = named[id] ?? earlier.kind(of: id) else {
                if id.isHere {
                    refuse(place, "no row of this record is called \(id)", "give a row that id, or leave the link out")
                    continue
                }
                if child.thread.kind(of: id) != nil {
                    refuse(place, "\(id) came into the thread after this record", "say it in a record of its own")
                    continue
                }
                refuse(place, "\(id) is nothing in this child’s thread", "give the id of something that is")
                continue
            }
            if !kinds.isEmpty, !kinds.contains(found) {
                refuse(
                    place, "\(id) is \(found.titleWithArticle)",
                    remedy(found) ?? "give the id of \(kinds.titleWithArticle)")
            }
        }
    }
}

extension Answer {
    /// Whether it is the kind of thing that was asked for.
    func fits(_ kind: AnswerKind) -> Bool {
        switch (self, kind) {
        case (.text, .text), (.flag, .flag), (.day, .day), (.items, .items), (.items, .lines), (.rows, .rows),
            (.text, .name):
            true
        case (.choice(let name), .choice(let names)): names.contains(name)
        default: false
        }
    }
}

extension Deciding {
    /// A part of the thread that other records point at may change its words, and may not go.
    mutating func checkThatNothingIsMissed(of before: SignedRecord, by others: [SignedRecord]) {
        let now = record.made
        for (field, answer) in before.answers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            guard case .rows(let rows) = answer, case .rows(let table) = field.kind, table.makes != nil else {
                continue
            }
            for id in rows.flatMap({ $0.items(.id) }) where now[id] == nil {
                guard let other = others.first(where: { $0.pointedAt.contains(id) }) else { continue }
                refuse(
                    field.name, "the \(other.kind.title.lowercased()) of \(other.day.inWords) points at \(id)",
                    "keep its row, or correct that record first")
            }
        }
    }
}

extension RecordTable {
    /// What each of its rows makes; nil where rows only speak of what is there.
    public var makes: ItemKind? {
        switch self {
        case .needs: .need
        case .risks: .risk
        case .outcomes: .outcome
        case .actions: .action
        case .views: .view
        case .decisions: .decision
        case .concerns: .concern
        default: nil
        }
    }
}

extension RecordTable {
    /// How a part that this table does not speak of ends instead; nil where the table is not about ending.
    fileprivate func remedy(_ kind: ItemKind) -> String? {
        guard self == .closed else { return nil }
        switch kind {
        case .action: return "say in progress that it is done or stopped, and what it changed"
        case .decision: return "a review says in decisions_looked what became of it"
        case .concern: return "the reviewing officer closes it in concern_steps"
        case .view: return "answer it in views_answered, and say how the child was told"
        case .need, .risk, .outcome: return nil
        }
    }
}
