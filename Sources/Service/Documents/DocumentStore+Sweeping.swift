import Casework
import Foundation
import JournalStore

extension DocumentStore {
    /// Deletes the files that no document is made of: what spoke of them was erased, or nothing ever came to, because the
    /// power went between the file and its event. For a folder in which nobody is adding anything.
    ///
    /// - Parameter known: What documents are known to be made of; the journal is read only where that leaves a file over.
    /// - Returns: how many files went.
    @discardableResult
    public func sweep(_ journal: some Journal, known: Set<FileDigest> = []) async throws -> Int {
        guard !files(besides: known).isEmpty else { return 0 }
        let (digests, unread) = try await journal.fileDigests()
        // A later version may have added what this one does not understand: of which file it speaks, nobody here can say.
        guard unread == 0 else { return 0 }
        let gone = files(besides: digests)
        for file in gone { try FileManager.default.removeItem(at: file) }
        return gone.count
    }

    /// Every file but those of `digests`: whole ones, and those that were still being written.
    private func files(besides digests: Set<FileDigest>) -> [URL] {
        let kept = Set(digests.map { place(of: $0).lastPathComponent })
        let parts = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return parts.sorted().flatMap { part in
            let inside = folder.appendingPathComponent(part, isDirectory: true)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: inside.path)) ?? []
            return names.filter { isOurs($0) && !kept.contains($0) }.map { inside.appendingPathComponent($0) }
        }
    }

    /// A digest without its first two digits, or a file on its way to one. Nothing else that lies here is touched.
    private func isOurs(_ name: String) -> Bool {
        name.hasPrefix(Self.coming) || (name.utf8.count == 62 && name.allSatisfy(\.isHexDigit))
    }

    /// Those whose file is gone, or is not what was added.
    public func damaged(of digests: Set<FileDigest>) -> [FileDigest] {
        digests.filter { read($0) == nil }.sorted { $0.hex < $1.hex }
    }
}

extension Journal {
    /// What every document is made of: those that are sealed too, and not those that were erased; and of how many documents
    /// this version cannot read what they are made of.
    nonisolated(nonsending) public func fileDigests() async throws -> (digests: Set<FileDigest>, unread: Int) {
        var digests: Set<FileDigest> = []
        var unread = 0
        func take(_ digest: FileDigest?) { if let digest { digests.insert(digest) } else { unread += 1 } }
        var sealed: [EventID] = []
        try await scan { event in
            guard event.stream.kind == .child, [241, 242].contains(event.kind), !event.isErased else { return }
            if event.isSealed {
                sealed.append(event.id)
            } else {
                take(Self.digest(event))
            }
        }
        for event in sealed {
            try await open(sealed: event) { if !$0.isErased { take(Self.digest($0)) } }
        }
        return (digests, unread)
    }

    private static func digest(_ event: borrowing StoredEvent) -> FileDigest? {
        guard case .document(let said) = ChildEvent(kind: event.kind, schema: event.schema, bytes: event.body) else {
            return nil
        }
        return said.document.digest
    }
}
