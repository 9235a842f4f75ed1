import CXML2
import Casework
import Foundation

/// The DfE's XML of a return, read as a stream: each child's elements become rows of the tables they stand for.
///
/// A document type, and with it every entity but XML's own five, is refused before it is read.
enum XMLReturn {
    /// Whether a file's first letter is that of XML, whatever its name.
    static func isXML(_ data: Data) -> Bool {
        data.prefix(64).drop { $0 <= 32 || $0 >= 0x80 }.first == UInt8(ascii: "<")
    }

    /// Whether its first element, or the document type that stands before one, is that of the collection.
    static func isOfTheCollection(_ data: Data) -> Bool {
        let start = String(decoding: data.prefix(4096).filter { $0 != 0 }, as: UTF8.self)
        var rest = Substring(start)
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            if rest.hasPrefix("?") || rest.hasPrefix("!--") { continue }
            if rest.hasPrefix("!DOCTYPE") { rest = rest.dropFirst(8).drop(while: \.isWhitespace) }
            let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == ":" }
            if !name.isEmpty { return name.uppercased().contains("SSDA903") }
        }
        return false
    }

    /// Reads the document, and gives the tables that it holds.
    ///
    /// - Parameter note: Shown each piece of the file as it is read.
    @discardableResult
    static func read(
        _ source: ReturnFile, _ limits: ReadingLimits, into builder: inout ReturnBuilder, note: (Data) -> Void
    ) throws(ReturnError) -> ReturnTables {
        let file = source.name
        let document = XMLDocument(builder, file, limits)
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { context, name, _, _, _, _, _, _, _ in
            XMLDocument.of(context)?.start(name.map { String(cString: $0) } ?? "")
        }
        handler.endElementNs = { context, name, _, _ in
            XMLDocument.of(context)?.end(name.map { String(cString: $0) } ?? "")
        }
        handler.characters = { context, text, length in
            guard let text else { return }
            XMLDocument.of(context)?.characters(UnsafeRawBufferPointer(start: text, count: Int(length)))
        }
        handler.internalSubset = { context, _, _, _ in XMLDocument.of(context)?.refuse("it declares a document type") }
        handler.serror = { context, error in
            guard let error else { return }
            let message = error.pointee.message.map { String(cString: $0) } ?? "it is not well-formed"
            XMLDocument.of(context)?.refuse(
                "line \(error.pointee.line): \(message.trimmingCharacters(in: .whitespacesAndNewlines))")
        }
        let context = Unmanaged.passUnretained(document).toOpaque()
        guard let parser = xmlCreatePushParserCtxt(&handler, context, nil, 0, nil) else {
            throw ReturnError("\(file): there is not enough memory to read the XML")
        }
        defer { xmlFreeParserCtxt(parser) }
        xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
        document.stop = { xmlStopParser(parser) }
        defer { document.stop = {} }
        try source.read(limits) { (piece) throws(ReturnError) in
            note(piece)
            piece.withUnsafeBytes { bytes in
                _ = xmlParseChunk(
                    parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 0)
            }
            return document.refused == nil
        }
        if document.refused == nil { xmlParseChunk(parser, nil, 0, 1) }
        if let why = document.refused { throw ReturnError("\(file): the XML cannot be used: \(why)") }
        builder = document.builder
        return document.tables
    }
}
