import Casework
import Days
import Testing

@testable import Copies

/// A chronology for a reader holds nothing that the reader may not know, and no more than two pages.
struct ChronologyCopyTests {
    typealias Base = WithholdingTests

    static let kay: [RecordColumn: String] = [
        .person: "Kay Example", .relation: "mother", .address: "no", .school: "no", .health: "no", .carers: "no",
        .named: "everybody",
    ]

    static func entry(
        _ number: Int, _ subject: String, _ impact: String = "", marked: [String: String] = [:],
        significance: String = "significant"
    ) -> ToldRecord {
        var answers: [CoreField: Answer] = [
            .subject: .text(subject), .impact: .text(impact), .significance: .choice(significance),
            .theme: .choice("family"),
        ]
        if !marked.isEmpty {
            answers[.classes] = .rows(
                marked.map { AnswerRow([.question: .text($0.key), .informationClass: .choice($0.value)]) })
        }
        return ToldRecord(
            event: EventID(Int64(number)),
            record: SignedRecord(
                kind: .chronologyEntry, day: Base.day + number % 700, form: FormEdition(version: 1, digest: 1),
                answers: answers))
    }

    static func copy(_ entries: [ToldRecord], including: Set<InformationClass> = []) throws -> CopyDraft {
        let thread = Base.thread([kay, Base.nobody])
        let rules = CopyRules(
            thread: thread, childsName: "Ada", childsNames: "Ada Example", roles: [:], secrets: Base.secrets,
            marked: [(.police, "The police have a warrant out for a man")], including: including)
        let child = ChildAsAt(ChildRecord(id: ChildID(key: 1)), .distantFuture)
        let reader = try #require(CopyReader("Kay Example", in: thread))
        return try ChronologyCopy(Chronology(child, told: entries), ChronologyChoice(), rules: rules)
            .draft(for: reader).get()
    }

    @Test func itHoldsWhatHappenedWithItsDayItsMeaningAndItsSource() throws {
        let text = try Self.copy([Self.entry(1, "Nan moved to the sea", "Sundays are empty now")]).text
        #expect(
            text.contains(
                "7 February 2026. Nan moved to the sea. What it meant: Sundays are empty now. (chronology entry)"))
        #expect(text.contains("Made for Kay Example."))
    }

    @Test func whatTheReaderMayNotKnowIsLeftOutAndTheAuthorIsTold() throws {
        let draft = try Self.copy([
            Self.entry(1, "Darren Oakes came to the door"),
            Self.entry(2, "She began at Larkrise Primary School", "Her mum’s partner waited there. She was glad."),
            Self.entry(3, "She learned to swim", "The police have a warrant out for a man. She is proud."),
            Self.entry(4, "A man was arrested at the house", marked: ["subject": "police"]),
            Self.entry(5, "She told a secret", "It is hers", marked: ["impact": "another_person"]),
        ])
        for words in ["Oakes", "Larkrise", "partner", "warrant", "arrested", "It is hers"] {
            #expect(!draft.text.contains(words), "\(words)")
        }
        for words in ["She learned to swim. What it meant: She is proud.", "She told a secret."] {
            #expect(draft.text.contains(words), "\(words)")
        }
        #expect(draft.leftOut.count == 5)
    }

    @Test func whatIsNotOrdinaryIsPutInByChoice() throws {
        let entry = Self.entry(4, "A man was arrested at the house", marked: ["subject": "police"])
        #expect(try Self.copy([entry], including: [.police]).text.contains("A man was arrested at the house."))
    }

    @Test func twoPagesHoldWhatMattersMostAndSayWhatDoesNotFit() throws {
        let background = (1...300).map { Self.entry($0, "Background \($0)", significance: "background") }
        let marked = (301...320).map {
            Self.entry($0, "Matters \($0)", "A sentence on what it meant for her, that day")
        }
        let draft = try Self.copy(background + marked)
        for number in 301...320 { #expect(draft.text.contains("Matters \(number).")) }
        let held = (1...300).filter { draft.text.contains("Background \($0).") }
        #expect((1..<200).contains(held.count) && held == Array((301 - held.count)...300))
        #expect(draft.leftOut.contains { $0.why.hasPrefix("\(300 - held.count) lines do not fit.") })
        #expect(draft.text.contains("The record holds more than these two pages."))
    }

    @Test func nothingIsDraftedWhileAnythingIsUndecided() {
        let rules = CopyRules(
            thread: ChildRecord(id: ChildID(key: 1)).thread, childsName: "Ada", childsNames: "Ada", roles: [:],
            secrets: [:], marked: [])
        let child = ChildAsAt(ChildRecord(id: ChildID(key: 1)), .distantFuture)
        let copy = ChronologyCopy(Chronology(child, told: []), ChronologyChoice(), rules: rules)
        guard case .failure = copy.draft(for: .child) else {
            Issue.record("a copy was drafted with nobody decided")
            return
        }
    }
}
