import Casework
import Days

extension Seeded {
    /// An event of any area with any values, likely or not: for laws about what is written, and about what reads it.
    public mutating func event() -> ChildEvent {
        let day = anyDay()
        switch number(0...41) {
        case 0: return .identity(.numbered(ssda903: anyText()))
        case 1:
            return .identity(
                .described(
                    ChildDetails(
                        birthDate: chance(80) ? day : nil, sex: pick(Drawn.sexes), ethnicity: Ethnicity(anyCode()),
                        upn: anyText(), isMother: anyFlag(), motherOfChildBorn: chance(20) ? anyDay() : nil)))
        case 2: return .identity(.alsoDescribed(birthDate: chance(80) ? day : nil, sex: pick(Drawn.sexes)))
        case 3: return .identity(.unaccompanied(until: chance(60) ? day : nil))
        case 4, 5:
            return .episode(
                .started(
                    Episode(
                        start: day, reason: pick(["S", "L", "P", "T", "B", "U", ""]),
                        legalStatus: pick(pick(Drawn.waysIntoCare)), need: CategoryOfNeed(anyCode()),
                        placement: pick(Drawn.placements), provider: PlacementProvider(anyCode()),
                        homePostcode: anyCode(), placementPostcode: anyCode(), urn: anyCode())))
        case 6:
            return .episode(
                .ended(
                    start: day,
                    EpisodeEnd(day: anyDay(), ending: pick(Drawn.endings), reason: pick(Drawn.whyPlacementsEnd))))
        case 7, 8: return .reviewHeld(Review(day: day, participation: pick(Drawn.participation)))
        case 9: return .missing(.started(day, pick(["M", "A", ""])))
        case 10: return .missing(.returned(started: day, anyDay()))
        case 11:
            return .yearlyOutcomes(
                YearlyOutcomes(
                    year: anyYear(), sdqScore: chance(60) ? number(0...40) : nil, sdqReason: anyCode(),
                    convicted: anyFlag(), developmentChecks: anyFlag(), immunisations: anyFlag(),
                    dentalCheck: anyFlag(), healthAssessment: anyFlag(), substanceMisuse: anyFlag(),
                    interventionReceived: anyFlag(), interventionOffered: anyFlag()))
        case 12: return .adoption(.decided(day))
        case 13: return .adoption(.ceased(decided: day, anyDay(), AdoptionCeasedReason(anyCode())))
        case 14:
            return .adoption(
                .matched(
                    AdoptionMatch(
                        placed: chance(70) ? day : nil, matched: chance(70) ? anyDay() : nil,
                        wereFosterCarers: anyFlag(), numberOfAdopters: chance(70) ? number(0...254) : nil,
                        sexOfAdopters: anyCode(), legalStatusOfAdopters: anyCode())))
        case 15:
            return .previousPermanence(
                PreviousPermanence(option: anyCode(), authority: anyCode(), day: chance(60) ? day : nil))
        case 16:
            return .leavingCareContact(
                LeavingCareContact(
                    year: anyYear(), inTouch: anyCode(), activity: anyCode(), accommodation: anyCode()))
        case 17:
            return .worker(
                .allocated(worker: anyText(), pick(AllocationRole.allCases), day, WorkerChangeReason(anyCode())))
        case 18: return .worker(.ended(worker: anyText(), pick(AllocationRole.allCases), started: day, anyDay()))
        case 19: return chance(50) ? .deprivation(.started(day)) : .deprivation(.ended(started: day, anyDay()))
        case 20:
            return .identity(
                .named(
                    ChildName(given: anyText(), family: anyText(), knownAs: anyText(), pronouns: anyText())))
        case 21: return .identity(.formerlyNamed(anyText()))
        case 22: return .signed(anyRecord(day))
        case 23:
            let restriction = Restriction(
                named: [anyText(), anyText()], parties: chance(50) ? [anyText()] : [])
            return .protection(.restricted(restriction, anyOrder()))
        case 24: return .protection(.lifted(anyOrder()))
        case 25: return .protection(.sealed(pick(Seal.allCases), anyOrder()))
        case 26: return .protection(.unsealed(anyOrder()))
        case 27:
            return .copyMade(
                CopyMade(
                    record: EventID(Int64(number(1...9_999))), kind: pick(CopyKind.allCases), reader: anyText(),
                    day: day,
                    text: anyText(), including: chance(30) ? [pick(InformationClass.allCases)] : []))
        case 28:
            return .corrected(
                anyRecord(day), retired: (0..<number(0...3)).compactMap { _ in ItemID("A\(number(1...99))") })
        case 29:
            return .urgent(
                .said(
                    UrgentWord(
                        at: anyInstant(), by: anyText(), concern: pick(UrgentConcern.allCases), about: [anyText()],
                        who: anyText(), words: anyText(), way: pick(UrgentWay.allCases),
                        steps: [[anyText()], [anyText(), anyText()]], minutes: UInt16(number(1...500)))))
        case 30:
            return .urgent(
                .acknowledged(word: EventID(Int64(number(1...200))), by: anyText(), at: anyInstant()))
        case 31 where chance(30):
            return .urgent(
                .added(
                    word: EventID(Int64(number(1...200))),
                    UrgentAddition(
                        at: anyInstant(), concern: pick(UrgentConcern.allCases), about: [anyText()], who: anyText(),
                        words: anyText(), way: pick(UrgentWay.allCases), steps: [[anyText()]])))
        case 31 where chance(30):
            return .urgent(
                .takenBack(
                    word: EventID(Int64(number(1...200))),
                    UrgentTakenBack(at: anyInstant(), by: anyText(), because: anyText())))
        case 31:
            return .urgent(
                .acted(
                    word: EventID(Int64(number(1...200))),
                    UrgentAction(
                        at: anyInstant(), by: anyText(), id: anyItem(),
                        what: anyText(), owner: anyText(), due: anyDay())))
        case 32:
            return .wrongChild(
                .sealed(
                    Sealing(
                        record: EventID(Int64(number(1...200))), covers: EventID(Int64(number(1...200))), by: anyText(),
                        at: anyInstant(), retired: [anyItem()])))
        case 33:
            return .wrongChild(
                .movedHere(
                    anyRecord(day),
                    Carried(
                        from: EventID(Int64(number(1...200))), signedBy: Actor(anyText()), signedAt: anyInstant())))
        case 34: return .wrongChild(.breach(record: EventID(Int64(number(1...200))), anyBreachEntry()))
        case 35: return .sibling(SiblingSaid(of: ChildID(key: UInt64(number(1...9_999))), anyRecord(day)))
        case 36:
            return .join(
                .answered(
                    JoinAnswer(
                        kind: anyText(), about: chance(50) ? anyItem() : nil, facts: [anyText(), anyText()],
                        word: pick([
                            .notSo, .later(until: anyDay()), .stillRight(after: anyDay(), [pick(LookAgain.allCases)]),
                        ]), because: anyText(), by: anyText(),
                        onBehalfOf: anyText(), at: anyInstant())))
        case 37:
            return .join(
                .seconded(
                    answer: EventID(Int64(number(1...200))),
                    JoinSecond(agrees: chance(50), because: anyText(), by: anyText(), at: anyInstant())))
        case 38:
            return .join(
                .read(
                    SecondReading(
                        closed: EventID(Int64(number(1...200))), version: EventID(Int64(number(1...200))), on: day,
                        closings: [pick(Closing.allCases)], fields: [pick(CoreField.allCases)], agrees: chance(50),
                        because: anyText(), by: anyText(), at: anyInstant())))
        case 39: return .document(.added(anyDocument(day)))
        case 40:
            return .document(
                .movedHere(
                    anyDocument(day),
                    Carried(
                        from: EventID(Int64(number(1...200))), signedBy: Actor(anyText()), signedAt: anyInstant())))
        default: return .setAside(SetAside(table: anyText(), year: anyYear(), cells: anyText(), why: anyText()))
        }
    }

