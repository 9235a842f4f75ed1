import Casework
import Days
import Standards
import TestSupport

/// The duties of one standard, each in a line: the day that started it (≤ where it is only on or before), the last day in
/// time (- where there is none), and how it stands, with the days late.
func told(_ id: String, _ record: ChildRecord, _ asAt: String, _ context: Context = covered()) -> [String] {
    duties(id, record, asAt, context).map { duty in
        let days = duty.standing.daysLate.map { " \($0)" } ?? ""
        return
            "\(duty.trigger.isKnown ? "" : "≤")\(duty.trigger.day) \(duty.due.map { "\($0)" } ?? "-") \(duty.standing.key)\(days)"
    }
}

func duties(_ id: String, _ record: ChildRecord, _ asAt: String, _ context: Context = covered()) -> [Duty] {
    Catalogue.duties(of: ChildAsAt(record, day(asAt)), context).filter { Catalogue.standard(of: $0).id == id }
}

/// What is missing from each duty of a standard that is unknown.
func missingFacts(_ id: String, _ record: ChildRecord, _ asAt: String, _ context: Context = covered()) -> [Facts] {
    duties(id, record, asAt, context).compactMap { if case .unknown(let facts) = $0.standing { facts } else { nil } }
}

/// The ids of the standards under which a child has any duty.
func ids(_ record: ChildRecord, _ asAt: String, _ context: Context = covered()) -> Set<String> {
    Set(Catalogue.duties(of: ChildAsAt(record, day(asAt)), context).map { Catalogue.standard(of: $0).id })
}

/// A context with the made-up postcodes, in the area E1.
func inAreaE1() -> Context {
    var context = covered()
    context.places = TwoPlaces()
    context.settings.authorityArea = "E1"
    return context
}

func born(_ first: String, or second: String, _ events: [ChildEvent]...) -> ChildRecord {
    record(
        born: first,
        [[.identity(.alsoDescribed(birthDate: day(second), sex: ""))]].flatMap { $0 } + events.flatMap { $0 })
}
