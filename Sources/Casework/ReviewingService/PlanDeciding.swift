import Days

/// What a plan and a report are asked alike, each refusal with its field and what to write instead.
struct PlanQuestions {
    private(set) var refusals: [RecordRefusal] = []
    private let today: Day
    static let longest = 2_000

    init(_ today: Day) { self.today = today }

    mutating func refuse(_ field: String, _ what: String, _ remedy: String) {
        refusals.append(RecordRefusal(field, what, remedy))
    }

    mutating func text(_ text: String, _ field: String, _ remedy: String) -> String {
        if text.saysNothing { refuse(field, "it says nothing", remedy) }
        if text.count > Self.longest {
            refuse(field, "it is longer than \(Self.longest) characters", "say it in fewer words")
        }
        return text.trimmed
    }

    mutating func year(_ text: String, _ field: String) -> CollectionYear? {
        let year = CollectionYear(text.trimmed)
        if year == nil { refuse(field, "this is no year", "write it as 2026-27, from 1 April") }
        return year
    }

    mutating func day(_ text: String, _ field: String, _ remedy: String) -> Day? {
        if text.saysNothing {
            refuse(field, "no day is given", remedy)
        } else if let day = Day(text.trimmed) {
            return day
        } else if VagueDay.says(text) {
            refuse(field, "“\(text.trimmed)” is no day", VagueDay.remedy)
        } else {
            refuse(field, "“\(text.trimmed)” is no day", "write it as 2026-03-31")
        }
        return nil
    }

    mutating func hasCome(_ day: Day?, _ field: String) {
        if let day, day > today { refuse(field, "that day has not come", "give a day up to today") }
    }
}

/// A plan as it is decided, question by question.
struct PlanDeciding {
    private let command: ReviewingPlanCommand
    private let known: ReviewingServicePlan?
    private let names: NamesHere
    private var asked: PlanQuestions
    var refusals: [RecordRefusal] { asked.refusals }

    init(_ command: ReviewingPlanCommand, _ known: ReviewingServicePlan?, _ names: NamesHere, _ today: Day) {
        (self.command, self.known, self.names, asked) = (command, known, names, PlanQuestions(today))
    }

    /// How long before its year begins a plan may be signed, in days.
    private static let earliest = 92

    mutating func plan() -> ReviewingServicePlan? {
        let year = asked.year(command.year, "year")
        let day = asked.day(command.day, "day", "which day is it signed for? Give it, as 2026-05-12")
        asked.hasCome(day, "day")
        if let year, let day, !(year.firstDay - Self.earliest...year.lastDay).contains(day) {
            asked.refuse(
                "day", "it is not in \(year)", "sign a year’s plan in that year, or in the three months before")
        }
        let signedBy = asked.text(command.signedBy, "signed_by", "say who manages the service and signs its plan")
        let established = posts(command.established, "established")
        let inPost = posts(command.inPost, "in_post")
        let reportDue = asked.day(command.reportDue, "report_due", "by when will the year’s report be published?")
        if let year, let reportDue, reportDue <= year.lastDay {
            asked.refuse(
                "report_due", "the year is not over by then",
                "give a day after \(year.lastDay), as \(year.lastDay.adding(months: 6))")
        }
        let (functions, actions) = (functions(), actions(by: day))
        guard let year, let day, let established, let inPost, let reportDue else { return nil }
        return ReviewingServicePlan(
            year: year, day: day, signedBy: signedBy, established: established, inPost: inPost, reportDue: reportDue,
            functions: functions, actions: actions)
    }

    private mutating func posts(_ text: String, _ field: String) -> Int? {
        let read = FullTimePosts.read(text.trimmed)
        if read == nil {
            asked.refuse(field, "this is no number of posts", "write full-time posts as 6.4; two who work half are 1")
        }
        return read
    }