    private mutating func anyDocument(_ day: Day) -> Document {
        let bytes = (0..<32).map { _ in UInt8(number(0...255)) }
        return Document(
            title: anyText(), day: day, type: pick(DocumentType.allCases), length: UInt32(number(0...99_999)),
            // Of 32 bytes, so there is one.
            digest: FileDigest(bytes)!, informationClass: pick(InformationClass.allCases),
            scan: pick(VirusScan.allCases))
    }

    private mutating func anyBreachEntry() -> BreachEntry {
        let (by, at) = (anyText(), anyInstant())
        switch number(0...2) {
        case 0: return .said(by: by, at: at, words: anyText())
        case 1: return .moved(by: by, at: at, to: ChildID(key: UInt64(number(1...9_999))))
        default:
            var assessment = BreachAssessment()
            (assessment.what, assessment.seen, assessment.because) = (anyText(), anyText(), anyText())
            (assessment.delayBecause, assessment.notToldBecause) = (anyText(), anyText())
            assessment.lessons = anyText()
            assessment.risk = chance(70) ? pick(BreachRisk.allCases) : nil
            assessment.reported = chance(50) ? Moment(anyDay(), minute: chance(50) ? number(0...1439) : nil) : nil
            assessment.told = chance(50) ? anyDay() : nil
            assessment.isFinished = chance(50)
            return .assessed(by: by, at: at, assessment)
        }
    }

