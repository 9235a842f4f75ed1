import FormFiles
import Forms
import Testing

/// A council's own question that cannot be asked is named with its line and with what to do.
struct OwnQuestionFileTests {
    /// What is wrong with a case note that asks one question more.
    private static func problems(_ question: String) -> [String] {
        do throws(FormFileError) {
            _ = try FormFile(
                FormTests.note + "\n      - {id: mine, ask: What of mine?, \(question)}\n", name: "note.yaml")
            return []
        } catch { return error.problems.map { "\($0.line) \($0.what): \($0.remedy)" } }
    }

    @Test(arguments: [
        "kind: moment", "kind: person, none_because: true, needed: sign", "kind: link, to: need",
        "kind: link, to: [risk, action], none_because: true, needed: sign", "kind: text, carries: true",
        "kind: table, columns: [{id: a, ask: A}, {id: b, ask: B, kind: choice, choices: {x: X}, needed: sign}]",
        "kind: upload, when: {question: mood, is: well}",
    ])
    func oneOfEachWillDo(_ question: String) { #expect(Self.problems(question) == []) }

    @Test func aLinkSaysWhatItMayBeJoinedTo() {
        let kinds = "need, risk, outcome, action, view, decision, concern"
        #expect(
            Self.problems("kind: link") == [
                "23 mine does not say what it may be joined to: write to: and one or more of \(kinds), as to: [need, risk]"
            ])
        #expect(
            Self.problems("kind: link, to: [need, plan]") == ["23 “plan” is no part of a child’s thread: use \(kinds)"])
        #expect(
            Self.problems("kind: link, to: need, needed: sign") == [
                "23 mine can only be answered where there is something to choose: leave needed out, or write none_because: true"
            ])
        #expect(Self.problems("kind: text, to: need") == ["23 to means nothing here: mine is no link: leave to out"])
    }

    @Test func aTableHasColumnsThatCanBeFilledIn() {
        func columns(_ columns: String) -> [String] { Self.problems("kind: table, columns: [\(columns)]") }
        #expect(
            Self.problems("kind: table") == [
                "23 mine has no columns: write columns: and a list, each with id, ask and kind"
            ])
        #expect(
            Self.problems("kind: date, columns: [{id: a, ask: A}]") == [
                "23 columns means nothing here: mine is no table: leave columns out"
            ])
        #expect(
            columns("{ask: A}") == ["23 a column of mine has no id: write id: and a short name of small letters and _"])
        #expect(columns("{id: a}") == ["23 the column a asks nothing: write ask: and what it asks"])
        #expect(
            columns("{id: a, ask: A, kind: table}") == [
                "23 the column a cannot take table: write kind: and one of text, long_text, date, yes_no, choice"
            ])
        #expect(
            columns("{id: a, ask: A, kind: choice}") == [
                "23 the column a offers nothing to choose: write choices: with a name and words for each"
            ])
        #expect(columns("{id: a, ask: A}, {id: a, ask: B}") == ["23 mine has two columns a: give one another id"])
        #expect(
            columns("{id: none, ask: A}") == ["23 none is a name that every table uses: give the column another id"])
        #expect(
            columns("{id: a, ask: A, needed: save}") == [
                "23 a column is needed to sign, or not: write needed: sign, or needed: no"
            ])
        #expect(
            columns("{id: a, ask: A, hint: B}") == ["23 hint means nothing here: use ask, choices, id, kind, needed"])
        let many = (1...13).map { "{id: a\($0), ask: A}" }.joined(separator: ", ")
        #expect(columns(many) == ["23 mine has 13 columns: ask at most 12 things of a row"])
    }

    @Test func whatGoesWithAQuestionIsTrueOrFalse() {
        for name in ["none_because", "carries"] {
            #expect(
                Self.problems("kind: text, \(name): perhaps") == [
                    "23 \(name) is true or false: write \(name): true, or leave it out"
                ])
        }
    }

    @Test func aFieldThatRulesReadTakesNoneOfIt() {
        let bound = FormTests.changed("{id: views,", to: "{id: views, none_because: true, carries: true,")
        #expect(
            FormTests.problems(bound) == [
                "9 none_because means nothing here: views binds views",
                "9 carries means nothing here: views binds views",
            ])
    }

    @Test func nothingHangsOnWhatCannotBeCompared() {
        let table =
            FormTests.note + """

                      - {id: who, ask: Who?, kind: person}
                      - {id: then, ask: Then?, kind: text, when: {question: who, is: Nan}}
                """
        #expect(
            FormTests.problems(table).map { $0.prefix(38) } == ["24 then cannot hang on who, which take"])
    }

    @Test func whatItTakesIsSaidWhereAKindIsNone() {
        #expect(Self.problems("kind: photo")[0].hasSuffix("yes_no, upload, person, link, table, or bind a field"))
    }
}
