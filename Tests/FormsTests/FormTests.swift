import Casework
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
        #expect(Self.problems(without) == ["1 subject is not asked"])
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
        #expect(Self.problems(hidden) == ["8 significant is always to be asked"])
    }

    @Test func aConditionNamesAQuestionFurtherUpAndAnAnswerItHas() {
        let late = Self.changed("{id: views,", to: "{id: views, when: {question: mood, is: well},")
        #expect(Self.problems(late) == ["9 mood is not asked before views"])
        let never = Self.changed("{id: views,", to: "{id: views, when: {question: significant, is: perhaps},")
        #expect(Self.problems(never) == ["9 significant is never “perhaps”"])
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
