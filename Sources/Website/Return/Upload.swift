import Casework
import Foundation
import Hummingbird
import NIOCore
import Service

/// Files that somebody sends, put where they are staged as they come.
struct Upload {
    private(set) var fields: [String: String] = [:]
    /// The names they are kept under.
    private(set) var files: [String] = []

    /// What is wrong with what was sent, as a sentence for whoever sent it.
    struct Problem: Error {
        let sentence: String
        /// The fields that had come by then, so that nobody writes them again; none where whoever sent may not.
        fileprivate(set) var fields: [String: String] = [:]

        init(_ sentence: String) { self.sentence = sentence }
    }

    private static let longestField = 4096
    private static let mostFiles = 40

    /// Takes the whole body.
    ///
    /// - Parameters:
    ///   - mostBytes: The longest that a file may be; nil for whatever the service takes.
    ///   - folder: made when the first file comes; nil refuses.
    ///   - allow: asked before the first file, with the fields that came before it: whether they may send at all.
    static func receive(
        _ body: RequestBody, contentType: String, mostBytes: Int? = nil, allow: ([String: String]) -> Bool,
        into folder: () throws -> URL
    ) async throws -> Upload {
        var upload = Upload()
        do {
            try await upload.take(body, contentType: contentType, mostBytes: mostBytes, allow: allow, into: folder)
        } catch var problem as Problem {
            if allow(upload.fields) { problem.fields = upload.fields }
            throw problem
        }
        return upload
    }

    private mutating func take(
        _ body: RequestBody, contentType: String, mostBytes: Int?, allow: ([String: String]) -> Bool,
        into folder: () throws -> URL
    ) async throws {
        guard var parts = Multipart(contentType: contentType) else {
            throw Problem("The form was not sent as files. Choose them and send again.")
        }
        var place: URL?
        var field: (name: String, bytes: [UInt8])?
        var file: FileHandle?
        var length = 0
        defer { try? file?.close() }
        do {
            for try await piece in body {
                try parts.take(piece.readableBytesView) { piece in
                    switch piece {
                    case .begins(let name, nil): field = (name, [])
                    case .begins(_, let original?):
                        guard allow(fields) else { throw Problem("") }
                        // A file field that nothing was chosen for comes with an empty name.
                        guard !original.isEmpty else { return }
                        if place == nil { place = try folder() }
                        guard let place, files.count < Self.mostFiles else {
                            throw Problem("There are more than \(Self.mostFiles) files. Send them as one zip.")
                        }
                        let name = free(Staging.safe(original))
                        let url = place.appendingPathComponent(name)
                        guard
                            FileManager.default.createFile(
                                atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
                        else { throw Problem("The file could not be kept here. Try again later.") }
                        file = try FileHandle(forWritingTo: url)
                        length = 0
                        files.append(name)
                    case .content(let bytes):
                        length += bytes.count
                        if file != nil, let mostBytes, length > mostBytes {
                            throw Problem(DocumentRefusal.tooLong.sentence)
                        }
                        try file?.write(contentsOf: bytes)
                        if file == nil, let so = field {
                            guard so.bytes.count + bytes.count <= Self.longestField else {
                                throw Problem("An answer in the form is too long.")
                            }
                            field?.bytes += bytes
                        }
                    case .ends:
                        if let so = field { fields[so.name] = String(decoding: so.bytes, as: UTF8.self) }
                        field = nil
                        try file?.close()
                        file = nil
                    }
                }
            }
        } catch is Multipart.Problem {
            throw Problem("What came was not a whole form. Send it again.")
        }
        guard parts.isOver else {
            throw Problem("The files did not come whole; the connection may have broken. Send them again.")
        }
        guard allow(fields) else { throw Problem("") }
    }

    /// A name no other file of this upload has.
    private func free(_ name: String) -> String {
        files.contains(name) ? free("2-" + name) : name
    }
}
