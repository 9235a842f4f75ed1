import Foundation
import Testing

@testable import Service

struct OrNullTests {
    private struct Line: Codable, Equatable {
        @OrNull var due: String?
        @OrNull var days: Int?
    }

    @Test func whatIsNotThereIsNullAndNotLeftOut() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(Line(due: nil, days: 3)), as: UTF8.self)
        #expect(text == #"{"days":3,"due":null}"#)
        #expect(try JSONDecoder().decode(Line.self, from: Data(text.utf8)) == Line(due: nil, days: 3))
    }
}
