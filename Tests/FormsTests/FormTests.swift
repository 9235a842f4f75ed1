import Casework
import Days
import FormFiles
import Forms
import Testing

/// A form is data that a council may change, and not weaken.
struct FormTests {
    static let note = """
        form: case_note
        version: 2
        title: Case note
        sections:
          - title: What happened
            questions:
              - {id: subject, ask: What is it about?}
              - {id: significant, ask: Did something happen that matters?}
              - {id: views, ask: What did the child say?}
              - {id: risks, ask: Is there a risk?}
              - {id: actions, ask: What follows?}
              - {id: progress, ask: What was done?}
              - {id: measurements, ask: Is it better?}
              - {id: views_answered, ask: What did you tell the child?}
              - {id: closed, ask: What is over?}
              - {id: moved_dates, ask: Which days moved?}
              - id: mood
                ask: How did the child seem?
                kind: choice
                choices: {well: Well, low: Low}
              - {id: observations, ask: What did you see?}
              - {id: manager_told, ask: When was the manager told?}
        """

    static func problems(_ text: String) -> [String] {
        do throws(FormFileError) {
            _ = try FormFile(text, name: "note.yaml")
            return []
        } catch { return error.problems.map { "\($0.line) \($0.what)" } }
    }

    static func changed(_ line: String, to other: String) -> String { note.replacing(line, with: other) }

    @Test func everyFormThatComesWithTheProductIsSoundAndOneAKind() throws {
        let library = try FormLibrary()
        #expect(Set(library.files.keys) == Set(RecordKind.allCases))
    }

    @Test func aFormInACouncilsOwnWordsWillDo() { #expect(Self.problems(Self.note) == []) }

    @Test func aQuestionThatTheRecordNeedsIsNotLeftOut() {
        let without = Self.changed("      - {id: subject, ask: What is it about?}\n", to: "")
        #expect(Self.problems(without) == ["1 subject is not asked (it is needed to save)"])
    }

    @Test func lessIsNotAskedThanTheRecordNeeds() {
        let weak = Self.changed("ask: What is it about?", to: "ask: What is it about?, needed: sign")
        #expect(Self.problems(weak) == ["7 subject is needed to save"])
    }

    @Test func moreMayBeAsked() {
        #expect(Self.problems(Self.changed("{id: views,", to: "{id: views, needed: sign,")) == [])
    }

    @Test func aQuestionThatIsAlwaysAskedHasNoCondition() {
        let hidden = Self.changed(
            "{id: significant, ask: Did", to: "{id: significant, when: {question: subject, is: x}, ask: Did")
        #expect(Self.problems(hidden) == ["8 significant is always to be asked (it is needed to sign)"])
    }

    @Test func whatABreakReadsIsNotLeftOutThoughItMayBeLeftBlank() {
        let without = Self.changed("              - {id: manager_told, ask: When was the manager told?}", to: "")
            .replacing("      - {id: manager_told, ask: When was the manager told?}", with: "")
        #expect(Self.problems(without) == ["1 manager_told is not asked (break disclosure_not_followed)"])
    }

    @Test func whatABreakReadsIsAskedWhereverItAsks() {
        let told = "{id: manager_told, "
        let wide = "when: {question: significant, is: [disclosure, significant_event, none]}, "
        #expect(Self.problems(Self.changed(told, to: told + wide)) == [])
        let narrow = "when: {question: significant, is: disclosure}, "
        #expect(
            Self.problems(Self.changed(told, to: told + narrow)) == [
                "22 manager_told is always to be asked (break disclosure_not_followed)"
            ])
    }

