import Days
import Foundation

@testable import Access

/// A store in a folder that is there for the length of a test.
func withStore<Value>(isFictional: Bool = false, _ body: (AccessStore, URL) async throws -> Value) async throws -> Value
{
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("throughline-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(try AccessStore(directory: folder, isFictional: isFictional), folder)
}

/// 21 September 2026, a quarter past two in the afternoon.
let start = Instant(secondsSince1970: 1_790_000_100)

func later(seconds: Int) -> Instant { Instant(milliseconds: start.milliseconds + Int64(seconds) * 1000) }

let quickHashing = PasswordHashing(cost: .least)
let goodPassword = "otter lantern gravel"

extension AccessStore {
    /// Somebody who has chosen a password.
    func person(
        _ email: String = "ada@council.example", roles: [Role] = [.socialWorker], ends: Day? = nil
    ) async throws -> Account {
        let account = try await add(email: email, name: "Ada Okoro", roles: roles, ends: ends, at: start)
        let token = try await invite(account, at: start)
        let kept = try await accept(token, hash: try await quickHashing.hash(typed: goodPassword), at: start)
        return kept ?? account
    }
}
