import Casework
import Foundation
import Returns

/// A row of a names file, by its headings.
struct NameRow {
    /// The columns, each with the headings it goes by. The order of a file's columns does not matter.
    enum Column: String, CaseIterable {
        case number = "ssda903_id"
        case given = "given_names"
        case family = "family_name"
        case knownAs = "known_as"
        case former = "former_names"
        case pronouns

        var headings: [String] {
            switch self {
            case .number: ["ssda903_id", "ssda903", "child"]
            case .given: ["given_names", "given_name", "given names", "forenames", "forename", "first name"]
            case .family: ["family_name", "family name", "surname", "last name"]
            case .knownAs: ["known_as", "known as", "preferred name"]
            case .former: ["former_names", "former_name", "former names"]
            case .pronouns: ["pronouns"]
            }
        }
    }

    let file: String
    let line: Int
    private let cells: [Column: String]

    /// The child that the row names, and what it says that is not known yet.
    func events(
        in authority: Authority, alreadyNamed: [ChildID: NameRow]
    ) throws(RowProblem) -> (ChildRecord, [IdentityEvent]) {
        guard let number = cells[.number], !number.isEmpty else {
            throw problem(.number, "the row has no child’s number", "give the number that the return uses")
        }
        guard let child = authority.child(ssda903: number) else {
            throw problem(
                .number, "no child here has the number \(number)",
                "import the return that has the child first, or take the row out")
        }
        if let earlier = alreadyNamed[child.id], earlier.cells != cells {
            throw problem(
                .number, "the child is named otherwise on line \(earlier.line), which was used",
                "keep the row that is right")
        }
        let names = child.identity.names
        var name = names.current
        if let given = cells[.given] { name.given = given }
        if let family = cells[.family] { name.family = family }
        if let knownAs = cells[.knownAs] { name.knownAs = knownAs }
        if let pronouns = cells[.pronouns] { name.pronouns = pronouns }
        if name.legal.isEmpty {
            throw problem(.given, "the row gives neither a given nor a family name", "write at least one of them")
        }
        let former = (cells[.former] ?? "").split(separator: ";").map { Self.tidy(String($0)) }.filter { !$0.isEmpty }
        try check(name, former)
        var events: [IdentityEvent] = name == names.current && names.origin != nil ? [] : [.named(name)]
        var held = names.former + [names.current.legal, name.legal]
        for name in former where !held.contains(name) {
            events.append(.formerlyNamed(name))
            held.append(name)
        }
        return (child, events)
    }

    private func check(_ name: ChildName, _ former: [String]) throws(RowProblem) {
        let parts: [(Column, String)] =
            [(.given, name.given), (.family, name.family), (.knownAs, name.knownAs), (.pronouns, name.pronouns)]
            + former.map { (.former, $0) }
        for (column, part) in parts {
            if part.utf8.count > ChildName.longestPart {
                throw problem(
                    column, "the cell is longer than \(ChildName.longestPart) bytes",
                    "shorten it; several former names are separated by semicolons")
            }
            if part.unicodeScalars.contains(where: { $0.value < 32 || $0 == "\u{FFFD}" }) {
                throw problem(
                    column, "the cell holds characters that are no letters", "save the file as UTF-8 and look")
            }
        }
    }

    private func problem(_ column: Column, _ message: String, _ remedy: String) -> RowProblem {
        RowProblem(self, column.rawValue, message, remedy)
    }

    /// Composed, with single spaces: one name is one text, however it was typed.
    private static func tidy(_ cell: String) -> String {
        cell.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Reads a whole file.
    ///
    /// - Throws: ``ServiceError/notRead(file:why:)``.
    static func read(_ file: String) throws -> [NameRow] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ServiceError.notRead(file: file, why: "the file cannot be read")
        }
        let rows: [CSVTable.Row]
        do {
            rows = try CSVTable.read(data, file: file)
        } catch {
            throw ServiceError.notRead(file: file, why: "\(error)")
        }
        guard let first = rows.first else {
            throw ServiceError.notRead(file: file, why: "the file has no rows; the first line names the columns")
        }
        var headings: [Column: String] = [:]
        for column in Column.allCases { headings[column] = column.headings.first { first.cells[$0] != nil } }
        guard headings[.number] != nil, headings[.given] != nil || headings[.family] != nil else {
            throw ServiceError.notRead(
                file: file,
                why:
                    "the first line must name the columns: ssda903_id, given_names, family_name, known_as, former_names, pronouns"
            )
        }
        return rows.map { row in
            NameRow(
                file: file, line: row.line,
                cells: headings.compactMapValues { row.cells[$0].map { Self.tidy($0.replacing("\"\"", with: "\"")) } })
        }
    }
}
