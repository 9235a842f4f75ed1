import Casework
import Days
import FormFiles
import Forms
import Foundation
import Testing

/// A council asks questions of its own, of every kind; each takes what it says, and nothing else.
struct OwnQuestionTests {
    /// A case note with one of each.
    static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/council-forms/case_note.yaml")

    static func form() throws -> Form {
        try FormFile(String(contentsOf: file, encoding: .utf8), name: "case_note.yaml").form
    }

    private static func own(_ given: [String: Given]) throws -> [String: String] {
        try form().reading(given.merging(["outing": .flag(true)]) { $1 }).get().own.filter { $0.key != "outing" }
    }

    private static func refusal(_ name: String, _ given: Given) throws -> RecordRefusal? {
        guard case .failure(let refusals) = try form().reading([name: given, "outing": .flag(true)]) else { return nil }
        return refusals.all.count == 1 ? refusals.all.first : nil
    }

    // MARK: Reading

    @Test func aMomentIsADayAndATime() throws {
        #expect(
            try Self.own(["set_off": .words("2026-03-31T09:05")]) == ["set_off": "2026-03-31", "set_off.time": "09:05"])
        for wrong in ["2026-03-31", "2026-03-31T", "T09:05", "2026-03-31T24:00", "2026-02-30T09:05", "noon"] {
            let refusal = try #require(try Self.refusal("set_off", .words(wrong)), "\(wrong)")
            #expect(refusal.field == "set_off" && refusal.remedy == "give a day and a time, as 2026-03-31T16:30")
        }
    }

    @Test func aPersonIsSomebodyOfTheRecordOrSaidToBeSomebodyElse() throws {
        #expect(try Self.own(["went_with": .words("Nan")]) == ["went_with": "Nan"])
        #expect(
            try Self.own(["went_with": .names(["somebody_else": .words("Mr Pell")])]) == [
                "went_with.somebody_else": "Mr Pell"
            ])
        let two = Given.names(["person": .words("Nan"), "somebody_else": .words("Mr Pell")])
        #expect(try Self.refusal("went_with", two)?.what == "it names two people")
        #expect(try Self.refusal("went_with", .names(["somebody_else": .words(" ")]))?.what == "it does not say who")
        #expect(try Self.refusal("went_with", .flag(true))?.what == "this is not what the question takes")
    }

    @Test func aLinkIsOneIdOrSeveral() throws {
        #expect(try Self.own(["went_for": .words("N1")]) == ["went_for": "N1"])
        #expect(try Self.own(["went_for": .list([.words("N1"), .words("A2")])]) == ["went_for": "N1\nA2"])
        #expect(
            try Self.refusal("went_for", .words("no id!"))?.remedy == "give the id of a need, a risk or an action")
    }

    @Test func aTableIsRowsOfTheCouncilsColumns() throws {
        let row = Given.names([
            "place": .words("The quay"), "on": .words("2026-03-31"), "paid": .flag(false), "liked": .words("well"),
        ])
        let empty = Given.names(["place": .words(" "), "on": .nothing])
        #expect(
            try Self.own(["stops": .list([empty, row, .names(["place": .words("Nan’s")])])]) == [
                "stops.1.place": "The quay", "stops.1.on": "2026-03-31", "stops.1.paid": "false",
                "stops.1.liked": "well", "stops.2.place": "Nan’s",
            ])
        let wrong: [(Given, String, String)] = [
            (.names(["on": .words("2026-03-31")]), "stops[1].place", "it is needed"),
            (
                .names(["place": .words("Quay"), "on": .words("May")]), "stops[1].on",
                "this is not what the question takes"
            ),
            (
                .names(["place": .words("Quay"), "liked": .words("no")]), "stops[1].liked",
                "this is not what the question takes"
            ),
            (.names(["place": .words("Quay"), "who": .words("x")]), "stops[1].who", "there is no such column"),
            (.words("Quay"), "stops[1]", "a row is made of named cells"),
        ]
        for (row, field, what) in wrong {
            let refusal = try #require(try Self.refusal("stops", .list([row])), "\(field)")
            #expect(refusal.field == field && refusal.what == what && !refusal.remedy.isEmpty)
        }
        let many = [Given](repeating: .names(["place": .words("x")]), count: 201)
        #expect(try Self.refusal("stops", .list(many))?.what == "there are 201 rows")
    }

    @Test func thereMayBeNoneAndWhyWhereTheFormSaysSo() throws {
        let none = Given.names(["none_because": .words("They stayed in")])
        #expect(try Self.own(["stops": none]) == ["stops.none": "They stayed in"])
        #expect(try Self.own(["went_for": none]) == ["went_for.none": "They stayed in"])
        #expect(try Self.refusal("set_off", none)?.what == "“none, because” is no answer to it")
        #expect(
            try Self.refusal("stops", .names(["none_because": .words(" ")]))?.what
                == "it does not say why there is none")
        let both = Given.names(["none_because": .words("No"), "answer": .list([])])
        #expect(try Self.refusal("stops", both)?.what == "it has an answer, and a reason why there is none")
    }

    @Test func whatIsNeededIsAnsweredOrThereIsNoneAndWhy() throws {
        let form = try Self.form()
        func missing(_ given: [String: Given]) throws -> [RecordRefusal] {
            form.missing(given, try form.reading(given).get())
        }
        let told = try missing(["outing": .flag(true)])
        #expect(told.map(\.field) == ["went_for"] && told[0].remedy.contains("none_because"))
        #expect(try missing(["outing": .flag(false)]) == [], "it is not asked")
        #expect(try missing(["outing": .flag(true), "went_for": .words("N1")]) == [])
        #expect(
            try missing(["outing": .flag(true), "went_for": .names(["none_because": .words("For fun")])]) == [])
    }

    // MARK: What is kept

    @Test func whatIsKeptIsReadBackAsItWasMeant() throws {
        let form = try Self.form()
        let answers: [String: OwnAnswer] = [
            "set_off": .moment(Moment(Day(uncheckedYear: 2026, month: 3, day: 31), minute: 545)),
            "went_with": .person("Mr Pell", isKnown: false), "may_collect": .person("Nan", isKnown: true),
            "went_for": .items(["N1", "A2"].compactMap { ItemID($0) }), "pocket_money": .text("5 pounds"),
            "bring": .choices(["coat", "lunch"]), "outing": .flag(true),
            "stops": .rows([
                OwnRow(["place": .text("Quay"), "paid": .flag(true)]), OwnRow(["liked": .choices(["well"])]),
            ]),
        ]
        let record = Self.record(answers.reduce(into: [:]) { $0.merge($1.value.kept(at: $1.key)) { $1 } })
        for (name, answer) in answers {
            let question = try #require(form.question(name))
            #expect(form.own(question, in: record) == answer, "\(name)")
        }
        let odd = Self.record(["set_off": "soon"])
        let question = try #require(form.question("set_off"))
        #expect(form.own(question, in: odd) == .text("soon"), "no words are lost")
    }

    private static func record(_ own: [String: String]) -> SignedRecord {
        SignedRecord(
            kind: .caseNote, day: Day(ordinal: 20_000), form: FormEdition(version: 3, digest: 1), answers: [:], own: own
        )
    }

    @Test func twoVersionsThatSayOtherwiseDiffer() throws {
        let form = try Self.form()
        let was = Self.record([
            "stops.1.place": "Quay", "went_with": "Nan", "set_off": "2026-03-31", "set_off.time": "09:05",
        ])
        let now = Self.record([
            "stops.1.place": "Pier", "went_with.none": "Alone", "set_off": "2026-03-31", "set_off.time": "09:05",
        ])
        let told = form.differences(from: was, to: now)
        #expect(told.map(\.question.id) == ["went_with", "stops"])
        #expect(told.first?.now == .own(.noneBecause("Alone"), .person))
    }

    // MARK: The child

    private static func child() throws -> ChildRecord {
        var child = ChildRecord(id: ChildID(key: 7))
        let need = AnswerRow([.id: .items([try #require(ItemID("N1"))]), .what: .text("To see nan")])
        let outcome = AnswerRow([.id: .items([try #require(ItemID("O1"))]), .what: .text("Sees nan")])
        let nan = AnswerRow([.person: .text("Nan Oakes"), .relation: .text("grandmother")])
        let answers: [CoreField: Answer] = [
            .needs: .rows([need]), .outcomes: .rows([outcome]), .network: .rows([nan]),
        ]
        child.apply(
            .signed(
                SignedRecord(
                    kind: .people, day: Day(ordinal: 20_000), form: FormEdition(version: 1, digest: 1),
                    answers: answers)),
            origin: Origin(EventID(1), .recordedHere))
        return child
    }

    private static func refused(_ own: [String: String], standing: [String: String] = [:]) throws -> [String] {
        let child = try child()
        return try form().refusals(
            of: own, about: child, knowing: PeopleAround(of: child, in: nil, on: Day(ordinal: 20_100)),
            standing: standing
        ).map { "\($0.field): \($0.what)" }
    }

    @Test func whatIsPointedAtHasToBeThereAndOfItsKind() throws {
        #expect(try Self.refused(["went_for": "N1"]) == [])
        #expect(
            try Self.refused(["went_for": "O1\nN9"]) == [
                "went_for: O1 is an outcome", "went_for: N9 is nothing in this child’s thread",
            ])
        #expect(try Self.refused(["went_for": "N9"], standing: ["went_for": "N9"]) == [], "it was signed so before")
    }

    @Test func somebodyWhomTheRecordDoesNotKnowIsSaidToBeSomebodyElse() throws {
        #expect(try Self.refused(["went_with": "nan  oakes"]) == [])
        #expect(try Self.refused(["went_with": "Nana"]) == ["went_with: the child’s record knows nobody by that name"])
        #expect(try Self.refused(["went_with.somebody_else": "Nana"]) == [])
        #expect(try Self.refused(["went_with": "Nana"], standing: ["went_with": "Nana"]) == [])
    }

    @Test func onAnotherChildItPointsAtNothingOfTheFirst() throws {
        let kept = ["went_for": "N1", "went_with": "Nan", "went_for.none": "x", "stops.1.place": "Quay"]
        #expect(
            try Self.form().ownForAnotherChild(kept) == [
                "went_with.somebody_else": "Nan", "went_for.none": "x", "stops.1.place": "Quay",
            ], "whom the first child’s record knows is a stranger to the other’s")
    }

    // MARK: Carried

    private static func known(_ own: [String: String], classes: Answer? = nil) throws -> KnownAnswers {
        let day = Day(ordinal: 20_010)
        let record = SignedRecord(
            kind: .caseNote, day: day, form: FormEdition(version: 3, digest: 1),
            answers: classes.map { [.classes: $0] } ?? [:], own: own)
        return KnownAnswers(try form(), of: ChildAsAt(try child(), day + 10), told: [record])
    }

    @Test func whatGoesOnIsKnownAndTheRestIsAskedAnew() throws {
        let known = try Self.known([
            "pocket_money": "5 pounds", "may_collect.somebody_else": "Mr Pell", "bring": "coat", "went_with": "Nan",
        ])
        #expect(known.whole.keys.sorted() == ["may_collect", "pocket_money"])
        #expect(known.whole["may_collect"]?.what == .own(.person("Mr Pell", isKnown: false)))
        #expect(known.whole["pocket_money"]?.from.words == "From the case note of 14 October 2024")
    }

    @Test func ofTwoRecordsOfADayTheLaterGoesOn() throws {
        func record(_ money: String) -> SignedRecord { Self.record(["pocket_money": money]) }
        let told = [record("5 pounds"), record("6 pounds")]
        let known = KnownAnswers(try Self.form(), of: ChildAsAt(try Self.child(), Day(ordinal: 20_010)), told: told)
        #expect(known.whole["pocket_money"]?.what == .own(.text("6 pounds")))
    }

    @Test func whatWasForTheIROAloneDoesNotGoOnAndAClassGoesWithIt() throws {
        func marked(_ name: String) -> Answer {
            .rows([AnswerRow([.question: .text("pocket_money"), .informationClass: .choice(name)])])
        }
        let own = ["pocket_money": "5 pounds"]
        #expect(try Self.known(own, classes: marked("private_talk")).whole.isEmpty)
        #expect(try Self.known(own, classes: marked("police")).whole["pocket_money"]?.informationClass == .police)
    }
}
