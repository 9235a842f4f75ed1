import Casework
import Days
import Oversight
import Standards
import TestSupport
import Testing

/// Who reads, what they say, and what becomes of what was closed where they do not agree.
struct SecondReaderTests {
    private let auditor = SecondReader(account: "aud", name: "Ida Audit", worker: nil)
    private let now = Moment(day("2024-06-10"), minute: 600).instant.at

    /// A child of SW1, whose manager is M1, and a visit from which nothing follows.
    private func child(_ more: [ChildEvent] = []) -> ChildRecord {
        record(
            episode("2024-01-10"), worker("SW1", "2024-01-10"),
            visit("2024-05-10", [.purpose: .text("To talk"), .actions: .noneBecause("All is in hand")]), more)
    }

    private func authority(_ child: ChildRecord) -> Authority {
        var authority = Authority()
        authority.replace(child)
        for (code, name, manager) in [("SW1", "Ann", "M1"), ("M1", "Max", ""), ("M2", "Una", "")] {
            authority.apply(
                .described(Worker(code: code, name: name, manager: manager)), to: StreamID(.worker, key: 1))
        }
        return authority
    }

    private func item(of child: ChildRecord, by author: Actor = .account("u1"), behalf: String = "") -> ClosedItem {
        let event = child.records.last { $0.kind == .visit }?.origin.event ?? EventID(1)
        let told = SignedRecord(
            kind: .visit, day: day("2024-05-10"), form: FormEdition(version: 1, digest: 1), onBehalfOf: behalf,
            answers: [.actions: .noneBecause("All is in hand")])
        return ClosedItems(
            of: child.id,
            told: [
                Recorded(
                    id: event, stream: child.id.stream, version: 1, occurred: Moment(told.day), recorded: now,
                    author: author, source: .recordedHere, event: .signed(told))
            ], in: Month("2024-05")!, covered()
        ).items[0]
    }

    @Test func nobodyReadsWhatTheyClosedAndNoManagerWhatTheirOwnDid() {
        let child = child()
        let (item, authority) = (item(of: child), authority(child))
        func refused(_ reader: SecondReader, _ item: ClosedItem, closer: String? = "SW1") -> Bool {
            item.refusal(of: reader, closer: closer, in: authority) != nil
        }
        func reader(_ account: String, _ name: String, _ worker: String?) -> SecondReader {
            SecondReader(account: account, name: name, worker: worker)
        }
        #expect(!refused(auditor, item))
        #expect(refused(reader("u1", "Ann", "SW1"), item), "who closed it")
        #expect(refused(reader("m1", "Max", "M1"), item), "whose work they answer for")
        #expect(!refused(reader("m2", "Una", "M2"), item), "another manager")
        // A program wrote it down: whoever it names, and whoever held the child, closed it as far as anybody knows.
        let told = self.item(of: child, by: Actor("cli:ann"), behalf: "Una")
        #expect(refused(reader("m2", "Una", "M2"), told, closer: nil))
        #expect(refused(reader("m1", "Max", "M1"), told, closer: nil))
        #expect(refused(reader("x", "Ann", "SW1"), self.item(of: child, by: Actor("cli:ann")), closer: nil))
    }

    private func read(_ child: ChildRecord, agrees: Bool, because: String = "He asked for nan", as number: Int64 = 900)
        throws -> ChildRecord
    {
        let reading = try item(of: child).read(
            agrees: agrees, because: because, by: auditor, closer: "SW1", of: child, in: authority(child), at: now
        ).get()
        var child = child
        child.apply(.join(.read(reading)), origin: Origin(EventID(number), .recordedHere))
        return child
    }

    private func asked(_ child: ChildRecord, on asked: Day = day("2024-06-11")) -> Break? {
        Breaks.of(ChildAsAt(child, asked), covered()).first { $0.rule.id == "reader_does_not_agree" }
    }