    /// A record of any kind whose answers may be anything: what a person may sign is asked elsewhere.
    private mutating func anyRecord(_ day: Day) -> SignedRecord {
        var answers: [CoreField: Answer] = [:]
        for _ in 0..<number(0...6) { answers[pick(CoreField.allCases)] = anyAnswer(withRows: true) }
        return SignedRecord(
            kind: pick(RecordKind.allCases), day: day,
            form: FormEdition(version: UInt16(number(0...9)), digest: UInt64(number(0...1_000_000))),
            onBehalfOf: anyText(), answers: answers, own: chance(30) ? [anyText(): anyText()] : [:])
    }

    private mutating func anyAnswer(withRows: Bool) -> Answer {
        switch number(0...(withRows ? 6 : 5)) {
        case 0: return .text(anyText())
        case 1: return .choice(anyText())
        case 2: return .flag(chance(50))
        case 3: return .day(anyDay())
        case 4: return .items((0..<number(0...3)).compactMap { _ in ItemID("N\(number(1...99))") })
        case 5: return .noneBecause(anyText())
        default:
            return .rows(
                (0..<number(0...3)).map { _ in
                    var row = AnswerRow([:])
                    for _ in 0..<number(0...4) { row.cells[pick(RecordColumn.allCases)] = anyAnswer(withRows: false) }
                    return row
                })
        }
    }

    /// Mostly a day that records hold, sometimes the first or last there is.
    private mutating func anyDay() -> Day {
        if chance(2) { return pick([.distantPast, .distantFuture, Day(ordinal: 0), Day(ordinal: -1)]) }
        return Histories.days.first + number(-1_000...6_000)
    }

    /// A name that an action may have.
    private mutating func anyItem() -> ItemID {
        while true {
            if let id = ItemID("A\(number(1...99))") { return id }
        }
    }

    private mutating func anyInstant() -> Instant {
        let day = Histories.days.first + number(-1_000...6_000)
        return Moment(day, minute: number(0...1439)).instant.at
    }

    private mutating func anyYear() -> CollectionYear { CollectionYear(startingIn: number(2012...2027)) }
    private mutating func anyFlag() -> Bool? { pick([true, false, nil]) }

    private mutating func anyCode() -> Code {
        Code(String((0..<number(0...8)).map { _ in Character(UnicodeScalar(UInt8(number(33...126)))) })) ?? .blank
    }

    private mutating func anyText() -> String {
        String(
            (0..<number(0...12)).map { _ in
                pick(["a", "Z", "7", " ", ",", "\u{1F}", "é", "श", "👧🏽", "\u{0}", "\n"]) as Character
            })
    }
}

extension Seeded {
    private mutating func anyOrder() -> ProtectionEvent.Order {
        ProtectionEvent.Order(by: anyText(), reason: anyText())
    }
}
