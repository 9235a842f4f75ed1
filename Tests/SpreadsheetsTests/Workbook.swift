import Foundation
import FoundationXML
import TestSupport

/// A workbook read back as plainly as it can be: the text of each cell of its first sheet, as stored.
struct Workbook {
    private(set) var rows: [[String]] = []

    init(_ bytes: [UInt8], sheet: Int = 1) throws {
        let strings = try Elements(Self.entry("xl/sharedStrings.xml", of: bytes), "si").found.map(\.text)
        for row in try Elements(Self.entry("xl/worksheets/sheet\(sheet).xml", of: bytes), "row", cells: true).rows {
            rows.append(row.map { $0.isShared ? strings[Int($0.text) ?? 0] : $0.text })
        }
    }

    static func entry(_ name: String, of bytes: [UInt8]) throws -> Data { Data(try Zip.unpacked(name, of: bytes)) }
}

/// The elements of one name, with the text in them; or the cells of rows.
private final class Elements: NSObject, XMLParserDelegate {
    struct Found {
        var text = ""
        var isShared = false
        var column = 0
    }

    private(set) var found: [Found] = []
    private(set) var rows: [[Found]] = []
    private let name: String
    private let hasCells: Bool
    private var isInside = false

    init(_ data: Data, _ name: String, cells: Bool = false) throws {
        (self.name, hasCells) = (name, cells)
        super.init()
        let parser = XMLParser(data: data)
        parser.delegate = self
        guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if element == name {
            if hasCells { rows.append([]) } else { found.append(Found()) }
        } else if hasCells, element == "c", !rows.isEmpty {
            let letters = (attributes["r"] ?? "A").prefix { $0.isLetter }
            let column = letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
            // A cell without anything in it is not in the file.
            while rows[rows.count - 1].count < column { rows[rows.count - 1].append(Found()) }
            rows[rows.count - 1].append(Found(isShared: attributes["t"] == "s", column: column))
        }
        isInside = element == "t" || element == "v"
    }

    func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
        isInside = false
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        guard isInside else { return }
        if hasCells {
            guard let row = rows.indices.last, let cell = rows[row].indices.last else { return }
            rows[row][cell].text += text
        } else if let last = found.indices.last {
            found[last].text += text
        }
    }
}
