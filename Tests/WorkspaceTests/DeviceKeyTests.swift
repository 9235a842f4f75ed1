import Days
import Foundation
import Testing

@testable import Workspace

private let start = Instant(secondsSince1970: 1_790_000_000)
private func later(minutes: Int) -> Instant { Instant(milliseconds: start.milliseconds + Int64(minutes) * 60_000) }

/// What a person typed on a device opens for that person on that device, until they sign out or 72 hours are over.
@Suite struct DeviceKeyTests {
    private let telephone = SessionKey()
    private let desk = SessionKey()

    private func withKeys<Value>(_ body: (DeviceKeys, Workspace) async throws -> Value) async throws -> Value {
        try await withFolder { folder in
            let workspace = try Workspace(directory: folder)
            return try await body(DeviceKeys(workspace), workspace)
        }
    }

    @Test func theSameIsGivenForAnHourAndThenAnother() async throws {
        try await withKeys { keys, _ in
            let first = try await keys.give("ada", on: telephone, at: start)
            #expect(first.bytes.count == 32)
            #expect(try await keys.give("ada", on: telephone, at: later(minutes: 59)) == first)
            let second = try await keys.give("ada", on: telephone, at: later(minutes: 60))
            #expect(second.bytes != first.bytes && second.id != first.id)
            #expect(try await keys.find(first.id, of: "ada", on: telephone, at: later(minutes: 61)) == first)
        }
    }

    @Test func itIsOfOnePersonOnOneDevice() async throws {
        try await withKeys { keys, _ in
            let key = try await keys.give("ada", on: telephone, at: start)
            #expect(try await keys.find(key.id, of: "ben", on: telephone, at: start) == nil)
            #expect(try await keys.find(key.id, of: "ada", on: desk, at: start) == nil)
            let (another, elsewhere) = (
                try await keys.give("ben", on: telephone, at: start), try await keys.give("ada", on: desk, at: start)
            )
            #expect(Set([key.bytes, another.bytes, elsewhere.bytes]).count == 3)
            #expect(DeviceKeys.mark(of: "ada", on: telephone) != DeviceKeys.mark(of: "ben", on: telephone))
            #expect(key.id.hasPrefix(DeviceKeys.mark(of: "ada", on: telephone) + "."))
        }
    }

    @Test func itIsGoneAfterSeventyTwoHours() async throws {
        try await withKeys { keys, _ in
            let key = try await keys.give("ada", on: telephone, at: start)
            #expect(try await keys.find(key.id, of: "ada", on: telephone, at: later(minutes: 72 * 60 - 1)) == key)
            #expect(try await keys.find(key.id, of: "ada", on: telephone, at: later(minutes: 72 * 60)) == nil)
        }
    }

    @Test func signingOutEndsItThereAndEverywhereEndsAll() async throws {
        try await withKeys { keys, workspace in
            func isThere(_ key: DeviceKeys.Key, _ account: String, _ device: SessionKey) async throws -> Bool {
                try await keys.find(key.id, of: account, on: device, at: start) != nil
            }
            let here = try await keys.give("ada", on: telephone, at: start)
            let there = try await keys.give("ada", on: desk, at: start)
            let another = try await keys.give("ben", on: telephone, at: start)
            try await keys.end(of: "ada", on: telephone)
            #expect(try await !isThere(here, "ada", telephone))
            #expect(try await isThere(there, "ada", desk))
            #expect(try await isThere(another, "ben", telephone))

            let new = try await keys.give("ada", on: telephone, at: start)
            try await keys.endAll(of: "ada", keeping: telephone)
            #expect(try await isThere(new, "ada", telephone))
            #expect(try await !isThere(there, "ada", desk))
            // Disabled, a new link, a lost telephone: the sessions end, and with them what any device holds.
            try await Sessions(workspace).endAll(of: "ada")
            #expect(try await !isThere(new, "ada", telephone))
            #expect(try await isThere(another, "ben", telephone))
        }
    }

    /// Whoever has the file alone has half of a key.
    @Test func theFileAloneOpensNothing() async throws {
        try await withFolder { folder in
            let workspace = try Workspace(directory: folder)
            let key = try await DeviceKeys(workspace).give("ada", on: telephone, at: start)
            for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                let bytes = try Data(contentsOf: folder.appendingPathComponent(file))
                #expect(bytes.range(of: key.bytes) == nil && bytes.range(of: Data(telephone.text.utf8)) == nil)
            }
        }
    }
}
