import Days

/// How each event is written: a kind that is never reused and a layout that is never changed. A layout that must change
/// gets the next schema, and the old one is read here for ever.
extension ChildEvent {
    private enum Kind: UInt16 {
        case retracted = 1
        case numbered = 10
        case described = 11
        case alsoDescribed = 12
        case unaccompanied = 13
        case named = 14
        case formerlyNamed = 15
        case episodeStarted = 20
        case episodeEnded = 21
        case reviewHeld = 30
        case missingStarted = 40
        case missingReturned = 41
        case yearlyOutcomes = 50
        case adoptionDecided = 60
        case adoptionCeased = 61
        case adoptionMatched = 62
        case previousPermanence = 70
        case leavingCareContact = 80
        case workerAllocated = 90
        case workerEnded = 91
        case deprivationStarted = 100
        case deprivationEnded = 101
        case recordSigned = 210
        case copyMade = 240
        case recordCorrected = 211
        case restricted = 110
        case lifted = 111
        case sealed = 112
        case unsealed = 113
        case urgentlySaid = 220
        case urgentAcknowledged = 221
        case urgentActed = 222
        case urgentAdded = 246
        case urgentTakenBack = 247
        case recordSealed = 225
        case recordMovedHere = 226
        case breachWritten = 227
        case joinAnswered = 230
        case joinSeconded = 231
        case secondRead = 232
        case siblingSaid = 237
        case documentAdded = 241
        case documentMovedHere = 242
        case setAside = 900
    }

    /// The event as the journal holds it.
    public var body: StoredBody {
        if case .unrecognised(let body) = self { return body }
        var writer = ByteWriter()
        let kind = write(to: &writer)
        return StoredBody(kind: kind.rawValue, schema: 1, bytes: writer.bytes)
    }

    private func write(to writer: inout ByteWriter) -> Kind {
        switch self {
        case .identity(let event): return ChildEvent.write(event, to: &writer)
        case .episode(.started(let episode)):
            writer.put(episode.start)
            writer.put(episode.reason)
            writer.put(episode.legalStatus)
            writer.put(episode.need)
            writer.put(episode.placement)
            writer.put(episode.provider)
            writer.put(episode.homePostcode)
            writer.put(episode.placementPostcode)
            writer.put(episode.urn)
            return .episodeStarted
        case .episode(.ended(let start, let end)):
            writer.put(start)
            writer.put(end.day)
            writer.put(end.ending)
            writer.put(end.reason)
            return .episodeEnded
        case .reviewHeld(let review):
            writer.put(review.day)
            writer.put(review.participation)
            return .reviewHeld
        case .missing(.started(let day, let kind)):
            writer.put(day)
            writer.put(kind)
            return .missingStarted
        case .missing(.returned(let started, let day)):
            writer.put(started)
            writer.put(day)
            return .missingReturned
        case .yearlyOutcomes(let outcomes):
            ChildEvent.write(outcomes, to: &writer)
            return .yearlyOutcomes
        case .adoption(let event): return ChildEvent.write(event, to: &writer)
        case .previousPermanence(let permanence):
            writer.put(permanence.option)
            writer.put(permanence.authority)
            writer.put(permanence.day)
            return .previousPermanence
        case .leavingCareContact(let contact):
            writer.put(contact.year)
            writer.put(contact.inTouch)
            writer.put(contact.activity)
            writer.put(contact.accommodation)
            return .leavingCareContact
        case .worker(.allocated(let worker, let role, let day, let reason)):
            writer.put(worker)
            writer.put(role.rawValue)
            writer.put(day)
            writer.put(reason)
            return .workerAllocated
        case .worker(.ended(let worker, let role, let started, let day)):
            writer.put(worker)
            writer.put(role.rawValue)
            writer.put(started)
            writer.put(day)
            return .workerEnded
        case .deprivation(.started(let day)):
            writer.put(day)
            return .deprivationStarted
        case .deprivation(.ended(let started, let day)):
            writer.put(started)
            writer.put(day)
            return .deprivationEnded
        case .signed(let record):
            record.write(to: &writer)
            return .recordSigned
        case .copyMade(let copy):
            copy.write(to: &writer)
            return .copyMade
        case .corrected(let record, let retired):
            writer.put(retired.map(\.name))
            record.write(to: &writer)
            return .recordCorrected
        case .sibling(let said):
            said.write(to: &writer)
            return .siblingSaid
        case .protection(let event): return ChildEvent.write(event, to: &writer)
        case .urgent(.said(let word)):
            word.write(to: &writer)
            return .urgentlySaid
        case .urgent(.acknowledged(let word, let by, let at)):
            writer.put(word)
            writer.put(by)
            writer.put(at)
            return .urgentAcknowledged
        case .urgent(.acted(let word, let action)):
            writer.put(word)
            action.write(to: &writer)
            return .urgentActed
        case .urgent(.added(let word, let addition)):
            writer.put(word)
            addition.write(to: &writer)
            return .urgentAdded
        case .urgent(.takenBack(let word, let taken)):
            writer.put(word)
            taken.write(to: &writer)
            return .urgentTakenBack
        case .wrongChild(.sealed(let sealing)):
            sealing.write(to: &writer)
            return .recordSealed
        case .wrongChild(.movedHere(let record, let carried)):
            carried.write(to: &writer)
            record.write(to: &writer)
            return .recordMovedHere
        case .wrongChild(.breach(let record, let entry)):
            writer.put(record)
            entry.write(to: &writer)
            return .breachWritten
        case .join(.answered(let answer)):
            answer.write(to: &writer)
            return .joinAnswered
        case .join(.seconded(let answer, let second)):
            writer.put(answer)
            second.write(to: &writer)
            return .joinSeconded
        case .join(.read(let reading)):
            reading.write(to: &writer)
            return .secondRead
        case .document(.added(let document)):
            document.write(to: &writer)
            return .documentAdded
        case .document(.movedHere(let document, let carried)):
            carried.write(to: &writer)
            document.write(to: &writer)
            return .documentMovedHere
        case .setAside(let row):
            writer.put(row.table)
            writer.put(row.year)
            writer.put(row.cells)
            writer.put(row.why)
            return .setAside
        case .retracted, .unrecognised: return .retracted
        }
    }

