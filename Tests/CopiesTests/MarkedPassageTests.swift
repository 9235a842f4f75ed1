import Casework
import Days
import FormFiles
import Forms
import TestSupport
import Testing

@testable import Copies

/// What somebody marked as being about another person is in nothing that is made for a reader, unless it was chosen for
/// them.
struct MarkedPassageTests {
    private typealias Base = WithholdingTests
    private static let kay = ChronologyCopyTests.kay

    /// A text with passages in it, marked in the ways in which people type, each with a word that stands nowhere else.
    private struct Told {
        var text = ""
        var planted: [String] = []
        var calm: [String] = []

        init(_ dice: inout Seeded, _ number: Int) {
            for place in 0..<dice.number(2...6) {
                let word = "zq\(number)x\(place)"
                if place > 0, dice.chance(60) {
                    planted.append(word)
                    let who = dice.pick(["Mark", "Kay Example", "Darren Oakes", "the lodger", "", "Siân P."])
                    let open = dice.pick(["[About \(who): ", "[about \(who):", "[ ABOUT \(who) : ", "[About "])
                    let inside = dice.pick([
                        word, "he lost the \(word).", "he left. Then \(word) came!", "a \(word) [sic] and",
                        "the\n\(word)\nran", "he fears [about Jo: the \(word)] now",
                    ])
                    text += dice.pick(["", "Then ", "He said: “", "She ("]) + open + inside
                    // Now and then nobody closes the last.
                    text += dice.pick(["] ", ".]. ", "]” she said. ", "]) and more.\n"])
                } else {
                    calm.append(word)
                    text += "The \(word) is warm." + dice.pick([" ", "\n", "\n\n"])
                }
            }
            if dice.chance(20) {
                planted.append("zq\(number)end")
                text += "[About Mark: the zq\(number)end"
            }
        }
    }

    private static func record(_ dice: inout Seeded, _ told: [Told], _ number: Int) -> SignedRecord {
        let action = AnswerRow([
            .what: .text(told[2].text), .owner: .text("Ann Worker"), .due: .day(Base.day),
            .purpose: .text(told[3].text),
        ])
        let (kind, answers): (RecordKind, [CoreField: Casework.Answer]) = dice.pick([
            (.visit, [.purpose: .text(told[0].text), .observations: .text(told[1].text), .actions: .rows([action])]),
            (
                .caseNote,
                [.subject: .text(told[0].text), .observations: .text(told[1].text), .actions: .rows([action])]
            ),
            (.carePlan, [.education: .text(told[0].text), .health: .text(told[1].text), .actions: .rows([action])]),
            (
                .review,
                [
                    .wishes: .text(told[0].text), .chairsView: .text(told[1].text), .minutes: .text(told[3].text),
                    .decisions: .rows([action]),
                ]
            ),
            (.chronologyEntry, [.subject: .text(told[0].text), .impact: .text(told[1].text)]),
        ])
        return SignedRecord(
            kind: kind, day: Base.day + number, form: FormEdition(version: 1, digest: 1), answers: answers)
    }

    @Test func ofTwoHundredTextsNothingMarkedIsInAnythingMadeForAReader() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var dice = Seeded(state: seed)
        let forms = try FormLibrary()
        let thread = Base.thread([Self.kay, Base.nobody])
        var (texts, planted, found, kept) = (0, 0, [String](), 0)
        for number in 0..<50 {
            let told = (0..<4).map { Told(&dice, number * 4 + $0) }
            let record = Self.record(&dice, told, number)
            let rules = CopyRules(
                thread: thread, childsName: "Ada", childsNames: "Ada Example", roles: ["Ann Worker": "social worker"],
                secrets: Base.secrets, marked: [])
            let source = CopySource(record: record, form: try #require(forms[record.kind]).form, rules: rules)
            let event = EventID(Int64(number + 1))
            let chronology = Chronology(
                ChildAsAt(ChildRecord(id: ChildID(key: 1)), .distantFuture),
                told: [ToldRecord(event: event, record: record)])
            let statement = StatementDraft(
                from: chronology.lines.map(\.name), of: chronology, told: [ToldRecord(event: event, record: record)])
            var made = [statement.facts.map(\.what).joined(separator: "\n")]
            for name in ["", "Kay Example"] {
                let reader = try #require(CopyReader(name, in: thread))
                made.append(try source.draft(.record, for: reader).get().text)
                made.append(
                    try ChronologyCopy(chronology, ChronologyChoice(), rules: rules).draft(for: reader).get().text)
                if record.kind == .review { made.append(try source.draft(.minutes, for: reader).get().text) }
                if record.kind == .review, reader == .child {
                    made.append(try source.draft(.childsVersion, for: reader).get().text)
                }
            }
            let all = made.joined(separator: "\n").lowercased()
            let words = told.flatMap(\.planted)
            found += words.filter(all.contains)
            texts += told.count
            planted += words.count
            kept += told[0].calm.count(where: all.contains)
        }
        print(
            "seed \(seed): \(texts) texts, \(planted) marked passages, \(found.count) found; \(kept) sentences beside them kept"
        )
        #expect(found.isEmpty, "seed \(seed): \(found)")
        #expect(planted > 200 && kept > 40)
    }

    /// A child’s records with a passage for each of these, each chosen where the class is.
    private static func rules(_ including: Set<InformationClass>, _ passages: [MarkedPassage]) -> CopyRules {
        CopyRules(
            thread: Base.thread([kay, Base.nobody]), childsName: "Ada", childsNames: "Ada Example", roles: [:],
            secrets: Base.secrets, marked: passages.map { (.anotherPerson, $0.words) },
            chosen: including.contains(.anotherPerson) ? passages.map(\.words) : [], including: including,
            passages: passages)
    }

