import Casework
import Foundation
import Glibc

/// ClamAV's daemon, asked over its socket with `INSTREAM`: the file is sent to it in pieces, and it says what it found. It
/// reads no file of ours, and needs no right to.
///
/// Source: clamd(8), COMMANDS.
public struct Clamd: VirusScanner {
    /// The socket's path, as `/run/clamav/clamd.ctl`.
    public let socket: String
    /// Seconds that it may say nothing for.
    let patience: Int
    private static let pieceLength = 64 * 1024
    private static let longestReply = 4096

    public init(socket: String, patience: Int = 60) { (self.socket, self.patience) = (socket, patience) }

    public func scan(_ bytes: Data) async throws -> VirusScan {
        // Waiting for another process holds a thread, so it is one of its own.
        let reply = await withCheckedContinuation { answer in
            Thread.detachNewThread { answer.resume(returning: ask(bytes)) }
        }
        return try Self.judge(reply)
    }

    /// `stream: OK`, or `stream: Eicar-Test-Signature FOUND`; anything else is no answer.
    static func judge(_ reply: String?) throws(DocumentRefusal) -> VirusScan {
        let said = (reply ?? "").trimmingCharacters(in: .whitespacesAndNewlines.union(.controlCharacters))
        guard said.hasPrefix("stream: ") else { throw .notScanned }
        let found = said.dropFirst("stream: ".count)
        if found == "OK" { return .nothingFound }
        guard found.hasSuffix(" FOUND") else { throw .notScanned }
        throw .virus(String(found.dropLast(" FOUND".count)))
    }

    /// Nil where it cannot be reached, or breaks off.
    private func ask(_ bytes: Data) -> String? {
        guard let descriptor = connected() else { return nil }
        defer { close(descriptor) }
        guard send(Array("zINSTREAM\0".utf8), to: descriptor) else { return nil }
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let piece = bytes[start..<min(start + Self.pieceLength, bytes.endIndex)]
            guard send(Self.length(piece.count) + piece, to: descriptor) else { return nil }
            start = piece.endIndex
        }
        guard send(Self.length(0), to: descriptor) else { return nil }
        return reply(from: descriptor)
    }

    /// Four bytes, the highest first.
    private static func length(_ count: Int) -> [UInt8] { withUnsafeBytes(of: UInt32(count).bigEndian) { Array($0) } }

    private func connected() -> Int32? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = Array(socket.utf8)
        guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var wait = timeval(tv_sec: patience, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &wait, socklen_t(MemoryLayout<timeval>.size))
        }
        let outcome = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard outcome == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    private func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private func reply(from descriptor: Int32) -> String? {
        var reply: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1024)
        while reply.count < Self.longestReply {
            let count = recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { break }
            reply += piece.prefix(count)
            if reply.last == 0 { break }
        }
        return reply.isEmpty ? nil : String(decoding: reply, as: UTF8.self)
    }
}
