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
    @discardableResult
    static func read(_ data: Data, file: String, _ limits: ReadingLimits, into builder: inout ReturnBuilder)
        throws(ReturnError) -> ReturnTables
    {
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
        data.withUnsafeBytes { bytes in
            var offset = 0
            while offset < bytes.count, document.refused == nil {
                let count = min(65_536, bytes.count - offset)
                let chunk = bytes.baseAddress?.advanced(by: offset).assumingMemoryBound(to: CChar.self)
                xmlParseChunk(parser, chunk, Int32(count), 0)
                offset += count
            }
            if document.refused == nil { xmlParseChunk(parser, nil, 0, 1) }
        }
        document.stop = {}
        if let why = document.refused { throw ReturnError("\(file): the XML cannot be used: \(why)") }
        builder = document.builder
        return document.tables
    }
}
