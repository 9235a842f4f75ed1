import CXML2
import Casework
import Foundation

/// The DfE's XML of a return, read as a stream: each child's elements become rows of the tables they stand for.
///
/// A document type, and with it every entity but XML's own five, is refused before it is read.
enum XMLReturn {
    static func read(_ data: Data, file: String, _ limits: ReadingLimits, into builder: inout ReturnBuilder)
        throws(ReturnError)
    {
        let reading = Reading(builder, file, limits)
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { context, name, _, _, _, _, _, _, _ in
            Reading.of(context)?.start(name.map { String(cString: $0) } ?? "")
        }
        handler.endElementNs = { context, name, _, _ in Reading.of(context)?.end(name.map { String(cString: $0) } ?? "")
        }
        handler.characters = { context, text, length in
            guard let text else { return }
            Reading.of(context)?.characters(UnsafeRawBufferPointer(start: text, count: Int(length)))
        }
        handler.internalSubset = { context, _, _, _ in Reading.of(context)?.refuse("it declares a document type") }
        handler.serror = { context, error in
            guard let error else { return }
            let message = error.pointee.message.map { String(cString: $0) } ?? "it is not well-formed"
            Reading.of(context)?.refuse(
                "line \(error.pointee.line): \(message.trimmingCharacters(in: .whitespacesAndNewlines))")
        }
        let context = Unmanaged.passUnretained(reading).toOpaque()
        guard let parser = xmlCreatePushParserCtxt(&handler, context, nil, 0, nil) else {
            throw ReturnError("\(file): there is not enough memory to read the XML")
        }
        defer { xmlFreeParserCtxt(parser) }
        xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
        data.withUnsafeBytes { bytes in
            var offset = 0
            while offset < bytes.count, reading.refused == nil {
                let count = min(65_536, bytes.count - offset)
                let chunk = bytes.baseAddress?.advanced(by: offset).assumingMemoryBound(to: CChar.self)
                xmlParseChunk(parser, chunk, Int32(count), 0)
                offset += count
            }
            if reading.refused == nil { xmlParseChunk(parser, nil, 0, 1) }
        }
        if let why = reading.refused { throw ReturnError("\(file): the XML cannot be used: \(why)") }
        builder = reading.builder
    }

    /// What has been read of the document so far. A class, because the parser hands it back as a pointer.
    private final class Reading {
        var builder: ReturnBuilder
        var refused: String?
        private let file: String
        private let limits: ReadingLimits
        private var path: [String] = []
        private var text: [UInt8] = []
        /// The cells of the tables that are open, a row a table.
        private var rows: [ReturnTable: [Column: [UInt8]]] = [:]
        private var child: [UInt8] = []
        private var birthDate: [UInt8] = []
        private var counts: [ReturnTable: Int] = [:]

        init(_ builder: ReturnBuilder, _ file: String, _ limits: ReadingLimits) {
            (self.builder, self.file, self.limits) = (builder, file, limits)
        }

        static func of(_ context: UnsafeMutableRawPointer?) -> Reading? {
            context.map { Unmanaged<Reading>.fromOpaque($0).takeUnretainedValue() }
        }

        func refuse(_ why: String) { if refused == nil { refused = why } }

        /// The elements that hold a row of a table of their own.
        private static let containers: [String: ReturnTable] = [
            "EPISODE": .episodes, "AREVIEW": .reviews, "REVIEWS": .reviews, "OC2": .outcomes, "OC3": .leavingCare,
            "AD1": .adoption, "ADOPTION": .placedForAdoption, "PLACEDADOPTION": .placedForAdoption,
            "AD_PLACED": .placedForAdoption,
            "PERMANENCE": .previousPermanence, "PREVPERM": .previousPermanence, "MISSING_EPISODE": .missing,
            "MISSINGEPISODE": .missing, "AMISSING": .missing, "SWEPISODE": .socialWorkers, "SW_EPISODE": .socialWorkers,
            "DOLO": .deprivation,
        ]

        func start(_ name: String) {
            text.removeAll(keepingCapacity: true)
            path.append(name.uppercased())
            if path.count > 16 { return refuse("its elements are nested deeper than a return’s") }
            if name.uppercased() == "CHILD" {
                (child, birthDate) = ([], [])
                rows = [:]
            }
            // MISSING is a row's name and a column's: a row where it stands directly in the child or its header.
            if let table = Self.containers[path.last ?? ""] { rows[table] = [:] }
        }

        func characters(_ bytes: UnsafeRawBufferPointer) {
            guard text.count + bytes.count <= limits.cell else {
                return refuse("an element’s text is longer than \(limits.cell) bytes; no column of a return is")
            }
            text.append(contentsOf: bytes)
        }

        func end(_ name: String) {
            let name = name.uppercased()
            path.removeLast()
            defer { text.removeAll(keepingCapacity: true) }
            if let table = Self.containers[name] { return close(table) }
            if name == "HEADER" { return close(.header) }
            guard let column = Column(heading: name), !text.allSatisfy({ $0 <= 32 }) else { return }
            if column == .child, name != "CHILD" { child = text }
            if column == .dob { birthDate = text }
            let open = path.reversed().lazy.compactMap { Self.containers[$0] }.first
            if let open {
                rows[open, default: [:]][column] = text
            } else if path.last == "HEADER" {
                rows[Self.table(ofLoose: column), default: [:]][column] = text
            }
        }

        /// The table of a column that stands loose in the header.
        private static func table(ofLoose column: Column) -> ReturnTable {
            switch column {
            case .duc: .unaccompanied
            case .dateInt, .dateMatch, .fosterCare, .nbAdoptr, .sexAdoptr, .lsAdoptr: .adoption
            case .inTouch, .activ, .accom: .leavingCare
            default: .header
            }
        }

        private func close(_ table: ReturnTable) {
            guard var row = rows.removeValue(forKey: table) else { return }
            if table == .header {
                for loose in [ReturnTable.unaccompanied, .adoption, .leavingCare] {
                    if let row = rows.removeValue(forKey: loose) { take(loose, row) }
                }
            } else if row.isEmpty {
                return
            }
            row[.child] = child
            take(table, row)
        }

        private func take(_ table: ReturnTable, _ row: [Column: [UInt8]]) {
            var row = row
            row[.child] = child
            if table != .episodes, row[.dob] == nil, !birthDate.isEmpty { row[.dob] = birthDate }
            var bytes: [UInt8] = []
            var cells = [Range<Int>](repeating: 0..<0, count: Column.allCases.count)
            for (column, value) in row {
                cells[column.rawValue] = bytes.count..<(bytes.count + value.count)
                bytes += value
            }
            let line = counts[table, default: 0] + 1
            counts[table] = line
            if line == 1 { builder.met(table, in: file) }
            bytes.withUnsafeBytes { builder.take(Row(table: table, file: file, line: line, bytes: $0, cells: cells)) }
        }
    }
}