    private static func write(_ event: IdentityEvent, to writer: inout ByteWriter) -> Kind {
        switch event {
        case .numbered(let number):
            writer.put(number)
            return .numbered
        case .described(let details):
            writer.put(details.birthDate)
            writer.put(details.sex)
            writer.put(details.ethnicity)
            writer.put(details.upn)
            writer.put(details.isMother)
            writer.put(details.motherOfChildBorn)
            return .described
        case .alsoDescribed(let birthDate, let sex):
            writer.put(birthDate)
            writer.put(sex)
            return .alsoDescribed
        case .unaccompanied(let until):
            writer.put(until)
            return .unaccompanied
        case .named(let name):
            writer.put(name.given)
            writer.put(name.family)
            writer.put(name.knownAs)
            writer.put(name.pronouns)
            return .named
        case .formerlyNamed(let name):
            writer.put(name)
            return .formerlyNamed
        }
    }

    private static func write(_ outcomes: YearlyOutcomes, to writer: inout ByteWriter) {
        writer.put(outcomes.year)
        writer.put(small: outcomes.sdqScore)
        writer.put(outcomes.sdqReason)
        writer.put(outcomes.convicted)
        writer.put(outcomes.developmentChecks)
        writer.put(outcomes.immunisations)
        writer.put(outcomes.dentalCheck)
        writer.put(outcomes.healthAssessment)
        writer.put(outcomes.substanceMisuse)
        writer.put(outcomes.interventionReceived)
        writer.put(outcomes.interventionOffered)
    }

    private static func write(_ event: AdoptionEvent, to writer: inout ByteWriter) -> Kind {
        switch event {
        case .decided(let day):
            writer.put(day)
            return .adoptionDecided
        case .ceased(let decided, let day, let reason):
            writer.put(decided)
            writer.put(day)
            writer.put(reason)
            return .adoptionCeased
        case .matched(let match):
            writer.put(match.placed)
            writer.put(match.matched)
            writer.put(match.wereFosterCarers)
            writer.put(small: match.numberOfAdopters)
            writer.put(match.sexOfAdopters)
            writer.put(match.legalStatusOfAdopters)
            return .adoptionMatched
        }
    }

