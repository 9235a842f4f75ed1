import Casework
import Days
import Testing

/// Every event is read back as it was written, and bytes that are no event are kept whole.
struct EventBodyTests {
    static let day = Day(ordinal: 17_000)
    static let events: [ChildEvent] = [
        .identity(.numbered(ssda903: "100042")),
        .identity(
            .described(
                ChildDetails(
                    birthDate: day, sex: "F", ethnicity: "WBRI", upn: "A123456789012", isMother: false,
                    motherOfChildBorn: nil))),
        .identity(.alsoDescribed(birthDate: day, sex: "M")), .identity(.unaccompanied(until: nil)),
        .identity(.named(ChildName(given: "Siân Mae", family: "O’Thornmere", knownAs: "Shân", pronouns: "she/her"))),
        .identity(.formerlyNamed("Siân Mae Wickdale")),
        .episode(
            .started(
                Episode(
                    start: day, reason: "S", legalStatus: "C2", need: "N1", placement: "Z11", provider: "PR4",
                    homePostcode: "SV12AB", placementPostcode: "VN34CD", urn: "SC012345"))),
        .episode(.ended(start: day, EpisodeEnd(day: day + 3, ending: "E4A", reason: "CARPL"))),
        .reviewHeld(Review(day: day, participation: "PN1")), .missing(.started(day, .missing)),
        .missing(.returned(started: day, day + 1)),
        .yearlyOutcomes(YearlyOutcomes(year: CollectionYear(startingIn: 2025), sdqScore: 40, convicted: true)),
        .adoption(.decided(day)), .adoption(.ceased(decided: day, day + 9, "RD1")),
        .adoption(
            .matched(AdoptionMatch(placed: day, wereFosterCarers: true, numberOfAdopters: 2, sexOfAdopters: "MF"))),
        .previousPermanence(PreviousPermanence(option: "P1")),
        .leavingCareContact(
            LeavingCareContact(
                year: CollectionYear(startingIn: 2024), inTouch: "YES", activity: "F2", accommodation: "U1")),
        .worker(.allocated(worker: "SWV00123", .iro, day, "MANAGE")),
        .worker(.ended(worker: "SWV00123", .socialWorker, started: day, day + 2)), .deprivation(.started(day)),
        .deprivation(.ended(started: day, day + 1)),
        .signed(
            SignedRecord(
                kind: .caseNote, day: day, form: FormEdition(version: 1, digest: 7), onBehalfOf: "Ann",
                answers: [
                    .subject: .text("A call"), .significant: .choice("none"), .managerTold: .day(day),
                    .actions: .rows([
                        AnswerRow([.id: .items(ItemID("A1").map { [$0] } ?? []), .what: .text("Ask")])
                    ]),
                ], own: ["mood": "well"])),
        .copyMade(
            CopyMade(
                record: EventID(7), kind: .minutes, reader: "Kay", day: day, text: "Hello", including: [.police])),
        .corrected(
            SignedRecord(
                kind: .caseNote, day: day, form: FormEdition(version: 1, digest: 7),
                answers: [.subject: .text("A call"), .significant: .choice("none")]),
            retired: ItemID("A1").map { [$0] } ?? []),
        .sibling(
            SiblingSaid(
                of: ChildID(key: 42),
                SignedRecord(
                    kind: .siblings, day: day, form: FormEdition(version: 1, digest: 7),
                    answers: [.siblingRelation: .choice("half"), .reason: .text("No room")]))),
        .setAside(SetAside(table: "Reviews", year: CollectionYear(startingIn: 2017), cells: "CHILD=1", why: "no day")),
        .protection(
            .restricted(
                Restriction(named: ["u-1", "SW1"], parties: ["SW2"]), ProtectionEvent.Order(by: "b", reason: "r"))),
        .protection(.lifted(ProtectionEvent.Order(by: "b", reason: "l"))),
        .protection(.sealed(.wrongChild, ProtectionEvent.Order(by: "b", reason: "s"))),
        .protection(.unsealed(ProtectionEvent.Order(by: "b", reason: "u"))),
        .urgent(
            .said(
                UrgentWord(
                    at: Instant(milliseconds: 1000), by: "u", concern: .staff, about: ["W"], who: "Bo", words: "Now",
                    way: .manager, steps: [["a"], ["b", "c"]], minutes: 60))),
        .urgent(.acknowledged(word: EventID(7), by: "a", at: Instant(milliseconds: 2000))),
        .urgent(
            .acted(
                word: EventID(7),
                UrgentAction(
                    at: Instant(milliseconds: 3000), by: "a", id: ItemID("A1")!, what: "Go", owner: "Al", due: day))),
        .urgent(
            .added(
                word: EventID(7),
                UrgentAddition(
                    at: Instant(milliseconds: 4000), concern: .carer, about: ["W"], who: "Bo", words: "More",
                    way: .noManager, steps: [["d"]]))),
        .urgent(
            .takenBack(
                word: EventID(7), UrgentTakenBack(at: Instant(milliseconds: 5000), by: "u", because: "My sleeve"))),
        .wrongChild(
            .sealed(
                Sealing(
                    record: EventID(7), covers: EventID(8), by: "u", at: Instant(milliseconds: 1000),
                    retired: ItemID("A1").map { [$0] } ?? []))),
        .wrongChild(
            .movedHere(
                SignedRecord(
                    kind: .caseNote, day: day, form: FormEdition(version: 1, digest: 7),
                    answers: [.subject: .text("A call"), .significant: .choice("none")]),
                Carried(
                    from: EventID(7), signedBy: Actor("account:u"), signedAt: Instant(milliseconds: 1000)))),
        .wrongChild(
            .breach(
                record: EventID(7), .assessed(by: "i", at: Instant(milliseconds: 2000), assessment))),
        .join(
            .answered(
                JoinAnswer(
                    kind: "need_without_action", about: ItemID("N1"), facts: ["Since May.", "Sleep"],
                    word: .later(until: day), because: "Ill", by: "u", onBehalfOf: "Ann",
                    at: Instant(milliseconds: 4000)))),
        .join(
            .seconded(
                answer: EventID(7),
                JoinSecond(agrees: false, because: "No", by: "v", at: Instant(milliseconds: 5000)))),
        .join(
            .read(
                SecondReading(
                    closed: EventID(7), version: EventID(9), on: day, closings: [.noneBecause, .withinAMinute],
                    fields: [.actions], agrees: false, because: "No", by: "w", at: Instant(milliseconds: 6000)))),
        .document(.added(letter)),
        .document(
            .movedHere(
                letter,
                Carried(
                    from: EventID(7), signedBy: Actor("account:u"), signedAt: Instant(milliseconds: 1000)))),
        .retracted,
    ]

