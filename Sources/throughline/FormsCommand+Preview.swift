import ArgumentParser
import Casework
import FormFiles
import Forms

extension FormsCommand {
    struct Preview: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what a form file would ask, and what it changes.",
            discussion: """
                Every question with what it takes, then what is different from the form in force: the one that comes with the
                product, or the council’s own in the folder that --forms names. Exits 1 where the file cannot be used.

                Example:
                  throughline forms preview new/visit.yaml --forms our-forms
                """.flowing)
        @Argument(help: "A form file.") var file: String
        @OptionGroup var forms: FormsOption
        @OptionGroup var format: FormatOption

        func run() throws {
            let read: FormFile
            do throws(FormFileError) {
                read = try FormFile(FormLibrary.text(file), name: file)
            } catch {
                for problem in error.problems { Output.line("\(file), \(problem.sentence).") }
                throw ExitCode(1)
            }
            let before = try forms.library()[read.form.kind]?.form
            let changes = before.map { read.form.changes(from: $0) } ?? []
            switch format.format {
            case .json: try Output.json(Answer(read.form, against: before, changes))
            case .text: tell(read.form, against: before, changes)
            }
        }

        private func tell(_ form: Form, against before: Form?, _ changes: [FormChange]) {
            Output.heading("\(form.title) (\(form.kind.name), version \(form.version))")
            for section in form.sections {
                Output.line(section.title)
                Output.table(
                    ["Question", "Asks", "Takes", "Needed"],
                    section.questions.map { question in
                        [
                            question.id, question.asks, question.takes,
                            question.needed.rawValue + (question.condition.map { ", where \($0.words)" } ?? ""),
                        ]
                    })
            }
            guard let before else { return }
            Output.heading("Against version \(before.version)")
            if changes.isEmpty { Output.line("No question is different.") }
            for change in changes { Output.line(change.sentence + ".") }
            if !form.isNumberedAnew(from: before), form != before {
                Output.line("Its version is \(form.version): give it a number above \(before.version).")
            }
        }

        private struct Answer: Encodable {
            let kind, title: String
            let version: Int
            let against: Int?
            let changes: [String]
            let lines: [RecordSchema.Line]

            init(_ form: Form, against before: Form?, _ changes: [FormChange]) {
                (kind, title, version) = (form.kind.name, form.title, form.version)
                (against, self.changes) = (before?.version, changes.map(\.sentence))
                lines = RecordSchema(form).lines
            }
        }
    }
}
