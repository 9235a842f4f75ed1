import Casework
import Days

/// A day in a child's record on which clocks start, with what a rule may ask about it.
struct Occasion {
    /// What kinds of day there are. Every standard hangs on one of these, or on nothing that a return holds.
    enum Kind: Int, Sendable, CaseIterable {
        case careBegan, shortBreaksBegan, lookedAfterForYear, careEnded
        case placementBegan, yearInPlacement, placementEnded
        case legalStatusBegan
        case reviewHeld, secondReview
        case missingBegan, missingEnded
        case adoptionDecided
        case yearlyOutcomes
        case becameEligible
        case liberty
        case leftCare
        case visitMade, healthAssessed, pathwayPlanned, assessmentBegun
        case carePlanned, placementPlanned, reviewInMeetings, needsAssessed, educationPlanned, decisionMade
        case concernRaised, disputeBegun
    }

    let trigger: StartDay
    let because: Trigger
    /// Since when nothing that it started is owed any more; nil while it is.
    var stop: Stop?
    /// What is not known where the trigger is only "on or before" and there is therefore no day to count from. Empty where
    /// the day counts all the same.
    var unknownStart: Facts = []
    /// The place of the stretch it lies in.
    var stretch = 0
    /// The place of the placement, legal spell, review or episode it is about in the child's own list of them.
    var index = 0

    var day: Day { trigger.day }
}

extension Occasion.Kind {
    /// The areas of a record that the day itself is found in.
    var reads: Set<Area> {
        switch self {
        case .careBegan, .shortBreaksBegan, .lookedAfterForYear, .careEnded: [.episodes]
        case .placementBegan, .yearInPlacement, .placementEnded, .legalStatusBegan: [.episodes]
        case .reviewHeld, .secondReview: [.episodes, .reviews, .recorded]
        case .missingBegan, .missingEnded: [.missing]
        case .adoptionDecided: [.episodes, .adoption]
        case .yearlyOutcomes: [.episodes, .yearlyOutcomes]
        case .becameEligible: [.episodes, .identity]
        case .liberty: [.episodes, .deprivation]
        case .leftCare: [.episodes, .identity, .leavingCare]
        case .visitMade, .healthAssessed, .pathwayPlanned, .assessmentBegun, .carePlanned, .placementPlanned,
            .reviewInMeetings, .needsAssessed, .educationPlanned, .decisionMade, .concernRaised, .disputeBegun:
            [.episodes, .recorded]
        }
    }

    /// Whether only a record signed here can tell of it.
    var isSignedHere: Bool {
        switch self {
        case .visitMade, .healthAssessed, .pathwayPlanned, .assessmentBegun, .carePlanned, .placementPlanned,
            .reviewInMeetings, .needsAssessed, .educationPlanned, .decisionMade, .concernRaised, .disputeBegun:
            true
        default: false
        }
    }

    /// In the words of the catalogue's table.
    var title: String {
        switch self {
        case .careBegan: "care begins"
        case .shortBreaksBegan: "a series of short breaks begins"
        case .lookedAfterForYear: "twelve months of care"
        case .careEnded: "care ends"
        case .placementBegan: "a placement begins"
        case .yearInPlacement: "twelve months in a placement"
        case .placementEnded: "a placement ends"
        case .legalStatusBegan: "a legal status begins"
        case .reviewHeld: "a review is held"
        case .secondReview: "the second review is held"
        case .missingBegan: "a child goes missing"
        case .missingEnded: "a child returns from being missing"
        case .adoptionDecided: "adoption is decided on"
        case .yearlyOutcomes: "a year’s outcomes are returned"
        case .becameEligible: "a young person becomes eligible"
        case .liberty: "an order deprives a child of liberty"
        case .leftCare: "a care leaver’s birthday"
        case .visitMade: "a visit is signed here"
        case .healthAssessed: "a health assessment held is signed here"
        case .pathwayPlanned: "a pathway plan is signed here"
        case .assessmentBegun: "a manager sets a day for an assessment"
        case .carePlanned: "a care plan is signed here"
        case .placementPlanned: "a placement plan is signed here"
        case .reviewInMeetings: "a review of several meetings is signed here"
        case .needsAssessed: "an assessment for leaving care is signed here"
        case .educationPlanned: "a personal education plan is signed here"
        case .concernRaised: "an IRO raises a concern"
        case .disputeBegun: "an IRO begins a formal dispute"
        case .decisionMade: "a review that is signed here decides something"
        }
    }
}