    private static func write(_ event: ProtectionEvent, to writer: inout ByteWriter) -> Kind {
        writer.put(event.order.by)
        writer.put(event.order.reason)
        switch event {
        case .restricted(let restriction, _):
            writer.put(restriction.named)
            writer.put(restriction.parties)
            return .restricted
        case .lifted: return .lifted
        case .sealed(let seal, _):
            writer.put(seal.rawValue)
            return .sealed
        case .unsealed: return .unsealed
        }
    }

    /// Reads an event from the journal. What is not understood, or does not read to its last byte, is `unrecognised`.
    public init(kind: UInt16, schema: UInt16, bytes: UnsafeRawBufferPointer) {
        var reader = ByteReader(bytes)
        if schema == 1, let known = Kind(rawValue: kind), let event = ChildEvent(known, from: &reader),
            reader.isComplete
        {
            self = event
        } else {
            self = .unrecognised(StoredBody(kind: kind, schema: schema, bytes: Array(bytes)))
        }
    }

    public init(_ body: StoredBody) {
        self = body.bytes.withUnsafeBytes { ChildEvent(kind: body.kind, schema: body.schema, bytes: $0) }
    }

    private init?(_ kind: Kind, from reader: inout ByteReader) {
        switch kind {
        case .retracted: self = .retracted
        case .numbered: self = .identity(.numbered(ssda903: reader.text()))
        case .described:
            self = .identity(
                .described(
                    ChildDetails(
                        birthDate: reader.optionalDay(), sex: reader.set(), ethnicity: reader.set(), upn: reader.text(),
                        isMother: reader.flag(), motherOfChildBorn: reader.optionalDay())))
        case .alsoDescribed: self = .identity(.alsoDescribed(birthDate: reader.optionalDay(), sex: reader.set()))
        case .unaccompanied: self = .identity(.unaccompanied(until: reader.optionalDay()))
        case .named:
            self = .identity(
                .named(
                    ChildName(
                        given: reader.text(), family: reader.text(), knownAs: reader.text(), pronouns: reader.text())))
        case .formerlyNamed: self = .identity(.formerlyNamed(reader.text()))
        case .episodeStarted:
            self = .episode(
                .started(
                    Episode(
                        start: reader.day(), reason: reader.set(), legalStatus: reader.set(), need: reader.set(),
                        placement: reader.set(), provider: reader.set(), homePostcode: reader.code(),
                        placementPostcode: reader.code(), urn: reader.code())))
        case .episodeEnded:
            self = .episode(
                .ended(
                    start: reader.day(), EpisodeEnd(day: reader.day(), ending: reader.set(), reason: reader.set())))
        case .reviewHeld: self = .reviewHeld(Review(day: reader.day(), participation: reader.set()))
        case .missingStarted: self = .missing(.started(reader.day(), reader.set()))
        case .missingReturned: self = .missing(.returned(started: reader.day(), reader.day()))
        case .yearlyOutcomes:
            self = .yearlyOutcomes(
                YearlyOutcomes(
                    year: reader.year(), sdqScore: reader.small(), sdqReason: reader.code(), convicted: reader.flag(),
                    developmentChecks: reader.flag(), immunisations: reader.flag(), dentalCheck: reader.flag(),
                    healthAssessment: reader.flag(), substanceMisuse: reader.flag(),
                    interventionReceived: reader.flag(),
                    interventionOffered: reader.flag()))
        case .adoptionDecided: self = .adoption(.decided(reader.day()))
        case .adoptionCeased: self = .adoption(.ceased(decided: reader.day(), reader.day(), reader.set()))
        case .adoptionMatched:
            self = .adoption(
                .matched(
                    AdoptionMatch(
                        placed: reader.optionalDay(), matched: reader.optionalDay(), wereFosterCarers: reader.flag(),
                        numberOfAdopters: reader.small(), sexOfAdopters: reader.code(),
                        legalStatusOfAdopters: reader.code())))
        case .previousPermanence:
            self = .previousPermanence(
                PreviousPermanence(option: reader.code(), authority: reader.code(), day: reader.optionalDay()))
        case .leavingCareContact:
            self = .leavingCareContact(
                LeavingCareContact(
                    year: reader.year(), inTouch: reader.code(), activity: reader.code(), accommodation: reader.code()))
        case .workerAllocated, .workerEnded:
            let worker = reader.text()
            guard let role = AllocationRole(rawValue: reader.byte()) else { return nil }
            self =
                kind == .workerAllocated
                ? .worker(.allocated(worker: worker, role, reader.day(), reader.set()))
                : .worker(.ended(worker: worker, role, started: reader.day(), reader.day()))
        case .deprivationStarted: self = .deprivation(.started(reader.day()))
        case .deprivationEnded: self = .deprivation(.ended(started: reader.day(), reader.day()))
        case .recordSigned:
            guard let record = SignedRecord(from: &reader) else { return nil }
            self = .signed(record)
        case .copyMade:
            guard let copy = CopyMade(from: &reader) else { return nil }
            self = .copyMade(copy)
        case .siblingSaid:
            guard let said = SiblingSaid(from: &reader) else { return nil }
            self = .sibling(said)
        case .recordCorrected:
            let retired = reader.texts().map(ItemID.init(unchecked:))
            guard let record = SignedRecord(from: &reader) else { return nil }
            self = .corrected(record, retired: retired)
        case .restricted:
            let order = reader.order()
            self = .protection(.restricted(Restriction(named: reader.texts(), parties: reader.texts()), order))
        case .lifted: self = .protection(.lifted(reader.order()))
        case .sealed:
            let order = reader.order()
            guard let seal = Seal(rawValue: reader.byte()) else { return nil }
            self = .protection(.sealed(seal, order))
        case .unsealed: self = .protection(.unsealed(reader.order()))
        case .urgentlySaid:
            guard let word = UrgentWord(from: &reader) else { return nil }
            self = .urgent(.said(word))
        case .urgentAcknowledged:
            self = .urgent(.acknowledged(word: reader.event(), by: reader.text(), at: reader.instant()))
        case .urgentActed: self = .urgent(.acted(word: reader.event(), UrgentAction(from: &reader)))
        case .urgentAdded:
            let word = reader.event()
            guard let addition = UrgentAddition(from: &reader) else { return nil }
            self = .urgent(.added(word: word, addition))
        case .urgentTakenBack: self = .urgent(.takenBack(word: reader.event(), UrgentTakenBack(from: &reader)))
        case .recordSealed: self = .wrongChild(.sealed(Sealing(from: &reader)))
        case .recordMovedHere:
            let carried = Carried(from: &reader)
            guard let record = SignedRecord(from: &reader) else { return nil }
            self = .wrongChild(.movedHere(record, carried))
        case .breachWritten:
            let record = reader.event()
            guard let entry = BreachEntry(from: &reader) else { return nil }
            self = .wrongChild(.breach(record: record, entry))
        case .joinAnswered:
            guard let answer = JoinAnswer(from: &reader) else { return nil }
            self = .join(.answered(answer))
        case .joinSeconded:
            let answer = reader.event()
            guard let second = JoinSecond(from: &reader) else { return nil }
            self = .join(.seconded(answer: answer, second))
        case .secondRead:
            guard let reading = SecondReading(from: &reader) else { return nil }
            self = .join(.read(reading))
        case .documentAdded:
            guard let document = Document(from: &reader) else { return nil }
            self = .document(.added(document))
        case .documentMovedHere:
            let carried = Carried(from: &reader)
            guard let document = Document(from: &reader) else { return nil }
            self = .document(.movedHere(document, carried))
        case .setAside:
            self = .setAside(
                SetAside(table: reader.text(), year: reader.year(), cells: reader.text(), why: reader.text()))
        }
    }
}

extension ByteReader {
    fileprivate mutating func order() -> ProtectionEvent.Order {
        ProtectionEvent.Order(by: text(), reason: text())
    }
}