    private static func copy(
        _ text: String, including: Set<InformationClass> = [], passages: [MarkedPassage]? = nil
    ) throws -> CopyDraft {
        let rules = rules(including, passages ?? MarkedPassage.all(in: text))
        let record = SignedRecord(
            kind: .caseNote, day: Base.day, form: FormEdition(version: 1, digest: 1), answers: [.subject: .text(text)])
        let form = try #require(try FormLibrary()[.caseNote]).form
        let reader = try #require(CopyReader("Kay Example", in: rules.thread))
        return try CopySource(record: record, form: form, rules: rules).draft(.record, for: reader).get()
    }

    @Test func theAuthorIsToldAndTheReaderIsNot() throws {
        let draft = try Self.copy("She drew. [About Mark: he lost his job.] She slept.")
        #expect(draft.text.contains("She drew. She slept.") && !draft.text.contains("Mark"))
        #expect(draft.leftOut.map(\.why).contains("About another person: not ordinary information."))
    }

    @Test func whatWasChosenStandsAsOrdinaryWordsUnlessItsSubjectMayNotBeReadOf() throws {
        let text = "She drew. [About Mark: he lost his job.] [About Darren: he moved out.] She slept."
        let draft = try Self.copy(text, including: [.anotherPerson])
        #expect(draft.text.contains("She drew. he lost his job. She slept."))
        #expect(!draft.text.contains("moved") && !draft.text.contains("["))
    }

    /// Three words are enough: somebody marked just these.
    @Test func theSameWordsAreLeftOutWhereverElseTheyStand() throws {
        let draft = try Self.copy(
            "She drew. We heard that he lost his job in May.", passages: [MarkedPassage(about: "Mark", "lost his job")])
        #expect(draft.text.contains("She drew.") && !draft.text.contains("May"))
    }

    /// That an author puts in what is about one person says nothing of another.
    @Test func ofWhomTheReaderMayNotReadTheWordsAreNowhereElseThoughOtherPassagesWereChosen() throws {
        let text = """
            [About Mark: he lost his job in May.] [About Darren: he moved out in June.] She drew. \
            We heard that he lost his job in May. We heard that he moved out in June.
            """
        let draft = try Self.copy(text, including: [.anotherPerson])
        #expect(draft.text.contains("he lost his job in May. She drew. We heard that he lost his job in May."))
        #expect(!draft.text.contains("June"))
        let rules = Self.rules([.anotherPerson], MarkedPassage.all(in: text))
        let reader = try #require(CopyReader("Kay Example", in: rules.thread))
        #expect(rules.refusal(of: "He lost his job in May.", for: reader) == nil)
        #expect(rules.refusal(of: "She says he moved out in June.", for: reader) != nil)
    }

    /// Records whose author opens every passage for a reader: half of them are about somebody whom the reader may not read of,
    /// and everything is said a second time, unmarked.
    @Test func ofAHundredRecordsNothingAboutSomebodyTheReaderMayNotReadOfIsInACopyThatOpensTheRest() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var dice = Seeded(state: seed)
        let form = try #require(try FormLibrary()[.caseNote]).form
        var (hidden, open, found, kept) = (0, 0, [String](), 0)
        for number in 0..<100 {
            var (told, again, secret, free) = ("She drew. ", "", [String](), [String]())
            for place in 0..<dice.number(2...5) {
                let word = "zq\(number)x\(place)"
                let words = dice.pick([
                    "he lost the \(word) in May.", "the \(word) was his.", "he kept it there. Nobody saw the \(word).",
                ])
                let isHidden = dice.chance(50)
                let who = dice.pick(
                    isHidden
                        ? ["Darren Oakes", "darren", "Mr Oakes", "Mum’s partner", "DARREN (partner)"]
                        : ["Mark", "Kay Example", "the neighbour’s son", ""])
                let mark = "[About \(who): \(words)]"
                let isWithin = isHidden && dice.chance(30)
                told += isWithin ? "[About Kay Example: she was at home. \(mark)] " : mark + " "
                again += "We heard it again: \(words) "
                if isHidden { secret.append(word) } else { free.append(word) }
            }
            let rules = Self.rules([.anotherPerson], MarkedPassage.all(in: told))
            let record = SignedRecord(
                kind: .caseNote, day: Base.day, form: FormEdition(version: 1, digest: 1),
                answers: [.subject: .text(told), .observations: .text(again)])
            let reader = try #require(CopyReader("Kay Example", in: rules.thread))
            let copy = try CopySource(record: record, form: form, rules: rules).draft(.record, for: reader).get()
            found += secret.filter(copy.text.contains)
            (hidden, open) = (hidden + secret.count, open + free.count)
            kept += free.count(where: copy.text.contains)
        }
        print("seed \(seed): \(hidden) passages hidden, \(found.count) found; \(open) opened, \(kept) kept")
        #expect(found.isEmpty, "seed \(seed): \(found)")
        #expect(hidden > 80 && kept > open / 2)
    }

    @Test func nobodySignsACopyWithAMarkInIt() throws {
        let rules = CopyRules(
            thread: Base.thread([Self.kay]), childsName: "Ada", childsNames: "Ada Example", roles: [:], secrets: [:],
            marked: [], including: [.anotherPerson])
        let reader = try #require(CopyReader("Kay Example", in: rules.thread))
        #expect(rules.refusal(of: "She drew. [About Mark: gone]", for: reader) != nil)
        #expect(rules.refusal(of: "She drew.", for: reader) == nil)
    }
}
