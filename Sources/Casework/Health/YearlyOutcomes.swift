import Days

/// The yearly outcomes of a child looked after for twelve months at 31 March (SSDA903 `OC2`): a yes, a no, or not asked,
/// once a year. It dates nothing, so no clock can be read from it.
public struct YearlyOutcomes: Hashable, Sendable {
    /// The collection it speaks for; its day is that year's 31 March.
    public var year: CollectionYear
    /// The strengths and difficulties questionnaire's total, 0 to 40, where one was completed.
    public var sdqScore: Int?
    /// Why there is no score (SSDA903 `SDQ_REASON`).
    public var sdqReason: Code
    public var convicted: Bool?
    /// Development checks up to date, for the under fives.
    public var developmentChecks: Bool?
    public var immunisations: Bool?
    public var dentalCheck: Bool?
    public var healthAssessment: Bool?
    public var substanceMisuse: Bool?
    public var interventionReceived: Bool?
    public var interventionOffered: Bool?

    public init(
        year: CollectionYear, sdqScore: Int? = nil, sdqReason: Code = .blank, convicted: Bool? = nil,
        developmentChecks: Bool? = nil, immunisations: Bool? = nil, dentalCheck: Bool? = nil,
        healthAssessment: Bool? = nil, substanceMisuse: Bool? = nil, interventionReceived: Bool? = nil,
        interventionOffered: Bool? = nil
    ) {
        (self.year, self.sdqScore, self.sdqReason, self.convicted) = (year, sdqScore, sdqReason, convicted)
        (self.developmentChecks, self.immunisations, self.dentalCheck) = (developmentChecks, immunisations, dentalCheck)
        (self.healthAssessment, self.substanceMisuse) = (healthAssessment, substanceMisuse)
        (self.interventionReceived, self.interventionOffered) = (interventionReceived, interventionOffered)
    }
}

public struct HeldOutcomes: Hashable, Sendable {
    public let outcomes: YearlyOutcomes
    public let origin: Origin
}
