import ArgumentParser
import Casework
import Days
import Oversight
import Search
import Service
import Standards

struct ChildrenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "children", abstract: "List the children looked after on a day.",
        discussion: """
            --find looks among everyone known, by any name they have or had, however it is spelt, and by their numbers; the
            nearest come first. Exits 1 where nobody is found.

            Example:
              throughline children --as-at 2018-03-31 --data data
              throughline children --find "shevaun thornmear" --data data
            """.flowing)

    @OptionGroup var question: QuestionOptions
    @OptionGroup var format: FormatOption
    @Flag(help: "Everyone known, looked after or not.") var all = false
    @Option(help: "A name, however it is spelt, or a number.") var find: String?

    func run() async throws {
        let question = try await question.question()
        let found = find.map {
            NameIndex(question.authority) { question.leftOut.contains($0.id) }.find($0)
                .compactMap { question.authority[$0] }
        }
        let lines = (found ?? question.children()).compactMap { record -> Line? in
            let child = ChildAsAt(record, question.asAt)
            guard all || found != nil || child.isLookedAfter else { return nil }
            return Line(Assessed(child, question))
        }
        try await self.question.data.keepLook(
            "children", .findChildren, shown: lines.map(\.id), query: find.map { "find=\($0)" } ?? "")
        switch format.format {
        case .json: try Output.json(lines)
        case .text:
            Output.table(
                ["Child", "Age", "Legal status", "Placement", "Overdue", "Unknown", "Signals"],
                lines.map {
                    [
                        question.title(ofChild: $0.ssda903Id), $0.age.map(String.init) ?? "not known",
                        $0.legalStatus ?? "–",
                        $0.placement ?? "–",
                        "\($0.overdue)", "\($0.unknown)", $0.signals.joined(separator: " "),
                    ]
                })
            Output.line(
                "\(lines.count) children \(find != nil ? "found" : all ? "known" : "looked after") as at \(question.asAt.inWords). Overdue and unknown count duties."
            )
        }
        if find != nil, lines.isEmpty { throw ExitCode(1) }
    }

    private struct Line: Encodable {
        let id: String
        let ssda903Id: String
        @OrNull var name: String?
        @OrNull var age: Int?
        @OrNull var legalStatus: String?
        @OrNull var placement: String?
        @OrNull var legalStatusMeaning: String?
        @OrNull var placementMeaning: String?
        let lookedAfter: Bool
        let overdue, unknown: Int
        let signals: [String]

        init(_ assessed: Assessed) {
            let child = assessed.child
            (id, ssda903Id) = (child.id.description, child.record.identity.ssda903)
            age = child.age
            name = child.record.identity.name
            legalStatus = child.legalStatus?.description
            legalStatusMeaning = child.legalStatus?.meaning
            placement = child.currentPlacement?.type.description
            placementMeaning = child.currentPlacement?.type.meaning
            lookedAfter = child.isLookedAfter
            overdue = assessed.overdue
            unknown = assessed.unknown
            signals = assessed.signals.map(\.id)
        }
    }
}
