import Casework
import Foundation

/// The last event's place and digest: enough, kept elsewhere, to notice later that the journal lost its tail or was
/// written anew.
public struct JournalHead: Hashable, Sendable {
    /// The last event's place; 0 for a journal with nothing in it.
    public let seq: Int64
    /// The last event's digest: 32 bytes.
    public let digest: [UInt8]

    public init(seq: Int64, digest: [UInt8]) { (self.seq, self.digest) = (seq, digest) }

    public var last: EventID { EventID(seq) }
    /// The digest in hexadecimal.
    public var hex: String { digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}

extension JournalHead {
    /// Reads a head file.
    ///
    /// - Throws: ``JournalError/notAHead(path:)``, or the file system's error.
    public static func read(from file: URL) throws -> JournalHead {
        let data = try Data(contentsOf: file)
        guard let written = try? JSONDecoder().decode(File.self, from: data), let head = written.head else {
            throw JournalError.notAHead(path: file.path)
        }
        return head
    }

    /// Writes `{"seq":120,"digest":"…"}`, readable by its owner only, such that the file is either the old one or the
    /// new one whole, and once this returns, the new one for good.
    public func write(to file: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let bytes = try encoder.encode(File(seq: seq, digest: hex)) + Data([UInt8(ascii: "\n")])
        try writeDurably(bytes, to: file)
    }

    private struct File: Codable {
        let seq: Int64
        let digest: String

        var head: JournalHead? {
            let digits = Array(digest.utf8)
            guard seq >= 0, digits.count == 64 else { return nil }
            let bytes = stride(from: 0, to: 64, by: 2).compactMap {
                UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
            }
            return bytes.count == 32 ? JournalHead(seq: seq, digest: bytes) : nil
        }
    }
}
