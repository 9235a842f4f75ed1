import Casework
import CouncilFiles
import Yams

/// A plan of the reviewing service as a file holds it, YAML or JSON, with the line of each thing that it says.
///
/// ```yaml
/// year: 2026-27
/// day: 2026-05-12
/// signed_by: Ruth Example
/// posts: {established: 8, in_post: 6.4}
/// report_due: 2027-09-30
/// functions:
///   appointed: The business manager appoints the officer on the day that a child comes into care.
/// actions:
///   - function: enough_officers
///     what: Fill the two empty posts
///     owner: Ruth Example
///     due: 2026-10-31
///     known_by: No officer holds more than 70 children
/// ```
public struct ReviewingPlanFile: Sendable {
    public private(set) var plan = ReviewingPlanCommand()
    /// What the file says of a report that was published; nil where it says nothing of one.
    public private(set) var report: ReviewingReportCommand?
    private var lines: [String: Int] = [:]

    /// What is wrong with one thing that the file says.
    public struct Problem: Error, Hashable, Sendable {
        public let line: Int?
        public let field, what, remedy: String

        public var sentence: String {
            [line.map { "line \($0)" }, field].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
                + ": \(what); \(remedy)"
        }
    }

    /// - Throws: ``Problem`` where it is not laid out as a plan is.
    public init(_ file: String) throws(Problem) {
        let root: Node?
        do { root = try YAMLFault.compose(file) } catch {
            throw Problem(
                line: error.line, field: "", what: "this is neither YAML nor JSON (\(error.why))",
                remedy: "compare it with docs/cli.md")
        }
        for (key, value, line) in try mapping(root, "", line: 1) {
            switch key {
            case "year": plan.year = try text(value, key, line)
            case "day": plan.day = try text(value, key, line)
            case "signed_by": plan.signedBy = try text(value, key, line)
            case "report_due": plan.reportDue = try text(value, key, line)
            case "posts": try readPosts(value, line)
            case "functions":
                for (name, value, line) in try mapping(value, key, line: line) {
                    plan.functions[name] = try text(value, "functions.\(name)", line)
                }
            case "actions": try readActions(value, line)
            case "report": try readReport(value, line)
            default:
                throw Self.unknown(
                    key, line, "year, day, signed_by, posts, report_due, functions, actions and report")
            }
        }
        report?.signedBy = plan.signedBy
    }

    private mutating func readPosts(_ node: Node, _ line: Int) throws(Problem) {
        for (key, value, line) in try mapping(node, "posts", line: line) {
            switch key {
            case "established": plan.established = try text(value, "established", line)
            case "in_post": plan.inPost = try text(value, "in_post", line)
            default: throw Self.unknown("posts.\(key)", line, "established and in_post")
            }
        }
    }

    private mutating func readActions(_ node: Node, _ line: Int) throws(Problem) {
        if Self.isNothing(node) { return }
        guard let rows = node.sequence else {
            throw Problem(
                line: line, field: "actions", what: "this is no list", remedy: "begin each action with a dash")
        }
        for (place, row) in rows.enumerated() {
            let at = "actions[\(place + 1)]"
            var action = ReviewingPlanCommand.Row()
            let start = row.mark?.line ?? line
            lines[at] = start
            for (key, value, line) in try mapping(row, at, line: start) {
                let said = try text(value, "\(at).\(key)", line)
                switch key {
                case "id": action.id = said
                case "function": action.function = said
                case "what": action.what = said
                case "owner": action.owner = said
                case "due": action.due = said
                case "known_by": action.knownBy = said
                case "done": action.done = said
                case "changed": action.changed = said
                default:
                    throw Self.unknown(
                        "\(at).\(key)", line, "function, what, owner, due, known_by, done, changed and id")
                }
            }
            plan.actions.append(action)
        }
    }

    private mutating func readReport(_ node: Node, _ line: Int) throws(Problem) {
        if Self.isNothing(node) { return }
        var report = ReviewingReportCommand()
        for (key, value, line) in try mapping(node, "report", line: line) {
            let said = try text(value, "report.\(key)", line)
            switch key {
            case "year": report.year = said
            case "day": report.day = said
            case "place": report.place = said
            case "presented": report.presented = said
            default: throw Self.unknown("report.\(key)", line, "year, day, place and presented")
            }
        }
        self.report = report
    }

    private mutating func mapping(
        _ node: Node?, _ field: String, line: Int
    ) throws(Problem) -> [(String, Node, Int)] {
        guard let mapping = node?.mapping else {
            throw Problem(
                line: line, field: field, what: "here names with values belong", remedy: "compare it with docs/cli.md")
        }
        return mapping.map { ($0.key.scalar?.string ?? "", $0.value, $0.key.mark?.line ?? line) }
    }

    private mutating func text(_ node: Node, _ field: String, _ line: Int) throws(Problem) -> String {
        lines[field] = line
        if Self.isNothing(node) { return "" }
        guard let text = node.scalar?.string else {
            throw Problem(line: line, field: field, what: "this is a list or more", remedy: "give one value")
        }
        return text
    }

    private static func isNothing(_ node: Node) -> Bool {
        node.scalar.map { ["", "~", "null"].contains($0.string) } ?? false
    }

    private static func unknown(_ field: String, _ line: Int, _ known: String) -> Problem {
        Problem(line: line, field: field, what: "a plan has no such field", remedy: "it has \(known)")
    }

    /// What is in the way of the plan, or of the report, with the lines of the file; of what is not there, the line of what
    /// it belongs to.
    public func problems(_ refusals: RecordRefusals, ofReport: Bool = false) -> [Problem] {
        refusals.all.map { refusal in
            let field = ofReport ? "report.\(refusal.field)" : refusal.field
            return Problem(line: line(of: field), field: field, what: refusal.what, remedy: refusal.remedy)
        }
    }

    private func line(of field: String) -> Int? {
        if let line = lines[field] { return line }
        return field.lastIndex(of: ".").flatMap { line(of: String(field[..<$0])) }
    }
}
