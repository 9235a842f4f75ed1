import Days

/// A plan of the reviewing service as somebody fills it in, on the page or in a file: words that may still be anything.
public struct ReviewingPlanCommand: Hashable, Sendable {
    public var year = ""
    public var day = ""
    public var signedBy = ""
    public var established = ""
    public var inPost = ""
    public var reportDue = ""
    /// How each function is met, by its name.
    public var functions: [String: String] = [:]
    public var actions: [Row] = []

    public struct Row: Hashable, Sendable {
        /// The action that it is a later word on; empty for a new one.
        public var id = ""
        public var function = ""
        public var what = ""
        public var owner = ""
        public var due = ""
        public var knownBy = ""
        public var done = ""
        public var changed = ""
        public init() {}

        /// A row in which nothing was filled in; which function it stands under is not something.
        public var isBlank: Bool { [what, owner, due, knownBy, done, changed].allSatisfy(\.saysNothing) }
    }

    public init() {}

    /// The same plan again, to be changed.
    public init(_ plan: ReviewingServicePlan) {
        (year, day, signedBy) = ("\(plan.year)", "\(plan.day)", plan.signedBy)
        (established, inPost) = (FullTimePosts.text(plan.established), FullTimePosts.text(plan.inPost))
        reportDue = "\(plan.reportDue)"
        functions = Dictionary(plan.functions.map { ($0.name, $0.how) }) { $1 }
        actions = plan.actions.map { action in
            var row = Row()
            (row.id, row.function, row.what) = ("\(action.id)", action.function, action.what)
            (row.owner, row.due, row.knownBy) = (action.owner, "\(action.due)", action.knownBy)
            (row.done, row.changed) = (action.done.map { "\($0)" } ?? "", action.changed)
            return row
        }
    }

    /// The plan that it makes; or everything that is in its way.
    ///
    /// - Parameters:
    ///   - known: Of which an action of the same id, or the same words, is a later word on the same one.
    ///   - today: A plan is signed for a day that has come.
    public func decided(
        beside known: ReviewingServicePlan?, names: NamesHere, today: Day
    ) -> Result<ReviewingServicePlan, RecordRefusals> {
        var deciding = PlanDeciding(self, known, names, today)
        let plan = deciding.plan()
        if let refusals = RecordRefusals(deciding.refusals) { return .failure(refusals) }
        return plan.map(Result.success)
            ?? .failure(RecordRefusals(one: RecordRefusal("year", "it says nothing", "write it")))
    }
}

/// That a report was published, as somebody fills it in.
public struct ReviewingReportCommand: Hashable, Sendable {
    public var year = ""
    public var day = ""
    public var place = ""
    public var presented = ""
    public var signedBy = ""

    public init() {}

    public func decided(today: Day) -> Result<ReviewingReportPublished, RecordRefusals> {
        var asked = PlanQuestions(today)
        let year = asked.year(year, "year")
        let day = asked.day(day, "day", "which day was it published? Give it, as 2026-09-22")
        asked.hasCome(day, "day")
        if let year, let day, day <= year.lastDay {
            asked.refuse(
                "day", "the year \(year) was not over", "the report of a year is published once the year is over")
        }
        let place = asked.text(
            place, "place", "say where the public can read it, as an address on the council’s website")
        var presented: Day?
        if !self.presented.saysNothing {
            presented = asked.day(self.presented, "presented", "leave it empty until the board has had it")
            asked.hasCome(presented, "presented")
        }
        let signedBy = asked.text(signedBy, "signed_by", "say whose word it is")
        if let refusals = RecordRefusals(asked.refusals) { return .failure(refusals) }
        guard let year, let day else {
            return .failure(RecordRefusals(one: RecordRefusal("year", "it says nothing", "write it")))
        }
        return .success(
            ReviewingReportPublished(year: year, day: day, place: place, presented: presented, signedBy: signedBy))
    }
}
