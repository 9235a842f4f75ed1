import Casework
import Days
import FormFiles
import Testing

@testable import Copies

/// What tells of the police and is marked as nobody's is named to the author of a copy before it goes; nothing else is.
struct UnmarkedPoliceTests {
    private typealias Base = WithholdingTests
    private static let kay = ChronologyCopyTests.kay
    private static let event = EventID(7)

    private static func rules(
        marked: [(InformationClass, String)] = [], including: Set<InformationClass> = []
    ) -> CopyRules {
        CopyRules(
            thread: Base.thread([kay, Base.nobody]), childsName: "Ada", childsNames: "Ada Example", roles: [:],
            secrets: Base.secrets, marked: marked, chosen: marked.map(\.1).filter { _ in !including.isEmpty },
            including: including)
    }

    private static func noticed(
        _ answers: [CoreField: Answer], _ kind: RecordKind = .caseNote, _ rules: CopyRules = rules()
    ) throws -> [UnmarkedPolice] {
        let record = SignedRecord(kind: kind, day: Base.day, form: FormEdition(version: 1, digest: 1), answers: answers)
        let form = try #require(try FormLibrary()[kind]).form
        let reader = try #require(CopyReader("Kay Example", in: rules.thread))
        return try CopySource(record: record, form: form, rules: rules, event: event).draft(.record, for: reader).get()
            .unmarkedPolice
    }

    @Test func whatTellsOfThePoliceIsNamedWithItsRecord() throws {
        let words = "Dad was ARRESTED on Sunday, Crime Reference 22/113. A domestic-incident note came."
        let found = try Self.noticed([.subject: .text("A call"), .observations: .text(words)])
        #expect(
            found == [
                UnmarkedPolice(
                    event: Self.event, kind: .caseNote, words: ["crime reference", "domestic incident", "arrested"])
            ])
        #expect(found[0].quoted == "“crime reference”, “domestic incident” and “arrested”")
        #expect(found[0].still(in: "Dad was arrested.")?.words == ["arrested"])
        #expect(found[0].still(in: "Dad was away.") == nil)
    }

    @Test(arguments: ["She likes the policies of her school.", "He bailed out the boat.", "She drew a resting cat."])
    func wordsThatOnlyLookLikeOneAreNot(_ words: String) throws {
        #expect(try Self.noticed([.subject: .text(words)]).isEmpty)
    }

    @Test func whatIsMarkedAsTheirsOrDoesNotGoInIsNotNamed() throws {
        let words = "The police came to the flat at nine."
        let classes = Answer.rows([
            AnswerRow([.question: .text("observations"), .informationClass: .choice("police")])
        ])
        let answers: [CoreField: Answer] = [.subject: .text("A call"), .observations: .text(words), .classes: classes]
        let marked = [(InformationClass.police, words)]
        #expect(try Self.noticed(answers, .caseNote, Self.rules(marked: marked)).isEmpty)
        // Chosen by its author, with the officer who agreed: it is in the copy, and marked.
        #expect(try Self.noticed(answers, .caseNote, Self.rules(marked: marked, including: [.police])).isEmpty)
        // It names somebody of whom the reader may not read, and is left out.
        #expect(try Self.noticed([.subject: .text("The police asked for Darren.")]).isEmpty)
    }

    @Test func aChronologyNamesEachRecordThatALineOfItIsFrom() throws {
        let told = [
            ChronologyCopyTests.entry(1, "The police came to the flat.", "She was frightened of the police."),
            ChronologyCopyTests.entry(2, "She began school."),
        ]
        let chronology = Chronology(ChildAsAt(ChildRecord(id: ChildID(key: 1)), .distantFuture), told: told)
        let rules = Self.rules()
        let reader = try #require(CopyReader("Kay Example", in: rules.thread))
        let draft = try ChronologyCopy(chronology, ChronologyChoice(), rules: rules).draft(for: reader).get()
        #expect(
            draft.unmarkedPolice == [UnmarkedPolice(event: told[0].event, kind: .chronologyEntry, words: ["police"])])
    }
}
