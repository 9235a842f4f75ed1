import CSodium
import Dispatch
import Foundation

/// Argon2id, as libsodium has it. A hash takes 19 MiB and some 20 milliseconds of a core, so it is worked out away from
/// the threads that serve pages, two at once at most, and only so many may wait.
public actor PasswordHashing {
    public struct Cost: Sendable {
        let operations: UInt64
        let bytes: Int
        /// OWASP's first recommendation for Argon2id: 19 MiB, two passes.
        public static let usual = Cost(operations: 2, bytes: 19 * 1024 * 1024)
        /// The least that libsodium takes. For tests, which make many.
        public static let least = Cost(operations: 1, bytes: 8 * 1024)
    }

    private let cost: Cost
    private let atOnce: Int
    private let mostWaiting: Int
    private var running = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private let queue = DispatchQueue(label: "passwords", attributes: .concurrent)
    /// What an email that nobody has is checked against, so that it takes as long as any other.
    private var dummy: String?

    public init(cost: Cost = .usual, atOnce: Int = 2, mostWaiting: Int = 64) {
        (self.cost, self.atOnce, self.mostWaiting) = (cost, atOnce, mostWaiting)
    }

    /// The hash to keep, its salt and its cost in it.
    public func hash(_ password: String) async throws -> String {
        let cost = cost
        return try await inTurn { Argon2.hash(password, cost) }
    }

    /// Whether `hash` is of this password. Without a hash, the same work is done and the answer is no.
    public func check(_ password: String, against hash: String?) async throws -> Bool {
        var kept = hash ?? dummy
        if kept == nil {
            let made = try await self.hash("nobody’s password")
            (dummy, kept) = (made, made)
        }
        guard let kept else { return false }
        let agrees = try await inTurn { Argon2.agrees(password, kept) }
        return agrees && hash != nil
    }

    private func inTurn<Value: Sendable>(_ work: @escaping @Sendable () -> Value?) async throws -> Value {
        if running < atOnce {
            running += 1
        } else {
            guard waiting.count < mostWaiting else { throw AccessError.busy }
            await withCheckedContinuation { waiting.append($0) }
        }
        defer {
            // The turn is handed on; nobody can slip in between.
            if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() }
        }
        let queue = queue
        let value = await withCheckedContinuation { done in queue.async { done.resume(returning: work()) } }
        guard let value else { throw AccessError.busy }
        return value
    }
}

/// libsodium's password functions.
private enum Argon2 {
    static let isReady = sodium_init() >= 0

    /// Nil where the machine has not the memory for it.
    static func hash(_ password: String, _ cost: PasswordHashing.Cost) -> String? {
        guard isReady else { return nil }
        var out = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
        let code = password.withCString { text in
            crypto_pwhash_str(&out, text, UInt64(password.utf8.count), cost.operations, cost.bytes)
        }
        guard code == 0 else { return nil }
        return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func agrees(_ password: String, _ hash: String) -> Bool? {
        guard isReady else { return nil }
        return password.withCString { text in
            crypto_pwhash_str_verify(hash, text, UInt64(password.utf8.count)) == 0
        }
    }
}
