/// What the reviewing service is there to do, as the Independent Reviewing Officers’ Handbook (2010) asks of every authority.
///
/// A plan says of each how this service does it. Text by name in the journal and in files, so that a later version may know
/// more of them.
public enum ReviewingFunction: String, Hashable, Sendable, CaseIterable {
    case appointed
    case enoughOfficers = "enough_officers"
    case speaksWithChild = "speaks_with_child"
    case voice
    case consulted
    case reviews
    case recordGiven = "record_given"
    case betweenReviews = "between_reviews"
    case concerns
    case independentAdvice = "independent_advice"
    case independence
    case oneOfficer = "one_officer"
    case annualReport = "annual_report"

    public var title: String {
        switch self {
        case .appointed: "Every child has a reviewing officer within five working days"
        case .enoughOfficers: "There are enough officers: 50 to 70 children for each"
        case .speaksWithChild: "The officer speaks with the child before the review"
        case .voice: "The child is heard, and knows of advocacy"
        case .consulted: "The officer is asked before a child is moved"
        case .reviews: "Reviews are held in time, and look at what matters"
        case .recordGiven: "Decisions and the record reach people in time"
        case .betweenReviews: "The officer sees between reviews that decisions are carried out"
        case .concerns: "Concerns are raised, settled and taken higher"
        case .independentAdvice: "Officers may go to Cafcass, and have legal advice of their own"
        case .independence: "Officers are independent of the case, and registered"
        case .oneOfficer: "Brothers and sisters have one officer, who stays"
        case .annualReport: "The service reports to the public each year"
        }
    }

    /// What a plan is asked about it.
    public var asks: String {
        switch self {
        case .appointed:
            "Who appoints the officer, how they hear that a child has come into care, and who sees that it is in time?"
        case .enoughOfficers: "How many children may each officer hold, and what happens when it is more?"
        case .speaksWithChild:
            "How do officers make the time to see each child, and what do they do where a child does not want to?"
        case .voice: "How are children helped to say what they think, to run their own review, and to find an advocate?"
        case .consulted:
            "How does an officer hear of a move, or of anything else that changes a child’s life, before it is decided?"
        case .reviews: "Who plans the reviews, and how do officers see that risk, health and plans are looked at?"
        case .recordGiven: "Who writes up the decisions and the record, and what keeps the days?"
        case .betweenReviews: "When do officers look at what was decided, and what do they do when it is not done?"
        case .concerns: "How is a concern raised, with whom, and how is it taken higher?"
        case .independentAdvice:
            "How does an officer reach Cafcass, and who gives them legal advice that is not the authority’s?"
        case .independence:
            "Who manages the officers, and who sees that they are registered and have no part in the case?"
        case .oneOfficer: "How are brothers and sisters given one officer, and what happens when an officer leaves?"
        case .annualReport: "Who writes the report, who sees it before the public, and where is it published?"
        }
    }
}
