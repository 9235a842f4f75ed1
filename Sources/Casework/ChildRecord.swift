import Days

/// A child's record: what the journal holds about one child, folded into the facts that stand.
///
/// Each area keeps its own facts, in the order of their own dates. Applying an event never fails and never reads another
/// area; corrections are resolved before (see ``effective(_:)``). Nothing here knows what day it is: ask ``asAt(_:)``.
public struct ChildRecord: Hashable, Sendable {
    public let id: ChildID
    public internal(set) var identity = Identity()
    public internal(set) var unaccompanied: Unaccompanied?
    /// By first day.
    public internal(set) var episodes: [HeldEpisode] = []
    public internal(set) var reviews: [HeldReview] = []
    public internal(set) var missing: [MissingEpisode] = []
    /// By year.
    public internal(set) var yearlyOutcomes: [HeldOutcomes] = []
    public internal(set) var adoptionDecisions: [AdoptionDecision] = []
    public internal(set) var adoptionMatches: [HeldMatch] = []
    public internal(set) var previousPermanence: [HeldPermanence] = []
    public internal(set) var leavingCareContacts: [HeldContact] = []
    public internal(set) var allocations: [Allocation] = []
    public internal(set) var deprivations: [DeprivationOfLiberty] = []
    /// What people recorded here and signed, by its day.
    public internal(set) var records: [HeldRecord] = []
    public internal(set) var thread = ChildThread()
    /// What auditors found assessments to be worth, by day.
    public internal(set) var audits: [AssessmentAudit] = []
    /// Copies of them that were made for readers, by day.
    public internal(set) var copies: [HeldCopy] = []
    /// Copies that were given otherwise, as somebody wrote them down, by day.
    public internal(set) var copiesGiven: [CopyGiven] = []
    /// What was said of brothers and sisters, by its day; the last word of each stands.
    public internal(set) var siblings: [SiblingLink] = []
    /// What was said because the child may not be safe, in the order it was said.
    public internal(set) var urgent: [UrgentCall] = []
    /// Files about the child, by the day they are of.
    public internal(set) var documents: [HeldDocument] = []
    /// Records that were found to be about another child and taken off this one, in the order they were.
    public internal(set) var sealed: [SealedRecord] = []
    /// What was answered to things to join up, in the order it was answered.
    public internal(set) var joinAnswers: [HeldJoinAnswer] = []
    /// What second readers said of what was closed, in the order they did.
    public internal(set) var readings: [SecondReading] = []
    public internal(set) var setAside: [HeldSetAside] = []
    /// Nil where nothing but the roles stands around the record.
    public internal(set) var protection: RecordProtection?
    /// How many events this version does not recognise.
    public internal(set) var unrecognised = 0

    public init(id: ChildID) { self.id = id }

    /// Whether a record of that kind that is about that day is signed here.
    func hasSigned(_ kind: RecordKind, of day: Day) -> Bool { records.contains { $0.kind == kind && $0.day == day } }

    /// The record that `events` make: corrections resolved, then folded in order.
    public init(id: ChildID, folding events: [Recorded<ChildEvent>]) {
        self.init(id: id)
        let standing = standing(events)
        // What was put right was signed when its first version was; where that is erased, nobody can say when.
        let corrected = Set(standing.lazy.filter { $0.fact != $0.event.id }.map(\.fact))
        var first: [EventID: Instant] = [:]
        for event in events where event.corrects == nil && corrected.contains(event.id) {
            first[event.id] = event.event.carried?.signedAt ?? event.recorded
        }
        for (fact, event) in standing {
            apply(
                event.event, origin: Origin(fact, event.source), version: event.id,
                recorded: event.corrects == nil ? event.recorded : first[fact])
        }
    }
}

extension ChildRecord {
    /// Adds one event to what is known. The event is the latest of its stream and corrects nothing.
    ///
    /// - Parameters:
    ///   - version: The event itself, where it is a later version of the fact; nil where it is the fact's first.
    ///   - recorded: When the fact was first written down; nil where that is not known.
    public mutating func apply(
        _ event: ChildEvent, origin: Origin, version: EventID? = nil, recorded: Instant? = nil
    ) {
        switch event {
        case .identity(let event): apply(event, origin)
        case .episode(let event): apply(event, origin)
        case .reviewHeld(let review): reviews.insertInOrder(HeldReview(review: review, origin: origin), by: \.day)
        case .missing(let event): apply(event, origin)
        case .yearlyOutcomes(let outcomes):
            yearlyOutcomes.insertInOrder(HeldOutcomes(outcomes: outcomes, origin: origin), by: \.outcomes.year)
        case .adoption(let event): apply(event, origin)
        case .previousPermanence(let permanence):
            previousPermanence.append(HeldPermanence(permanence: permanence, origin: origin))
        case .leavingCareContact(let contact):
            leavingCareContacts.insertInOrder(HeldContact(contact: contact, origin: origin), by: \.contact.year)
        case .worker(let event): apply(event, origin)
        case .deprivation(let event): apply(event, origin)
        case .signed(let record): take(record, origin, signed: recorded)
        case .corrected(let record, let retired):
            take(record, origin, version: version, signed: recorded)
            thread.retire(retired, on: record.day)
        case .copyMade(let copy): copies.insertInOrder(HeldCopy(copy, origin), by: \.day)
        case .sibling(let said): siblings.insertInOrder(SiblingLink(said, origin), by: \.since)
        case .protection(let event): apply(event)
        case .urgent(let event): apply(event, origin)
        case .wrongChild(let event): apply(event, origin)
        case .join(let event): apply(event, origin)
        case .document(let event): apply(event, origin)
        case .setAside(let row): setAside.append(HeldSetAside(row, origin))
        case .retracted: break
        case .unrecognised: unrecognised += 1
        }
    }