    @Test func whatIsNotAgreedWithIsBeforeItsOwnerAgainInWordsOfTheRecord() throws {
        let child = try read(child(), agrees: false)
        let found = try #require(asked(child))
        #expect(found.since == day("2024-06-10") && found.owner == Owner(.socialWorker, worker: "SW1"))
        #expect(
            found.facts == [
                "The visit of 10 May 2024 says that there is none of this: actions. A second reader does not agree: “He asked for nan”"
            ])
        #expect(found.record == item(of: child).fact)
        #expect(asked(child, on: day("2024-06-09")) == nil, "not before it was read")
        #expect(asked(try read(self.child(), agrees: true)) == nil)
    }

    @Test func aReasonIsGivenWhereTheReaderDoesNotAgreeAndAThingIsReadOnce() throws {
        #expect(throws: RecordRefusals.self) { try read(child(), agrees: false, because: " ") }
        let once = try read(child(), agrees: true, because: "")
        #expect(throws: RecordRefusals.self) { try read(once, agrees: false) }
    }

    @Test func aLaterVersionOfTheRecordAnswersIt() throws {
        let before = child()
        let fact = item(of: before).fact
        let put = SignedRecord(
            kind: .visit, day: day("2024-05-10"), form: FormEdition(version: 1, digest: 1),
            answers: [.purpose: .text("To talk"), .actions: .noneBecause("Nan was asked, and comes")])
        let reading = try #require(try read(before, agrees: false).readings.first)
        var after = record(episode("2024-01-10"), worker("SW1", "2024-01-10"))
        after.apply(.corrected(put, retired: []), origin: Origin(fact, .recordedHere), version: EventID(899))
        after.apply(.join(.read(reading)), origin: Origin(EventID(900), .recordedHere))
        #expect(after.readings.count == 1 && asked(after) == nil)
    }

    @Test func aReviewIsTheReviewingOfficersToLookAtAgain() throws {
        let review = signed(
            .review, "2024-05-20", [.participation: .choice("PN1"), .decisions: .noneBecause("All is in hand")])
        var child = record(
            episode("2024-01-10"), worker("SW1", "2024-01-10"), worker("IR1", "2024-01-10", role: .iro), review)
        let fact = try #require(child.records.last?.origin.event)
        child.apply(
            .join(
                .read(
                    SecondReading(
                        closed: fact, version: fact, on: day("2024-05-20"), closings: [.noneBecause],
                        fields: [.decisions], agrees: false, because: "School waits", by: "aud", at: now))),
            origin: Origin(EventID(900), .recordedHere))
        #expect(asked(child)?.owner == Owner(.iro, worker: "IR1"))
    }

    @Test func aStillRightThatIsNotAgreedWithBringsBackWhatItAnswered() throws {
        let stay = Episode(
            start: day("2024-05-03"), reason: "P", legalStatus: "C2", need: "N1", placement: "U6", provider: "PR1",
            homePostcode: .blank, placementPostcode: .blank)
        var child = record(
            episode("2024-01-10", end: "2024-05-03"), [.episode(.started(stay))], worker("SW1", "2024-01-10"),
            assessed("2024-02-01"))
        func change() -> Break? {
            Breaks.of(ChildAsAt(child, day("2024-06-11")), covered()).first { $0.rule.id == "change_not_looked_at" }
        }
        let at = Moment(day("2024-05-20"), minute: 600).instant.at
        child.apply(
            .join(
                .answered(
                    JoinAnswer(
                        kind: "change_not_looked_at", about: nil, facts: ["x"],
                        word: .stillRight(after: day("2024-05-03"), [.assessment]), because: "Next door", by: "u1",
                        at: at))),
            origin: Origin(EventID(800), .recordedHere))
        #expect(change() == nil)
        child.apply(
            .join(
                .read(
                    SecondReading(
                        closed: EventID(800), version: EventID(800), on: day("2024-05-20"), closings: [.stillRight],
                        fields: [], agrees: false, because: "It is another school", by: "aud", at: now))),
            origin: Origin(EventID(900), .recordedHere))
        #expect(change()?.lookingAgain?.parts == [.assessment])
        #expect(
            change()?.facts.last
                == "It was said to be still right, and a second reader does not agree: “It is another school”")
    }
}