    private mutating func functions() -> [ReviewingServicePlan.FunctionWords] {
        for name in command.functions.keys.sorted() where ReviewingFunction(rawValue: name) == nil {
            asked.refuse(
                "functions.\(name)", "there is no such function",
                "use one of \(ReviewingFunction.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return ReviewingFunction.allCases.map { function in
            let field = "functions.\(function.rawValue)"
            let how = asked.text(
                command.functions[function.rawValue] ?? "", field,
                "say how it is met, or that it is not met yet and why")
            keepNames(out: how, field)
            return .init(function.rawValue, how)
        }
    }

    private mutating func actions(by signed: Day?) -> [ReviewingAction] {
        let rows = command.actions.enumerated().filter { !$0.element.isBlank }
        let ids = Self.ids(of: rows.map { $0.element }, in: known?.actions ?? [])
        var found: [ReviewingAction] = []
        for (id, (place, row)) in zip(ids, rows) {
            if let action = action(row, "actions[\(place + 1)]", id: id, by: signed) { found.append(action) }
        }
        return found
    }

    /// The number of each row: the one that it gives where the plan that stands has it, else that of the same words for the
    /// same function, each once; else the next.
    private static func ids(of rows: [ReviewingPlanCommand.Row], in standing: [ReviewingAction]) -> [UInt32] {
        var free = standing
        func take(where isMeant: (ReviewingAction) -> Bool) -> UInt32? {
            free.firstIndex(where: isMeant).map { free.remove(at: $0).id }
        }
        var ids: [UInt32?] = rows.map { row in UInt32(row.id.trimmed).flatMap { id in take { $0.id == id } } }
        for (place, row) in rows.enumerated() where ids[place] == nil {
            ids[place] = take { $0.what == row.what.trimmed && $0.function == row.function.trimmed }
        }
        let used = Set(standing.map(\.id))
        var next = used.max() ?? 0
        return ids.map { id in
            if let id { return id }
            repeat { next &+= 1 } while next == 0 || used.contains(next)
            return next
        }
    }

    private mutating func action(
        _ row: ReviewingPlanCommand.Row, _ at: String, id: UInt32, by signed: Day?
    ) -> ReviewingAction? {
        let function = ReviewingFunction(rawValue: row.function.trimmed)
        if function == nil {
            asked.refuse(
                "\(at).function", row.function.saysNothing ? "no function is chosen" : "there is no such function",
                "say which function it is for")
        }
        let what = asked.text(row.what, "\(at).what", "say what will be done")
        let owner = asked.text(row.owner, "\(at).owner", "name the one person who will see to it")
        if !owner.isEmpty, let vague = VagueOwner(owner) { asked.refuse("\(at).owner", vague.what, vague.remedy) }
        let due = asked.day(row.due, "\(at).due", VagueDay.remedy)
        let knownBy = asked.text(row.knownBy, "\(at).known_by", "say how you will see that it worked for children")
        for (text, field) in [(what, "what"), (knownBy, "known_by"), (row.changed, "changed")] {
            keepNames(out: text, "\(at).\(field)")
        }
        var done: Day?
        if !row.done.saysNothing {
            done = asked.day(row.done, "\(at).done", "leave it empty until it is done")
            asked.hasCome(done, "\(at).done")
            if let done, let signed, done > signed {
                asked.refuse(
                    "\(at).done", "that is after the day that the plan is signed for",
                    "sign this version for that day, or a later one")
            }
            _ = asked.text(
                row.changed, "\(at).changed", "say what it changed for children, also where that is nothing yet")
        } else if !row.changed.saysNothing {
            asked.refuse(
                "\(at).done", "it says what changed, and not when it was done", "give the day that it was done")
        }
        guard let function, let due else { return nil }
        return ReviewingAction(
            id: id, function: function.rawValue, what: what, owner: owner, due: due, knownBy: knownBy, done: done,
            changed: row.changed.trimmed)
    }

    /// What goes into the public report names nobody.
    private mutating func keepNames(out text: String, _ field: String) {
        guard names.areNamed(in: text) else { return }
        asked.refuse(
            field, "it names somebody, and goes into the public report", "say what they are, as “the duty officer”")
    }
}