    mutating func take(_ record: SignedRecord, _ origin: Origin, version: EventID? = nil, signed: Instant? = nil) {
        records.insertInOrder(
            HeldRecord(record, origin, version: version ?? origin.event, signed: signed), by: \.day)
        thread.take(record, origin)
        if let audit = AssessmentAudit(record, origin) { audits.insertInOrder(audit, by: \.on) }
        for copy in CopyGiven.all(record, origin) { copiesGiven.insertInOrder(copy, by: \.since) }
    }

    private mutating func apply(_ event: IdentityEvent, _ origin: Origin) {
        switch event {
        case .numbered(let number): identity.ssda903 = number
        case .described(let details): (identity.details, identity.described) = (details, origin)
        case .alsoDescribed(let birthDate, let sex):
            if let birthDate { identity.otherBirthDates.append((birthDate, origin)) }
            if !sex.isBlank { identity.otherSexes.append((sex, origin)) }
        case .named(let name): identity.names.take(name, origin)
        case .formerlyNamed(let name): identity.names.keepFormer(name)
        case .unaccompanied(let until): unaccompanied = Unaccompanied(until: until, origin: origin)
        }
    }

    private mutating func apply(_ event: EpisodeEvent, _ origin: Origin) {
        switch event {
        case .started(let episode):
            episodes.insertInOrder(HeldEpisode(episode: episode, origin: origin), by: \.start)
        case .ended(let start, let end):
            guard let index = episodes.lastIndex(where: { $0.start == start }) else { return }
            (episodes[index].end, episodes[index].endOrigin) = (end, origin)
        }
    }

    private mutating func apply(_ event: MissingEvent, _ origin: Origin) {
        switch event {
        case .started(let day, let kind):
            missing.insertInOrder(MissingEpisode(start: day, kind: kind, origin: origin), by: \.start)
        case .returned(let started, let day):
            guard let index = missing.lastIndex(where: { $0.start == started }) else { return }
            (missing[index].end, missing[index].endOrigin) = (day, origin)
        }
    }

    private mutating func apply(_ event: AdoptionEvent, _ origin: Origin) {
        switch event {
        case .decided(let day):
            let decision = AdoptionDecision(
                decided: day, origin: origin, ceasedReason: AdoptionCeasedReason(.blank))
            adoptionDecisions.insertInOrder(decision, by: \.decided)
        case .ceased(let decided, let day, let reason):
            guard let index = adoptionDecisions.lastIndex(where: { $0.decided == decided }) else { return }
            (adoptionDecisions[index].ceased, adoptionDecisions[index].ceasedReason) = (day, reason)
            adoptionDecisions[index].ceasedOrigin = origin
        case .matched(let match): adoptionMatches.append(HeldMatch(match: match, origin: origin))
        }
    }

    private mutating func apply(_ event: WorkerEvent, _ origin: Origin) {
        switch event {
        case .allocated(let worker, let role, let day, let reason):
            allocations.insertInOrder(
                Allocation(worker: worker, role: role, start: day, reason: reason, origin: origin), by: \.start)
        case .ended(let worker, let role, let started, let day):
            guard
                let index = allocations.lastIndex(where: {
                    $0.start == started && $0.role == role && $0.worker == worker
                })
            else { return }
            (allocations[index].end, allocations[index].endOrigin) = (day, origin)
        }
    }

    private mutating func apply(_ event: DeprivationEvent, _ origin: Origin) {
        switch event {
        case .started(let day):
            deprivations.insertInOrder(DeprivationOfLiberty(start: day, origin: origin), by: \.start)
        case .ended(let started, let day):
            guard let index = deprivations.lastIndex(where: { $0.start == started }) else { return }
            (deprivations[index].end, deprivations[index].endOrigin) = (day, origin)
        }
    }
}

extension Array {
    /// Puts `element` behind every element whose key is not greater: facts of one day keep the order they were told in.
    mutating func insertInOrder<Key: Comparable>(_ element: Element, by key: (Element) -> Key) {
        var index = endIndex
        let own = key(element)
        while index > startIndex, own < key(self[index - 1]) { index -= 1 }
        insert(element, at: index)
    }
}
