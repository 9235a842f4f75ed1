import Casework
import Forms

/// A file of the council's folder that is not in force as it stands there: it is new, or was changed since the service read
/// it, or will not do.
public struct WaitingForm: Sendable {
    /// The file, as messages name it.
    public let name: String
    /// Which form it is meant to be; nil where nobody can tell.
    public let kind: RecordKind?
    public let read: Result<FormFile, FormFileError>

    public var file: FormFile? { try? read.get() }
    /// What is wrong with it; empty where it will do.
    public var problems: [FormProblem] { if case .failure(let error) = read { error.problems } else { [] } }
}

extension FormLibrary {
    /// What the council's folder holds now and is not in force, by file; nothing where there is no such folder. Of two files
    /// of one form the later by name is meant, as when the service starts.
    public func waiting() -> [WaitingForm] {
        guard let folder, let paths = try? Self.files(in: folder) else { return [] }
        let read = paths.map { path -> WaitingForm in
            do throws(FormFileError) {
                let file = try FormFile(Self.text(path), name: path)
                return WaitingForm(name: path, kind: file.form.kind, read: .success(file))
            } catch {
                return WaitingForm(name: path, kind: error.kind, read: .failure(error))
            }
        }
        return read.enumerated().filter { place, one in
            let isLast = !read[(place + 1)...].contains { $0.kind == one.kind && one.kind != nil && $0.file != nil }
            return isLast && (one.kind.flatMap { self[$0]?.edition } != one.file?.edition || one.file == nil)
        }.map(\.element)
    }

    public func waiting(_ kind: RecordKind) -> WaitingForm? { waiting().last { $0.kind == kind } }

    /// The forms in force once a file of the council's is among them.
    public func bringing(_ file: FormFile) -> FormLibrary {
        var library = self
        library.take(file)
        return library
    }
}
