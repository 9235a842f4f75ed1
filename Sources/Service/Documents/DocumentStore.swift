import Casework
import Crypto
import Foundation
import JournalStore

/// The bytes of documents, each once, in `files` of the data folder, under its own SHA-256. A file is whole and on the disk
/// before any event speaks of it, and is never changed; a backup copies the folder as it is.
public struct DocumentStore: Sendable {
    let folder: URL
    /// What a file is called while it is being written; a backup leaves those out.
    static let coming = ".new-"

    /// In the folder that files are staged in on their way.
    public init(beside staging: Staging) {
        folder = staging.root.deletingLastPathComponent().appendingPathComponent("files", isDirectory: true)
    }

    public init(_ data: DataDirectory) { folder = data.url.appendingPathComponent("files", isDirectory: true) }

    /// Where a file lies.
    func place(of digest: FileDigest) -> URL {
        let hex = digest.hex
        return folder.appendingPathComponent(String(hex.prefix(2)), isDirectory: true)
            .appendingPathComponent(String(hex.dropFirst(2)))
    }

    /// Keeps a file, and returns once it would survive a power cut.
    public func keep(_ bytes: Data) throws -> FileDigest {
        guard let digest = FileDigest(SHA256.hash(data: bytes)) else {
            throw JournalError.storage(path: folder.path, detail: "a digest has another length")
        }
        let place = place(of: digest)
        if read(digest) != nil { return digest }
        let inside = place.deletingLastPathComponent()
        try makePrivateDirectory(inside)
        // Under a name of its own first: somebody else may be adding the same file.
        let coming = inside.appendingPathComponent(Self.coming + UUID().uuidString)
        try writeDurably(bytes, to: coming)
        try renameDurably(coming, to: place)
        try syncToDisk(folder)
        return digest
    }

    /// A file's bytes; nil where it is gone, or is not what it was.
    public func read(_ digest: FileDigest) -> Data? {
        guard let bytes = FileManager.default.contents(atPath: place(of: digest).path),
            FileDigest(SHA256.hash(data: bytes)) == digest
        else { return nil }
        return bytes
    }
}
