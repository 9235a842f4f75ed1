import Casework
import Days
import FormFiles
import Forms
import Testing

@testable import Copies

/// What only some may know of who a child is stands in no copy for anybody else, whatever they may know of the address.
struct IdentityForSomeTests {
    private typealias Base = WithholdingTests

    private static let planted = "Gay, told her sister only\nAsylum claim refused in March\nthey/them"

    private static func kay(_ identity: String?, address: String = "yes") -> [RecordColumn: String] {
        var cells: [RecordColumn: String] = [
            .person: "Kay Example", .relation: "mother", .address: address, .school: "yes", .health: "yes",
            .carers: "yes", .named: "everybody",
        ]
        cells[.identity] = identity
        return cells
    }

    private static func rules(
        _ kay: [RecordColumn: String], says: [String] = [Self.planted], including: Set<InformationClass> = []
    ) -> CopyRules {
        var secrets = Base.secrets
        if !says.isEmpty { secrets[.identity] = says }
        return CopyRules(
            thread: Base.thread([kay]), childsName: "Ada", childsNames: "Ada Example", roles: [:], secrets: secrets,
            marked: [], including: including)
    }

    private static func copy(
        _ kind: RecordKind, _ answers: [CoreField: Casework.Answer], _ rules: CopyRules
    ) throws -> String {
        let record = SignedRecord(
            kind: kind, day: Base.day, form: FormEdition(version: 1, digest: 1), answers: answers)
        let form = try #require(try FormLibrary()[kind]).form
        let reader = try #require(CopyReader("Kay Example", in: rules.thread))
        return try CopySource(record: record, form: form, rules: rules).draft(.record, for: reader).get().text
    }

    @Test(arguments: [
        "Somebody at school called her gay.", "The ASYLUM papers came.", "Their claim was refused in March.",
        "Ada asks for they/them.",
    ]) func itsWordsAreLeftOutForWhoMayNotKnow(_ sentence: String) throws {
        let note: [CoreField: Casework.Answer] = [.subject: .text("She drew a boat. \(sentence) She told her sister.")]
        let without = try Self.copy(.caseNote, note, Self.rules(Self.kay("no")))
        #expect(!without.contains(sentence), "\(sentence)")
        #expect(without.contains("She drew a boat.") && without.contains("She told her sister."))
        #expect(try Self.copy(.caseNote, note, Self.rules(Self.kay("yes"))).contains(sentence))
    }

    @Test func theAddressDecidesNothingOfIt() throws {
        let mayNot = try #require(CopyReader("Kay Example", in: Base.thread([Self.kay("no", address: "yes")])))
        #expect(mayNot.mayKnow(.address) && !mayNot.mayKnow(.identity))
        let may = try #require(CopyReader("Kay Example", in: Base.thread([Self.kay("yes", address: "no")])))
        #expect(!may.mayKnow(.address) && may.mayKnow(.identity))
        #expect(CopyReader.child.mayKnow(.identity))
    }

    @Test func nothingGoesToAnybodyOfWhomItIsNotDecidedOnceItIsRecorded() throws {
        let sentence = "Whether Kay Example may know what is private in the child’s identity is not decided."
        let kay = try #require(CopyReader("Kay Example", in: Base.thread([Self.kay(nil)])))
        #expect(Self.rules(Self.kay(nil)).undecided(of: kay)?.sentences == [sentence])
        #expect(Self.rules(Self.kay(nil), says: []).undecided(of: kay) == nil, "no other copy waits for it")
    }

    /// Chosen by its class, it is given to whoever may know, and to nobody else.
    @Test func theAnswerItselfGoesOnlyToWhomItIsChosenForAndMayKnow() throws {
        let profile: [CoreField: Casework.Answer] = [
            .identity: .text("A goalkeeper."), .identityForSome: .text(Self.planted),
        ]
        for (may, chosen, stands) in [("no", true, false), ("yes", false, false), ("yes", true, true)] {
            let text = try Self.copy(
                .identityProfile, profile, Self.rules(Self.kay(may), including: chosen ? [.identity] : []))
            #expect(text.contains("Asylum") == stands, "\(may) \(chosen)")
            #expect(text.contains("they/them") == stands && text.contains("A goalkeeper."))
        }
    }

    /// Another answer that its writer marked as private in the child’s identity is no less so.
    @Test(arguments: [("no", false), ("yes", true)])
    func whatIsMarkedAsItGoesNoFurtherThoughItIsChosen(_ may: String, _ stands: Bool) throws {
        let words = "She sings in a choir with three others."
        let note: [CoreField: Casework.Answer] = [
            .subject: .text("A walk. \(words)"), .observations: .text(words),
            .classes: .rows([AnswerRow([.question: .text("observations"), .informationClass: .choice("identity")])]),
        ]
        let rules = CopyRules(
            thread: Base.thread([Self.kay(may)]), childsName: "Ada", childsNames: "Ada Example", roles: [:],
            secrets: Base.secrets, marked: [(.identity, words)], chosen: [words], including: [.identity])
        let text = try Self.copy(.caseNote, note, rules)
        #expect(text.contains("A walk.") && text.contains("choir") == stands)
    }
}
