import ArgumentParser
import Casework
import FormFiles

extension FormsCommand {
    struct Print: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "print", abstract: "Print the file of a form, to begin a council’s own with.",
            discussion: """
                The form in force, letter by letter: the one that comes with the product, or the council’s own in the folder
                that --forms names.

                Example:
                  throughline forms print visit > our-forms/visit.yaml
                """.flowing)
        @Argument(help: "A kind of record, as forms list shows them.") var kind: RecordKind
        @OptionGroup var forms: FormsOption

        func run() throws {
            guard let file = try forms.library()[kind] else {
                throw ValidationError("there is no form for \(kind.name); throughline forms list shows those there are")
            }
            Output.whole(file.content)
        }
    }
}
