import ArgumentParser
import Casework
import FormFiles
import Forms
import Foundation

struct FormsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forms", abstract: "Look at the forms, and check the council’s own.",
        subcommands: [List.self, Print.self, Check.self, Preview.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the forms in force.",
            discussion: """
                Example:
                  throughline forms list --forms our-forms
                """.flowing)
        @OptionGroup var forms: FormsOption
        @OptionGroup var format: FormatOption

        func run() throws {
            let library = try forms.library()
            let files = RecordKind.allCases.compactMap { library[$0] }
            switch format.format {
            case .json:
                try Output.json(
                    files.map {
                        Line(
                            kind: $0.form.kind.name, title: $0.form.title, version: $0.form.version, file: $0.name,
                            questions: $0.form.questions.count)
                    })
            case .text:
                Output.table(
                    ["Kind", "Title", "Version", "Questions", "File"],
                    files.map {
                        [
                            $0.form.kind.name, $0.form.title, "\($0.form.version)", "\($0.form.questions.count)",
                            $0.name,
                        ]
                    })
            }
        }

        private struct Line: Encodable {
            let kind, title: String
            let version: Int
            let file: String
            let questions: Int
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check form files, and name what is wrong with file and line.",
            discussion: """
                Exits 1 where a form cannot be used. Without files, the forms that come with the product are checked.

                Example:
                  throughline forms check our-forms/visit.yaml
                """.flowing)
        @Argument(help: "Form files, or folders of them.") var files: [String] = []
        @OptionGroup var format: FormatOption

        func run() throws {
            var problems: [Line] = []
            var checked = 0
            for path in try paths() {
                checked += 1
                do throws(FormFileError) {
                    _ = try FormFile(FormLibrary.text(path), name: path)
                } catch {
                    problems += error.problems.map {
                        Line(file: error.file, line: $0.line, message: $0.what, remedy: $0.remedy)
                    }
                }
            }
            if files.isEmpty { checked = try FormLibrary().files.count }
            switch format.format {
            case .json: try Output.json(Answer(checked: checked, problems: problems))
            case .text:
                for problem in problems {
                    Output.line("\(problem.file), line \(problem.line): \(problem.message); \(problem.remedy).")
                }
                Output.line(
                    "\(checked) form\(checked == 1 ? "" : "s"); \(problems.count) problem\(problems.count == 1 ? "" : "s")."
                )
            }
            if !problems.isEmpty { throw ExitCode(1) }
        }

        private func paths() throws -> [String] {
            try files.flatMap { path -> [String] in
                var isFolder: ObjCBool = false
                guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                    throw ValidationError("\(path) is not there; name a form file or a folder of them")
                }
                return isFolder.boolValue ? try FormLibrary.files(in: path) : [path]
            }
        }

        private struct Answer: Encodable {
            let checked: Int
            let problems: [Line]
        }
        private struct Line: Encodable {
            let file: String
            let line: Int
            let message, remedy: String
        }
    }
}