    private static let letter = Document(
        title: "Letter", day: day, type: .pdf, length: 9, digest: FileDigest([UInt8](repeating: 7, count: 32))!,
        informationClass: .police, scan: .nothingFound)

    private static let assessment: BreachAssessment = {
        var assessment = BreachAssessment()
        (assessment.what, assessment.seen, assessment.because) = ("What", "Seen", "Why")
        (assessment.delayBecause, assessment.lessons) = ("Late", "Less")
        assessment.risk = .risk
        assessment.reported = Moment(day, minute: 570)
        assessment.isFinished = true
        return assessment
    }()

    @Test(arguments: events) func anEventIsReadBackAsItWasWritten(_ event: ChildEvent) {
        #expect(ChildEvent(event.body) == event)
        #expect(!event.sentence.isEmpty)
    }

    @Test(arguments: events) func aBodyCutShortIsKeptAndNotGuessedAt(_ event: ChildEvent) {
        let body = event.body
        guard !body.bytes.isEmpty else { return }
        let cut = StoredBody(kind: body.kind, schema: body.schema, bytes: Array(body.bytes.dropLast()))
        #expect(ChildEvent(cut) == .unrecognised(cut))
        #expect(ChildEvent(cut).body == cut)
    }

    /// A copy made before anybody was asked who agreed is read as one of which nobody says it, and written as it was.
    @Test func whoAgreedForThePoliceIsKeptAfterAllThatACopyHeldBefore() {
        func copy(_ agreed: String) -> ChildEvent {
            .copyMade(
                CopyMade(
                    record: EventID(7), kind: .minutes, reader: "Kay", day: Self.day, text: "Hello",
                    including: [.police], agreed: agreed))
        }
        let (before, now) = (copy("").body, copy("PC Lee, 9 March 2026").body)
        #expect(ChildEvent(now) == copy("PC Lee, 9 March 2026") && ChildEvent(before) == copy(""))
        #expect(now.bytes.starts(with: before.bytes) && now.schema == before.schema)
    }

    @Test func theLongestNameStaysUnder400Bytes() {
        let part = String(repeating: "é", count: ChildName.longestPart / 2)
        let longest = ChildName(given: part, family: part, knownAs: part, pronouns: part)
        #expect(ChildEvent.identity(.named(longest)).body.bytes.count <= 400)
    }

    @Test func aKindOrSchemaOfANewerVersionIsKeptWhole() {
        for body in [
            StoredBody(kind: 65_000, schema: 1, bytes: [1, 2, 3]), StoredBody(kind: 30, schema: 9, bytes: [1, 2]),
        ] {
            #expect(ChildEvent(body) == .unrecognised(body))
        }
    }
}