    @Test func whatCanOnlyBeChosenIsNotNeededWhereNothingMayBeThere() throws {
        let visit = try #require(try FormLibrary()[.visit]).content
        let needed = visit.replacing("- id: purpose_actions\n", with: "- id: purpose_actions\n        needed: sign\n")
        #expect(needed != visit)
        #expect(
            Self.problems(needed).map { $0.drop { $0.isNumber } } == [
                " purpose_actions can only be answered where there is something to choose"
            ])
    }

    @Test func aConditionNamesAQuestionFurtherUpAndAnAnswerItHas() {
        let late = Self.changed("id: mood", to: "id: mood\n        when: {question: manager_told, is: x}")
        #expect(Self.problems(late) == ["17 manager_told is not asked before mood"])
        let never = Self.changed("id: mood", to: "id: mood\n        when: {question: significant, is: perhaps}")
        #expect(Self.problems(never) == ["17 significant is never “perhaps”"])
    }

    @Test func aNameThatEveryPageUsesIsNoQuestions() {
        #expect(Self.problems(Self.changed("id: mood", to: "id: draft")) == ["17 draft is a name that every page uses"])
    }

    @Test func aFieldIsAskedOnce() {
        #expect(
            Self.problems(Self.changed("id: mood", to: "id: mood\n        binds: views")).contains(
                "17 views is asked twice"))
    }

    @Test func aWordThatMeansNothingIsNamedWithItsLine() {
        #expect(Self.problems(Self.changed("kind: choice", to: "knid: choice")).contains("19 knid means nothing here"))
    }

    @Test func whatIsNoYAMLIsNamedWithItsLine() {
        #expect(
            Self.problems(Self.changed("version: 2", to: "version: [2")).first?.contains("this is not YAML") == true)
        #expect(Self.problems("") == ["1 the file is empty"])
    }

    @Test func aQuestionWhoseConditionDoesNotHoldIsNeitherAskedForNorTaken() throws {
        let hanging =
            Self.note + """

                      - {id: low_since, ask: Since when?, kind: text, needed: sign, when: {question: mood, is: low}}
                      - {id: low_why, ask: Why then?, kind: text, when: {question: low_since, is: yesterday}}
                """
        let form = try FormFile(hanging, name: "note.yaml").form
        #expect(try form.filled(["mood": .words("well"), "low_since": .words("May")]).get().own == ["mood": "well"])
        guard case .failure(let refusals) = form.filled(["mood": .words("low")]) else {
            Issue.record("low_since is needed")
            return
        }
        #expect(refusals.all.map(\.field) == ["low_since"])
        // What hangs on a question that is not asked is not asked either, whatever was typed there before.
        let typed: [String: Given] = [
            "mood": .words("well"), "low_since": .words("yesterday"), "low_why": .words("Nan was ill"),
        ]
        #expect(try form.filled(typed).get().own == ["mood": "well"])
    }

    @Test func whatTheFormNeedsBeyondTheLawIsNeededWhoeverAsksIt() throws {
        let strict = Self.note.replacing("{id: observations,", with: "{id: observations, needed: sign,")
            .replacing("{id: actions,", with: "{id: actions, needed: sign,")
            .replacing("{id: views,", with: "{id: views, needed: save,")
        let form = try FormFile(strict, name: "note.yaml").form
        guard case .failure(let refusals) = form.filled(["subject": .words("A call"), "significant": .words("none")])
        else { throw NotRefused() }
        #expect(refusals.all.map(\.field) == ["views", "actions", "observations"])
        let none: Given = .names(["none_because": .words("All is in the plan")])
        let whole: [String: Given] = [
            "subject": .words("A call"), "observations": .words("Rested"), "actions": none, "views": none,
        ]
        #expect(try form.filled(whole).get().answers[.observations] == .text("Rested"))
        // What nothing is kept without is known before anything is signed, whatever else is amiss.
        #expect(form.neededToSave(["manager_told": .words("soon")]).map(\.id) == ["subject", "views"])
        #expect(form.neededToSave(whole).isEmpty)
    }
    private struct NotRefused: Error {}

    @Test func anotherWordingIsAnotherEdition() throws {
        let first = try FormFile(Self.note, name: "a").edition
        let same = try FormFile(Self.note, name: "b").edition
        let other = try FormFile(Self.changed("Case note", to: "Note"), name: "a").edition
        #expect(first == same && first != other)
    }

    @Test func aCouncilsOwnQuestionTakesOnlyWhatItOffers() throws {
        let form = try FormFile(Self.note, name: "note.yaml").form
        guard case .failure(let refusals) = form.filled(["mood": .words("odd")]) else {
            Issue.record("odd is no mood")
            return
        }
        #expect(refusals.all.map(\.sentence) == ["mood: this is not what the question takes; give one of well, low"])
    }
}

/// What an answer is of, which a form may say more strictly and never less.
struct FormClassTests {
    private static let legal = """
        form: legal_planning
        version: 2
        title: Legal planning
        sections:
          - title: All
            questions:
              - {id: legal_status, ask: Where?}
              - {id: decided, ask: What?}
              - {id: reason, ask: Why?}
              - {id: plan_used, ask: Which plan?}
              - {id: plan_used_of, ask: Of which day?}
              - {id: actions, ask: Who does what?}
              - {id: advice, ask: Whose advice?, kind: text, class: court}
        """

    private static func filled(_ given: [String: Given]) throws -> Result<Filled, RecordRefusals> {
        try FormFile(legal, name: "legal.yaml").form.filled(given)
    }

    private static let answered: [String: Given] = [
        "legal_status": .words("Section 20"), "decided": .words("Wait"), "advice": .words("Counsel"),
        "actions": .list([.names(["what": .words("Write"), "class": .words("police")])]),
    ]

    @Test func legalAdviceIsLegalAdviceInEveryForm() {
        let weaker = Self.legal.replacing(
            "{id: decided, ask: What?}", with: "{id: decided, ask: What?, class: ordinary}")
        #expect(FormTests.problems(weaker) == ["8 decided is not ordinary (legal advice)"])
        #expect(
            FormTests.problems(Self.legal.replacing("ask: What?}", with: "ask: What?, class: police}")) == [])
    }

    @Test func theRecordKeepsTheClassOfEachAnswerThatIsNotOrdinary() throws {
        let filled = try Self.filled(Self.answered).get()
        let record = SignedRecord(
            kind: .legalPlanning, day: Day(ordinal: 0), form: FormEdition(version: 2, digest: 1),
            answers: filled.answers, own: filled.own)
        #expect(record.informationClass(of: "decided") == .legalAdvice)
        #expect(record.informationClass(of: "legal_status") == .court)
        #expect(record.informationClass(of: "advice") == .court)
        guard case .rows(let rows) = record.answers[.actions] else { throw NoRows() }
        #expect(record.informationClass(of: rows[0], in: .actions) == .police)
    }
    private struct NoRows: Error {}

    @Test func aWriterMarksMoreAndNeverLess() throws {
        var given = Self.answered
        given["classes"] = .list([.names(["question": .words("decided"), "class": .words("police")])])
        guard case .rows(let rows)? = try Self.filled(given).get().answers[.classes] else { throw NoRows() }
        #expect(rows.contains { $0[.question] == .text("decided") && $0[.informationClass] == .choice("police") })
        given["classes"] = .list([.names(["question": .words("decided"), "class": .words("ordinary")])])
        guard case .failure(let weaker) = try Self.filled(given) else { throw NoRows() }
        #expect(weaker.all.map(\.field) == ["classes[1].class"])
        given["classes"] = .list([.names(["question": .words("mood"), "class": .words("police")])])
        guard case .failure(let unknown) = try Self.filled(given) else { throw NoRows() }
        #expect(unknown.all.map(\.field) == ["classes[1].question"])
    }
}
