import Casework
import Foundation
import Glibc
import Testing

@testable import Service

/// ClamAV's daemon is asked in its own words, and only what it clears is kept.
struct ClamdTests {
    /// A socket that speaks `INSTREAM` as clamd does: it finds a virus in whatever holds the word.
    private final class FakeDaemon: @unchecked Sendable {
        let path: String
        private let listening: Int32

        init(answering answer: @escaping @Sendable ([UInt8]) -> String?) throws {
            path = NSTemporaryDirectory() + "clamd-\(UUID().uuidString.prefix(8)).ctl"
            let open = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            let name = Array(path.utf8)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
            let bound = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(open, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            try #require(bound == 0 && listen(open, 4) == 0)
            listening = open
            Thread.detachNewThread {
                while true {
                    let peer = accept(open, nil, nil)
                    guard peer >= 0 else { return }
                    Self.serve(peer, answer)
                }
            }
        }

        deinit {
            shutdown(listening, Int32(SHUT_RDWR))
            close(listening)
            unlink(path)
        }

        private static func serve(_ peer: Int32, _ answer: ([UInt8]) -> String?) {
            defer { close(peer) }
            func take(_ count: Int) -> [UInt8]? {
                var all: [UInt8] = []
                while all.count < count {
                    var piece = [UInt8](repeating: 0, count: count - all.count)
                    let got = recv(peer, &piece, piece.count, 0)
                    guard got > 0 else { return nil }
                    all += piece.prefix(got)
                }
                return all
            }
            guard take(10) == Array("zINSTREAM\0".utf8) else { return }
            var file: [UInt8] = []
            while let head = take(4) {
                let length = head.reduce(0) { $0 << 8 | Int($1) }
                if length == 0 { break }
                guard let piece = take(length) else { return }
                file += piece
            }
            guard let said = answer(file) else { return }
            _ = send(peer, said, said.utf8.count, Int32(MSG_NOSIGNAL))
        }
    }

    private func daemon() throws -> FakeDaemon {
        try FakeDaemon { file in
            String(decoding: file, as: UTF8.self).contains("EVIL") ? "stream: Test.Evil FOUND\0" : "stream: OK\0"
        }
    }

    @Test func whatIsCleanIsSaidToBe() async throws {
        let daemon = try daemon()
        let file = Data(String(repeating: "a letter ", count: 40_000).utf8)
        #expect(try await Clamd(socket: daemon.path).scan(file) == .nothingFound)
        #expect(try await Clamd(socket: daemon.path).scan(Data()) == .nothingFound)
    }

    @Test func aVirusIsRefusedByItsName() async throws {
        let daemon = try daemon()
        let file = Data((String(repeating: "x", count: 70_000) + "EVIL").utf8)
        await #expect(throws: DocumentRefusal.virus("Test.Evil")) { try await Clamd(socket: daemon.path).scan(file) }
    }

    @Test func noAnswerIsNoClearance() async throws {
        await #expect(throws: DocumentRefusal.notScanned) {
            try await Clamd(socket: "/nowhere/clamd.ctl").scan(Data([1]))
        }
        let silent = try FakeDaemon { _ in nil }
        await #expect(throws: DocumentRefusal.notScanned) { try await Clamd(socket: silent.path).scan(Data([1])) }
        let full = try FakeDaemon { _ in "INSTREAM size limit exceeded. ERROR\0" }
        await #expect(throws: DocumentRefusal.notScanned) { try await Clamd(socket: full.path).scan(Data([1])) }
    }
}
