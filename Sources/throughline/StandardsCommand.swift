import ArgumentParser
import Days
import Standards

struct StandardsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standards", abstract: "List what the law, guidance and local aims ask for.",
        discussion: """
            Example:
              throughline standards --format json
            """.flowing)

    @OptionGroup var format: FormatOption
    @Flag(help: "Write docs/standards.md.") var markdown = false

    func run() throws {
        if markdown { return Output.line(Catalogue.markdown()) }
        switch format.format {
        case .json: try Output.json(Catalogue.standards.map(Line.init))
        case .text:
            Output.table(
                ["Id", "Weight", "Sure", "Source", "Title"],
                Catalogue.standards.map {
                    [$0.id, $0.weight.rawValue, $0.certainty.rawValue, $0.source.description, $0.title]
                })
        }
    }

    private struct Line: Encodable {
        let id, title, weight, statedWeight, certainty, source: String
        let inForceFrom, inForceTo: String?
        let startedBy: String
        let isStartedByReturn: Bool
        let populations, reads: [String]

        init(_ standard: Standard) {
            (id, title, weight) = (standard.id, standard.title, standard.weight.rawValue)
            (statedWeight, certainty) = (standard.statedWeight.rawValue, standard.certainty.rawValue)
            source = standard.source.description
            inForceFrom = standard.inForce.start == .distantPast ? nil : standard.inForce.start.description
            inForceTo = standard.inForce.end == .distantFuture ? nil : standard.inForce.end.description
            (startedBy, isStartedByReturn) = (standard.startedBy, standard.isStartedByReturn)
            populations = standard.populations.titles
            reads = standard.reads.map(\.rawValue).sorted()
        }
    }
}
