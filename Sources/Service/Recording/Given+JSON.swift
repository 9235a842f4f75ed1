import Forms
import Foundation

/// An answer out of JSON. Numbers are kept as they were written, as far as JSON has them.
extension Given: Decodable {
    public init(from decoder: any Decoder) throws {
        if let names = try? decoder.container(keyedBy: AnyName.self) {
            var cells: [String: Given] = [:]
            for key in names.allKeys { cells[key.stringValue] = try names.decode(Given.self, forKey: key) }
            self = .names(cells)
            return
        }
        if var list = try? decoder.unkeyedContainer() {
            var items: [Given] = []
            while !list.isAtEnd { items.append(try list.decode(Given.self)) }
            self = .list(items)
            return
        }
        let one = try decoder.singleValueContainer()
        if one.decodeNil() {
            self = .nothing
        } else if let flag = try? one.decode(Bool.self) {
            self = .flag(flag)
        } else if let text = try? one.decode(String.self) {
            self = .words(text)
        } else {
            self = .number("\(try one.decode(Decimal.self))")
        }
    }

    private struct AnyName: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
