import Casework
import CouncilFiles
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
            root = try YAMLFault.compose(content)
        } catch {
            throw FormFileError(
                name,
                [
                    FormProblem(
                        error.line ?? 1, "this is not YAML (\(error.why))",
                        "mend the YAML; a text with a colon in it stands in quotes")
                ], of: Self.kind(named: name))
        }
        guard let root else {
            throw FormFileError(
                name, [FormProblem(1, "the file is empty", "begin with form: and a kind of record")],
                of: Self.kind(named: name))
        }
        switch Form.read(Self.text(root, depth: 0)) {
        case .failure(let problems):
            let said = root["form"]?.string.flatMap(RecordKind.init(name:))
            throw FormFileError(name, problems.all, of: said ?? Self.kind(named: name))
        case .success(let form):
            let digest = SHA256.hash(data: Data(content.utf8)).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            (self.name, self.content, self.form) = (name, content, form)
            edition = FormEdition(version: UInt16(clamping: form.version), digest: digest)
        }
    }

    /// A form as it was published: it is shown for ever as it was, whatever is asked of forms today. Nil where nothing can
    /// be read of it.
    public init?(published: PublishedForm) {
        guard let root = try? YAMLFault.compose(published.content),
            let form = Form.asPublished(Self.text(root, depth: 0))
        else { return nil }
        (name, content, self.form, edition) = ("", published.content, form, published.edition)
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

    /// Which form a file is meant to be, where it does not say so itself: `our-forms/visit.yaml` is the visit.
    private static func kind(named file: String) -> RecordKind? {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return RecordKind(name: String(name.prefix { $0 != "." }))
    }
}

/// Why a form cannot be used.
public struct FormFileError: Error, Hashable, Sendable {
    public let file: String
    public let problems: [FormProblem]
    /// Which form it was to be; nil where nobody can tell.
    public let kind: RecordKind?
    init(_ file: String, _ problems: [FormProblem], of kind: RecordKind? = nil) {
        (self.file, self.problems, self.kind) = (file, problems, kind)
    }
}
