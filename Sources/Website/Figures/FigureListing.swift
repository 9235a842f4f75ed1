import Access
import Casework
import Days
import Measures
import Service
import Spreadsheets
import Standards

/// The list behind a number: the members of one part of a figure, or of a part of that, a row each. The page and the files
/// are written from this one value, and the number is its length, so they cannot differ.
struct FigureListing {
    enum Part: String, CaseIterable {
        case numerator, denominator, unknown

        func title(of indicator: Indicator) -> String {
            switch self {
            case .numerator: indicator.unit == .meanDays || indicator.unit == .meanScore ? "Averaged" : "Counted"
            case .denominator: "Out of"
            case .unknown: "Not known"
            }
        }

        func members(of figure: Figure) -> [Member] {
            switch self {
            case .numerator: figure.numerator
            case .denominator: figure.denominator
            case .unknown: figure.unknown
            }
        }
    }

    let figure: Figure
    let part: Part
    /// Which part of the figure, where it is cut.
    let cut: (split: Split, title: String)?
    let table: Table
    /// The children it lists, for the log of who has looked.
    var children: [ChildID] { table.children }
    /// Members who are counted and not listed to the viewer.
    let hidden: Int

    /// Nil where the address names no part, or no part of the cut.
    init?(_ figure: Figure, _ part: Part, by split: Split?, of title: String?, _ board: FigureBoard, _ sight: Sight) {
        var figure = figure
        if let split {
            guard let title, let found = board.parts(of: figure, by: split).first(where: { $0.title == title }) else {
                return nil
            }
            figure = found.figure
            cut = (split, title)
        } else {
            cut = nil
        }
        (self.figure, self.part) = (figure, part)
        let members = part.members(of: figure)
        let listed = members.filter { sight.mayList($0.child) }
        hidden = members.count - listed.count
        table = Self.table(figure, part, cut?.title, listed, board.question)
    }

    private static func table(
        _ figure: Figure, _ part: Part, _ cut: String?, _ members: [Member], _ question: Question
    ) -> Table {
        let hasDays = members.contains { $0.event != nil }
        let values =
            figure.values.isEmpty || part == .unknown
            ? [:]
            : Dictionary(
                zip(figure.numerator, figure.values), uniquingKeysWith: { first, _ in first })
        // Who it is stands as in every list of children: by name, then by number.
        var columns = ChildrenColumn.all.filter { ChildrenColumn.always.contains($0.id) }.map(\.heading)
        if hasDays { columns.append(Table.Column("Day", width: 18)) }
        if !values.isEmpty {
            columns.append(Table.Column(figure.unit == .meanDays ? "Days" : "Points", isNumeric: true))
        }
        columns += [
            Table.Column("Age", isNumeric: true), Table.Column("Legal status", width: 32),
            Table.Column("Placement", width: 32), Table.Column("Team"),
        ]
        let rows = members.compactMap { member in question.authority[member.child].map { (member, $0) } }
            .sorted { a, b in
                let (one, two) = (a.1.identity, b.1.identity)
                if (one.name == nil) != (two.name == nil) { return two.name == nil }
                if one.names.current.filed != two.names.current.filed {
                    return one.names.current.filed < two.names.current.filed
                }
                return one.ssda903 != two.ssda903
                    ? Question.numberOrder(one.ssda903, two.ssda903)
                    : (a.0.event ?? .distantPast) < (b.0.event ?? .distantPast)
            }
            .map { member, record -> Table.Row in
                let child = ChildAsAt(record, figure.asAt)
                var cells: [Table.Cell] = [
                    .text(record.identity.name ?? ChildrenColumn.noName), .text(record.identity.ssda903),
                ]
                if hasDays { cells.append(member.event.map { .day($0) } ?? .nothing) }
                if !values.isEmpty { cells.append(values[member].map { .decimal($0) } ?? .nothing) }
                let team = child.socialWorker.flatMap { question.team(ofWorker: $0.worker) }
                cells += [
                    child.age.map { .number($0) } ?? .text("not known"),
                    .text(child.legalStatus?.meaning ?? "not looked after on the day"),
                    .text(child.currentPlacement?.type.meaning ?? "not looked after on the day"),
                    .text(team ?? "not known"),
                ]
                return Table.Row(record.id.description, cells)
            }
        let indicator = figure.indicator
        let words =
            switch part {
            case .numerator: indicator.definition.counts
            case .denominator: indicator.definition.of.isEmpty ? indicator.definition.counts : indicator.definition.of
            case .unknown: indicator.definition.unknown
            }
        let notes = [
            "As at \(figure.asAt.inWords); the period is \(indicator.span.title).",
            "\(part.title(of: indicator)): \(words).",
            "Age, legal status, placement and team are those of \(figure.asAt.inWords).",
        ]
        return Table(
            "\(figure.title) (\(figure.id)): \(part.title(of: indicator).lowercased())\(cut.map { ", \($0)" } ?? "")",
            notes: notes, columns: columns, rows: rows)
    }
}
