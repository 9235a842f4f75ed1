import Casework
import Days

/// One record that raised a signal, or one thing worked out from records, as a sentence for the person who must look.
public enum SignalFact: Hashable, Sendable {
    case missing(from: Day, until: Day?)
    case gapsShortening
    case longestYet(days: Int)
    case workerChanged(Day)
    case workerChangedWhileMissing(Day, missingFrom: Day)
    case legalStatus(LegalStatus, since: StartDay)
    case lookedAfter(since: StartDay)
    case months(Int, atLeast: Bool)
    case placement(PlacementType, since: StartDay)
    case placementEnded(PlacementType, Day, PlacementChangeReason)
    case earlierPlacements(Int)
    case ageAtPlacement(Int)
    case firstPlacementResidential(PlacementType)
    case notWithRelatives
    case socialWorkers(Int)
    case difficultiesScore(Int, CollectionYear)
    case miles(Double)
    case area(String)
    case age(Int)
    case birthDatesDisagree
    case noPermanenceCode
    case review(Day, Participation)
    case viewsMissingAgain(reviews: Int)
    case noAllocation(since: Day)
    case deprivationOrder(from: Day, until: Day?)
    case unaccompanied(until: Day?)

    public var sentence: String {
        switch self {
        case .missing(let from, let until?): "Missing from \(from.inWords) until \(until.inWords)."
        case .missing(let from, nil): "Missing from \(from.inWords); no return is recorded."
        case .gapsShortening: "The time between episodes is getting shorter."
        case .longestYet(let days): "The latest episode is the longest so far (\(Self.count(days, "day")))."
        case .workerChanged(let day): "The social worker changed on \(day.inWords)."
        case .workerChangedWhileMissing(let day, let from):
            "The social worker changed on \(day.inWords), while the child was missing from \(from.inWords)."
        case .legalStatus(let status, let since): "Legal status: \(status.meaning), \(Self.since(since))."
        case .lookedAfter(let since): "Looked after \(Self.since(since))."
        case .months(let months, let atLeast): "That is \(atLeast ? "at least " : "")\(Self.count(months, "month"))."
        case .placement(let type, let since): "Placement: \(type.meaning), \(Self.since(since))."
        case .placementEnded(let type, let day, let reason):
            "A placement (\(type.meaning)) ended on \(day.inWords): \(reason.meaning)."
        case .earlierPlacements(let count): "\(Self.count(count, "earlier placement")) in this time in care."
        case .ageAtPlacement(let age): "Aged \(age) when this placement started."
        case .firstPlacementResidential(let type): "The first placement was residential (\(type.meaning))."
        case .notWithRelatives: "The carers are not recorded as relatives or friends."
        case .socialWorkers(let count): "\(Self.count(count, "social worker")) in the last twelve months."
        case .difficultiesScore(let score, let year):
            "The strengths and difficulties total was \(score) in \(year); its conduct part is not in the return."
        case .miles(let miles): "The placement is \(miles) miles from home as the crow flies."
        case .area(let area): "The placement’s postcode is in \(area)."
        case .age(let age): "Aged \(age)."
        case .birthDatesDisagree: "Two birth dates are recorded; by the later one the child is younger."
        case .noPermanenceCode:
            "The return shows no placement order, decision to place for adoption or long-term fostering."
        case .review(let day, let participation): "Review on \(day.inWords): \(participation.meaning)."
        case .viewsMissingAgain(let reviews): "The last \(reviews) reviews were all without the child’s views."
        case .noAllocation(let since): "No social worker is recorded from \(since.inWords) on."
        case .deprivationOrder(let from, let until?):
            "An order was in force from \(from.inWords) and ended on \(until.inWords)."
        case .deprivationOrder(let from, nil): "An order has been in force since \(from.inWords)."
        case .unaccompanied(let until?): "An unaccompanied asylum-seeking child until \(until.inWords)."
        case .unaccompanied(nil): "An unaccompanied asylum-seeking child."
        }
    }

    private static func since(_ start: StartDay) -> String {
        start.isKnown ? "since \(start.day.inWords)" : "since \(start.day.inWords) or before"
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
