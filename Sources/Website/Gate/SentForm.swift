import Foundation
import Hummingbird

/// What a form sent: its fields in order, as `application/x-www-form-urlencoded`, in the body or in the address.
struct SentForm: Sendable {
    private(set) var fields: [(name: String, value: String)] = []

    init() {}

    init(_ body: ByteBuffer) { self.init(String(buffer: body)) }

    init(_ text: String) {
        for pair in text.split(separator: "&").prefix(2000) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 ? Self.decoded(parts[1]) : ""
            fields.append((Self.decoded(parts[0]), value))
        }
    }

    /// What was typed into a field; empty where the form had no such field.
    subscript(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

    /// Every value that was sent under a name, as of boxes that were ticked.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    private static func decoded(_ text: Substring) -> String {
        let spaced = text.replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? String(spaced)
    }
}
