/// The events that stand, each in the place of the first event of its fact.
///
/// A fact is an event and everything that later corrects it, directly or through another correction; it says what the
/// last of these says. Retracting the first event takes the fact off the record; retracting a correction brings back
/// what it had replaced; retracting a retraction undoes it, and so on for as long as people change their minds. A
/// correction after a retraction brings the fact back.
///
/// `events` are one stream's, in the order of the journal. A correction of something that is not among them stands by
/// itself.
public func standing(_ events: [Recorded<ChildEvent>]) -> [(fact: EventID, event: Recorded<ChildEvent>)] {
    guard events.contains(where: { $0.corrects != nil }) else { return events.map { ($0.id, $0) } }
    var facts: [Fact] = []
    /// Which fact each event belongs to, retractions too.
    var place: [EventID: Int] = [:]
    for event in events {
        if let index = event.corrects.flatMap({ place[$0] }) {
            place[event.id] = index
        } else {
            place[event.id] = facts.count
            facts.append(Fact(name: event.id))
        }
    }
    let void = takenBack(events) { id in place[id].map { facts[$0].name != id } ?? false }
    for event in events where !void.contains(event.id) {
        guard let index = place[event.id] else { continue }
        let name = facts[index].name
        switch event.event {
        // One that took back a later event has done so. One that names the fact says that there is none.
        case .retracted: if event.corrects == name || event.id == name { facts[index].last = nil }
        default: facts[index].last = event
        }
    }
    return facts.compactMap { fact in fact.last.map { (fact.name, $0) } }
}

/// The corrections and retractions that a retraction takes back, unless it is taken back itself. Whatever takes an event
/// back comes after it, so they are settled last to first.
private func takenBack(_ events: [Recorded<ChildEvent>], _ mayBe: (EventID) -> Bool) -> Set<EventID> {
    var void: Set<EventID> = []
    for event in events.reversed() {
        guard case .retracted = event.event, let target = event.corrects, mayBe(target), !void.contains(event.id) else {
            continue
        }
        void.insert(target)
    }
    return void
}

private struct Fact {
    /// The first event: what corrections name.
    let name: EventID
    /// The last event that says what the fact is; nil where it is off the record.
    var last: Recorded<ChildEvent>?
}

/// The events that stand: see ``standing(_:)``.
public func effective(_ events: [Recorded<ChildEvent>]) -> [Recorded<ChildEvent>] { standing(events).map(\.event) }
