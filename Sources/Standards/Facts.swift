/// Facts that a rule needed and the record does not hold: named, so that "unknown" says what would settle it.
public struct Facts: OptionSet, Hashable, Sendable {
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    private init(_ place: UInt64) { rawValue = 1 << place }

    public static let birthDate = Facts(0)
    public static let startOfCare = Facts(1)
    public static let lastReview = Facts(2)
    public static let reviewsOutsideReturn = Facts(3)
    public static let afterHorizon = Facts(4)
    public static let workingDayTable = Facts(5)
    public static let visits = Facts(6)
    public static let carePlan = Facts(7)
    public static let placementPlan = Facts(8)
    public static let notifications = Facts(9)
    public static let healthAssessmentDates = Facts(10)
    public static let personalEducationPlan = Facts(11)
    public static let iroAppointment = Facts(12)
    public static let returnHomeInterview = Facts(13)
    public static let timeOfReturn = Facts(14)
    public static let temporaryApproval = Facts(15)
    public static let dateOfIssue = Facts(16)
    public static let kindOfReview = Facts(17)
    public static let adjoiningAuthorities = Facts(18)
    public static let approvals = Facts(19)
    public static let pathwayPlan = Facts(20)
    public static let personalAdviser = Facts(21)
    public static let needsAssessment = Facts(22)
    public static let permanencePlan = Facts(23)
    public static let legalPlanning = Facts(24)
    public static let deprivationOrder = Facts(25)
    public static let iroRecords = Facts(26)
    public static let schoolTerms = Facts(27)
    public static let siblings = Facts(28)
    public static let yearlyOutcomes = Facts(29)
    public static let leavingCareContact = Facts(30)
    public static let postcodes = Facts(31)
    public static let missingOutsideReturn = Facts(32)
    public static let socialWorkersOutsideReturn = Facts(33)
    public static let lifeStory = Facts(34)
    public static let careBeforeReturn = Facts(35)
    public static let endingReason = Facts(36)
    public static let registration = Facts(37)
    public static let placementIntention = Facts(38)
    public static let childsAgreement = Facts(39)
    public static let population = Facts(40)
    public static let adoptionDates = Facts(41)
    public static let endOfCare = Facts(42)
    public static let reviewRecord = Facts(43)
    public static let schooling = Facts(44)
    public static let healthPlan = Facts(45)
    public static let independentVisitor = Facts(46)
    public static let advocacy = Facts(47)
    public static let familyTime = Facts(48)
    public static let section20Agreement = Facts(49)
    public static let timeOfDay = Facts(50)
    public static let courtExtension = Facts(51)
    public static let startOfStatus = Facts(52)
    public static let secureReviews = Facts(53)
    public static let shortBreakDays = Facts(54)
    public static let panelRecommendation = Facts(55)
    public static let accommodation = Facts(56)
    public static let policeInterview = Facts(57)
    public static let strategyMeeting = Facts(58)
    public static let shortBreakReviews = Facts(59)
    public static let practicability = Facts(60)
    public static let writing = Facts(61)
    public static let whoDecides = Facts(62)
    public static let whoAgreed = Facts(63)

    private static let names: [(Facts, String)] = [
        (.birthDate, "one agreed birth date"), (.startOfCare, "the day the child became looked after"),
        (.lastReview, "the date of the review before"), (.reviewsOutsideReturn, "reviews in years not returned"),
        (.afterHorizon, "what happened after the return was drawn"),
        (.workingDayTable, "bank holidays of that year"), (.visits, "visits"), (.carePlan, "the care plan’s date"),
        (.placementPlan, "the placement plan’s date"), (.notifications, "who was told and when"),
        (.healthAssessmentDates, "dates of health assessments"),
        (.personalEducationPlan, "the personal education plan"),
        (.iroAppointment, "when the IRO was appointed"), (.returnHomeInterview, "return home interviews"),
        (.timeOfReturn, "the time of day the child returned"),
        (.temporaryApproval, "whether the carer’s approval was temporary"),
        (.dateOfIssue, "the day the application was issued"),
        (.kindOfReview, "whether a review was an adoption review"),
        (.adjoiningAuthorities, "which authorities adjoin this one"), (.approvals, "who approved it and when"),
        (.pathwayPlan, "the pathway plan"), (.personalAdviser, "the personal adviser"),
        (.needsAssessment, "the needs assessment"), (.permanencePlan, "the permanence plan"),
        (.legalPlanning, "legal planning"), (.deprivationOrder, "the order that authorises it"),
        (.iroRecords, "the IRO’s records"), (.schoolTerms, "school terms"),
        (.siblings, "who the child’s brothers and sisters are"), (.yearlyOutcomes, "the year’s outcomes (OC2)"),
        (.leavingCareContact, "the year’s care leavers (OC3)"), (.postcodes, "where the postcodes are"),
        (.missingOutsideReturn, "missing episodes in years not returned"),
        (.socialWorkersOutsideReturn, "social workers in years not returned"), (.lifeStory, "life-story work"),
        (.careBeforeReturn, "care before the years returned"), (.endingReason, "why the placement ended"),
        (.registration, "whether the accommodation is registered"),
        (.placementIntention, "whether the placement is meant to last to 18"),
        (.childsAgreement, "whether the child agreed"), (.population, "the area’s population of children"),
        (.adoptionDates, "the dates of match and placement"), (.endOfCare, "whether care has ended"),
        (.reviewRecord, "the record of the review"),
        (.schooling, "whether schooling was disrupted"),
        (.healthPlan, "the health plan"),
        (.independentVisitor, "whether an independent visitor was considered"),
        (.advocacy, "whether the child was told of advocacy"),
        (.familyTime, "family time"),
        (.section20Agreement, "the section 20 agreement"),
        (.timeOfDay, "the time of day"),
        (.courtExtension, "whether the court extended the order"),
        (.startOfStatus, "the day the legal status began"),
        (.secureReviews, "reviews of the secure placement"),
        (.shortBreakDays, "the days of each break"),
        (.panelRecommendation, "what the panel recommended and when"),
        (.accommodation, "where the young person lived and who arranged it"),
        (.policeInterview, "the police’s prevention interview"),
        (.strategyMeeting, "strategy meetings"),
        (.shortBreakReviews, "reviews of short breaks, which a return leaves out"),
        (.practicability, "whether it could have been prepared before"),
        (.writing, "when it was first written up"),
        (.whoDecides, "who decides what, one by one"), (.whoAgreed, "who agreed, one by one"),
    ]

    /// What is missing, each in a few words.
    public var titles: [String] { Self.names.filter { contains($0.0) }.map(\.1) }
}
