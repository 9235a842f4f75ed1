import Casework
import Days
import Testing

@testable import Copies

/// What a reader may not know is in no copy for them.
struct WithholdingTests {
    static let day = Day(uncheckedYear: 2026, month: 2, day: 6)

    /// People as signed records say them.
    static func thread(_ people: [[RecordColumn: String]]) -> ChildThread {
        let rows = people.map { cells in
            AnswerRow(
                Dictionary(
                    uniqueKeysWithValues: cells.map { column, text in
                        (column, [.person, .relation, .by].contains(column) ? Answer.text(text) : .choice(text))
                    }))
        }
        var child = ChildRecord(id: ChildID(key: 1))
        child.apply(
            .signed(
                SignedRecord(
                    kind: .people, day: day, form: FormEdition(version: 1, digest: 1), answers: [.network: .rows(rows)])
            ),
            origin: Origin(EventID(1), .recordedHere))
        return child.thread
    }

    static let nobody: [RecordColumn: String] = [
        .person: "Darren Oakes", .relation: "Mum’s partner", .address: "no", .school: "no", .health: "no",
        .carers: "no", .named: "nobody",
    ]
    static let father: [RecordColumn: String] = [
        .person: "Siân Père", .relation: "father", .address: "no", .school: "yes", .health: "yes", .carers: "yes",
        .named: "everybody",
    ]
    static let secrets: [Secret: [String]] = [
        .address: ["12 Quiet Lane, Ambleford, SV1 2AB"], .school: ["Larkrise Primary School"],
        .health: ["Moat House Surgery"], .carers: ["Jo and Sam Weir"],
    ]

    static func withholding(
        for name: String, among people: [[RecordColumn: String]], marked: [(InformationClass, String)] = []
    ) throws -> Withholding {
        let thread = thread(people)
        return Withholding(
            for: try #require(CopyReader(name, in: thread)), people: thread.people, secrets: secrets, marked: marked,
            childsName: "Ada Example")
    }

    @Test(arguments: [
        "Darren came.", "It was MR OAKES.", "Her mum’s partner shouted.", "The partner’s car", "Mum’s boyfriend rang.",
    ]) func somebodyWhoIsNotNamedGivesNothingAway(_ text: String) throws {
        #expect(try Self.withholding(for: "", among: [Self.nobody]).found(in: text) == [.person("Darren Oakes")])
    }

    @Test(arguments: ["Mum came.", "The oak tree", "She is Ada."]) func whatOnlyLooksLikeThemStays(_ text: String)
        throws
    {
        #expect(try Self.withholding(for: "", among: [Self.nobody]).found(in: text) == [])
    }

    /// An address is not given away by what leads there, whatever was said of the school by itself.
    @Test(arguments: [
        "She lives at 12 Quiet Lane.", "In ambleford", "SV12AB", "at sv1 2ab", "Larkrise is her school.",
        "The GP at Moat House Surgery", "Sam Weir telephoned.", "The Weirs’ dog and Jo",
    ]) func whatLeadsToAnAddressIsLeftOutWithIt(_ text: String) throws {
        let found = try Self.withholding(for: "Siân Père", among: [Self.father]).found(in: text)
        #expect(!found.isEmpty, "\(text)")
    }

    @Test func whoMayKnowTheAddressIsTold() throws {
        var knowing = Self.father
        knowing[.address] = "yes"
        #expect(
            try Self.withholding(for: "siân père", among: [knowing]).found(in: "12 Quiet Lane, Larkrise, Jo Weir") == []
        )
    }

    @Test func accentsAndPossessivesHideNothing() throws {
        var person = Self.father
        person[.named] = "nobody"
        let withholding = try Self.withholding(for: "", among: [person])
        #expect(withholding.found(in: "Sian's letter") == [.person("Siân Père")])
        #expect(withholding.found(in: "PERE wrote") == [.person("Siân Père")])
    }

    @Test func aSentenceGoesWholeAndItsNeighboursStay() throws {
        let withholding = try Self.withholding(for: "", among: [Self.nobody])
        var why: [Withholding.Reason] = []
        let said = withholding.leavingOut("She laughed. Darren rang at six! She slept well.") { why.append($0) }
        #expect(said == "She laughed. She slept well.")
        #expect(why == [.person("Darren Oakes")])
    }

    @Test func aMarkedSentenceSaidAgainElsewhereIsLeftOut() throws {
        let withholding = try Self.withholding(
            for: "", among: [Self.father], marked: [(.police, "A warrant was served at the flat on Monday.")])
        #expect(
            withholding.found(in: "We know: a warrant was served at the flat on Monday") == [.informationClass(.police)]
        )
    }

    @Test func nothingGoesOutWhileAnythingIsUndecided() throws {
        var half = Self.father
        half[.carers] = "not_decided"
        half[.named] = "not_decided"
        let thread = Self.thread([half, Self.nobody])
        let reader = try #require(CopyReader("Siân Père", in: thread))
        #expect(
            reader.undecided(among: thread.people, hasIdentityForSome: false)
                == ["Whether Siân Père may know the carers’ names is not decided."])
        #expect(
            CopyReader.child.undecided(among: thread.people, hasIdentityForSome: true)
                == ["Who may read Siân Père’s name is not decided."])
        #expect(CopyReader.child.undecided(among: [], hasIdentityForSome: false).count == 1)
        #expect(CopyReader("Somebody else", in: thread) == nil)
    }
}
