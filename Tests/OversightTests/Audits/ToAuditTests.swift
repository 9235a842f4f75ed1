import Casework
import Days
import Oversight
import TestSupport
import Testing

/// What is left to audit, and for whom.
struct ToAuditTests {
    private let came = episode("2024-01-10")

    private func waiting(_ children: ChildRecord..., on asked: String = "2024-06-01") -> [String] {
        ToAudit.all(of: children, asAt: day(asked)).map { "\($0.assessment.day)" }
    }

    @Test func theLatestAssessmentOfEachChildWaitsTheOldestFirst() {
        let one = record(key: 1, came, assessed("2024-03-01"), assessed("2024-05-01"))
        let other = record(key: 2, came, assessed("2024-04-01"))
        #expect(waiting(one, other) == ["2024-04-01", "2024-05-01"])
        #expect(waiting(one, other, on: "2024-04-30") == ["2024-03-01", "2024-04-01"])
    }

    @Test func oneThatIsAuditedWaitsNoMoreUntilANewerOneIsSigned() {
        let child = record(came, assessed("2024-03-01"), audited("2024-04-01", of: "2024-03-01", .inadequate))
        #expect(waiting(child, on: "2024-03-31") == ["2024-03-01"])
        #expect(waiting(child).isEmpty)
        let again = record(
            came, assessed("2024-03-01"), audited("2024-04-01", of: "2024-03-01", .good), assessed("2024-05-01"))
        #expect(waiting(again) == ["2024-05-01"])
    }

    @Test func nobodyWhoLeftCareAndNobodyWithoutAnAssessmentWaits() {
        let left = record(key: 1, episode("2024-01-10", end: "2024-05-01", "E4A"), assessed("2024-03-01"))
        #expect(waiting(left, record(key: 2, came)).isEmpty)
    }

    // MARK: For whom

    private static let child = ChildID(key: 1)

    private static func versions(_ kind: RecordKind, by authors: Actor..., onBehalfOf name: String = "")
        -> RecordVersions
    {
        let record = SignedRecord(
            kind: kind, day: day("2024-03-01"), form: FormEdition(version: 1, digest: 1), onBehalfOf: name, answers: [:]
        )
        let told = authors.enumerated().map { place, author in
            Recorded<ChildEvent>(
                id: EventID(Int64(place + 1)), stream: child.stream, version: place + 1,
                occurred: Moment(day("2024-03-01")),
                recorded: Moment(day("2024-03-01"), minute: 600 + place).instant.at,
                author: author, source: .recordedHere, corrects: place == 0 ? nil : EventID(1),
                event: place == 0 ? .signed(record) : .corrected(record, retired: []))
        }
        return RecordVersions(of: EventID(1), in: told)!
    }

    private static let authority: Authority = {
        var authority = Authority()
        for (place, worker) in [
            Worker(code: "W1", name: "Ann Worker", manager: "M1"), Worker(code: "W2", name: "Bo Worker", manager: "M2"),
            Worker(code: "M1", name: "Mo Manager"),
        ].enumerated() {
            authority.apply(.described(worker), to: StreamID(.worker, key: UInt64(place + 1)))
        }
        return authority
    }()

    private static func whyNot(_ hands: AssessmentHands, _ reader: SecondReader) -> String? {
        hands.tie(to: Auditor(reader, workers: ["ann": "W1", "bo": "W2"]), in: authority)?.toThem
    }

    private static func reader(_ account: String, name: String = "Kay Auditor", worker: String? = nil) -> SecondReader {
        SecondReader(account: account, name: name, worker: worker)
    }

    @Test func whoeverWroteAVersionOrGaveAWordOrManagesAWriterLeavesItToAnother() {
        let hands = AssessmentHands(
            of: Self.versions(.assessment, by: .account("ann"), .account("bo")),
            words: [Self.versions(.assessmentApproval, by: .account("mo"))])
        #expect(Self.whyNot(hands, Self.reader("ann")) == "you wrote it")
        #expect(Self.whyNot(hands, Self.reader("bo")) == "you wrote it", "a correction is writing")
        #expect(Self.whyNot(hands, Self.reader("mo")) == "you gave a manager’s word on it")
        #expect(Self.whyNot(hands, Self.reader("x", worker: "M2")) == "you answer for the work of whoever wrote it")
        #expect(Self.whyNot(hands, Self.reader("x", worker: "M3")) == nil)
        #expect(Self.whyNot(hands, Self.reader("x")) == nil)
    }

    @Test func whoIsNamedInAProgramsWordIsKnownByNameAndCode() {
        let hands = AssessmentHands(
            of: Self.versions(.assessment, by: Actor("cli:import"), onBehalfOf: "ann  worker"), words: [])
        #expect(Self.whyNot(hands, Self.reader("x", name: "Ann Worker")) == "you wrote it")
        #expect(Self.whyNot(hands, Self.reader("x", worker: "W1")) == "you wrote it")
        #expect(Self.whyNot(hands, Self.reader("x", worker: "M1")) == "you answer for the work of whoever wrote it")
        #expect(Self.whyNot(hands, Self.reader("x", name: "Bo Worker", worker: "W2")) == nil)
    }

    /// At the command line nothing is known of an auditor but the name.
    @Test func whoeverIsOnlyNamedIsKnownByNameAndCodeToo() {
        let hands = AssessmentHands(
            of: Self.versions(.assessment, by: Actor("cli:import"), onBehalfOf: "Ann Worker"), words: [])
        func tie(_ name: String) -> AssessmentHands.Tie? {
            hands.tie(to: Auditor(Actor("cli:import"), named: name, in: Self.authority), in: Self.authority)
        }
        #expect(tie("ann  worker") == .wrote)
        #expect(tie("W1") == .wrote)
        #expect(tie("M1") == .manages)
        #expect(tie("Bo Worker") == nil)
        #expect(tie("") == nil)
    }
}
