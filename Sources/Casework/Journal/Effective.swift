/// The events that stand, each in the place of the first event of its fact.
///
/// A fact is an event and everything that later corrects it, directly or through another correction; it says what the
/// last of these says. Retracting the first event takes the fact off the record; retracting a correction brings back
/// what it had replaced; retracting a retraction undoes it. A correction after a retraction brings the fact back.
///
/// `events` are one stream's, in the order of the journal. A correction of something that is not among them stands by
/// itself.
func standing(_ events: [Recorded<ChildEvent>]) -> [(fact: EventID, event: Recorded<ChildEvent>)] {
    guard events.contains(where: { $0.corrects != nil }) else { return events.map { ($0.id, $0) } }
    var facts: [Fact] = []
    /// Which fact each event belongs to, retractions too.
    var place: [EventID: Int] = [:]
    for event in events {
        guard let target = event.corrects, let index = place[target] else {
            place[event.id] = facts.count
            facts.append(Fact(event))
            continue
        }
        place[event.id] = index
        if case .retracted = event.event, target != facts[index].name {
            facts[index].versions.removeAll { $0.id == target }
        } else {
            facts[index].versions.append(event)
        }
    }
    return facts.compactMap { fact in
        guard let last = fact.versions.last else { return nil }
        if case .retracted = last.event { return nil }
        return (fact.name, last)
    }
}

private struct Fact {
    /// The first event: what corrections name.
    let name: EventID
    /// What it said, first to last. A retraction of the whole fact is a version that says nothing.
    var versions: [Recorded<ChildEvent>]

    init(_ first: Recorded<ChildEvent>) {
        name = first.id
        versions = [first]
    }
}

/// The events that stand: see ``standing(_:)``.
public func effective(_ events: [Recorded<ChildEvent>]) -> [Recorded<ChildEvent>] { standing(events).map(\.event) }
