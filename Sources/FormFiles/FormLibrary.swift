import Casework
import Forms
import Foundation

/// The forms in force: those that come with the product and, in their place, the council's own.
public struct FormLibrary: Sendable {
    public private(set) var files: [RecordKind: FormFile]
    /// Files of the council's that cannot be used. The form before each stays in force.
    public private(set) var problems: [FormFileError] = []
    private var origins: [RecordKind: Origin] = [:]
    /// Where the council's own are; nil where it keeps none.
    public private(set) var folder: String?

    /// Whose a form is.
    public enum Origin: Hashable, Sendable {
        case builtIn
        case council
        /// The council's own as it was last published, because its file cannot be used.
        case published
    }

    public func origin(of kind: RecordKind) -> Origin { origins[kind] ?? .builtIn }

    /// The council's own that are in force.
    public var council: [FormFile] { files.values.filter { origin(of: $0.form.kind) == .council } }

    /// The forms that come with the product.
    public init() throws(FormFileError) {
        files = [:]
        for (name, bytes) in BuiltInForms.all {
            let file = try FormFile(String(decoding: bytes, as: UTF8.self), name: name)
            files[file.form.kind] = file
        }
    }

    /// The forms that come with the product, until the council puts its own into a folder that may not be there yet.
    public init(toComeFrom folder: String) throws(FormFileError) {
        try self.init()
        self.folder = folder
    }

    /// With every `.yaml` of a folder in the place of the form of its kind.
    ///
    /// A file that cannot be used never stops the service: it is kept among ``problems``, and the last form of its kind that
    /// was published serves; where none was, the one that comes with the product.
    public init(folder: String, published: [PublishedForm] = []) throws {
        try self.init(toComeFrom: folder)
        for path in try Self.files(in: folder) {
            do throws(FormFileError) {
                put(try FormFile(Self.text(path), name: path))
            } catch {
                problems.append(error)
                guard let kind = error.kind, origins[kind] == nil,
                    let last = published.first(where: { $0.kind == kind }).flatMap(FormFile.init(published:)),
                    last.edition != files[kind]?.edition
                else { continue }
                (files[kind], origins[kind]) = (last, .published)
            }
        }
    }

    private mutating func put(_ file: FormFile) {
        files[file.form.kind] = file
        origins[file.form.kind] = .council
    }

    /// Puts a file of the council's in the place of the form of its kind: what was wrong with an earlier one is no more.
    mutating func take(_ file: FormFile) {
        put(file)
        problems.removeAll { $0.kind == file.form.kind }
    }

    public subscript(_ kind: RecordKind) -> FormFile? { files[kind] }

    /// The form files of a folder, by name.
    public static func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted().map { folder + "/" + $0 }
    }

    /// What a file says.
    ///
    /// - Throws: ``FormFileError`` where it cannot be read, is no text, or is longer than any form.
    public static func text(_ path: String) throws(FormFileError) -> String {
        let most = 1 << 20
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw FormFileError(path, [FormProblem(1, "the file cannot be read", "name a file that is there")])
        }
        guard bytes.count <= most else {
            throw FormFileError(path, [FormProblem(1, "the file is longer than 1 MB", "a form is a few pages of text")])
        }
        guard let text = String(data: bytes, encoding: .utf8) else {
            throw FormFileError(path, [FormProblem(1, "the file is not UTF-8", "save it as UTF-8")])
        }
        return text
    }
}
