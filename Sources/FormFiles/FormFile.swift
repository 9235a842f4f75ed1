import Casework
import Crypto
import Forms
import Foundation
import Yams

/// A form as a file: its text, and what it says.
public struct FormFile: Sendable {
    /// The file, as messages name it.
    public let name: String
    public let content: String
    public let form: Form
    public let edition: FormEdition

    /// - Throws: ``FormFileError``, naming the file and every line that is wrong.
    public init(_ content: String, name: String) throws(FormFileError) {
        let root: Node?
        do {
            root = try compose(yaml: content)
        } catch {
            throw FormFileError(name, [Self.problem(error)])
        }
        guard let root else {
            throw FormFileError(name, [FormProblem(1, "the file is empty", "begin with form: and a kind of record")])
        }
        switch Form.read(Self.text(root, depth: 0)) {
        case .failure(let problems): throw FormFileError(name, problems.all)
        case .success(let form):
            let digest = SHA256.hash(data: Data(content.utf8)).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            (self.name, self.content, self.form) = (name, content, form)
            edition = FormEdition(version: UInt16(clamping: form.version), digest: digest)
        }
    }

    /// What was published, for the journal.
    public var published: PublishedForm { PublishedForm(kind: form.kind, edition: edition, content: content) }

    /// Deeper than any form goes; a file that nests without end is cut there and found wrong.
    private static let deepest = 12

    private static func text(_ node: Node, depth: Int) -> FormText {
        let line = node.mark?.line ?? 1
        guard depth < deepest else { return .words("", line: line) }
        switch node {
        case .mapping(let mapping):
            return .names(
                mapping.map { key, value in
                    (key.scalar?.string ?? "", key.mark?.line ?? line, text(value, depth: depth + 1))
                }, line: line)
        case .sequence(let sequence): return .list(sequence.map { text($0, depth: depth + 1) }, line: line)
        case .scalar(let scalar): return .words(scalar.string, line: line)
        case .alias: return .words("", line: line)
        }
    }

    private static func problem(_ error: any Error) -> FormProblem {
        let remedy = "mend the YAML; a text with a colon in it stands in quotes"
        return switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            FormProblem(mark.line, "this is not YAML (\(problem))", remedy)
        case .duplicatedKeysInMapping(let duplicates, let context):
            FormProblem(
                context.mark.line, "\(duplicates.sorted().joined(separator: ", ")) is said twice", "leave one out")
        default: FormProblem(1, "this is not YAML", remedy)
        }
    }
}

/// Why a form cannot be used.
public struct FormFileError: Error, Hashable, Sendable {
    public let file: String
    public let problems: [FormProblem]
    init(_ file: String, _ problems: [FormProblem]) { (self.file, self.problems) = (file, problems) }
}
