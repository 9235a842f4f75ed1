import Casework

/// What has been read of an XML return so far. A class, because the parser hands it back as a pointer.
final class XMLDocument {
    var builder: ReturnBuilder
    /// The tables that rows were met of.
    private(set) var tables = ReturnTables([])
    /// Why the document was refused; the first reason stands.
    private(set) var refused: String?
    var stop: () -> Void = {}

    private let file: String
    private let limits: ReadingLimits
    private var path: [String] = []
    private var text: [UInt8] = []
    /// The cells of the tables that are open, a row a table.
    private var rows: [ReturnTable: [Column: [UInt8]]] = [:]
    private var child: [UInt8] = []
    private var birthDate: [UInt8] = []
    private var counts: [ReturnTable: Int] = [:]
    private var notKnown: Set<String> = []

    init(_ builder: ReturnBuilder, _ file: String, _ limits: ReadingLimits) {
        (self.builder, self.file, self.limits) = (builder, file, limits)
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> XMLDocument? {
        context.map { Unmanaged<XMLDocument>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Refuses the document and stops the parser, so that not one element more is read.
    func refuse(_ why: String) {
        guard refused == nil else { return }
        refused = why
        stop()
    }

    /// The elements that hold a row of a table of their own.
    private static let containers: [String: ReturnTable] = [
        "EPISODE": .episodes, "AREVIEW": .reviews, "REVIEWS": .reviews, "OC2": .outcomes, "OC3": .leavingCare,
        "AD1": .adoption, "ADOPTION": .placedForAdoption, "PLACEDADOPTION": .placedForAdoption,
        "AD_PLACED": .placedForAdoption, "PERMANENCE": .previousPermanence, "PREVPERM": .previousPermanence,
        "MISSING_EPISODE": .missing, "MISSINGEPISODE": .missing, "AMISSING": .missing, "SWEPISODE": .socialWorkers,
        "SW_EPISODE": .socialWorkers, "DOLO": .deprivation,
    ]

    func start(_ name: String) {
        text.removeAll(keepingCapacity: true)
        let name = name.uppercased()
        path.append(name)
        if path.count > 16 { return refuse("its elements are nested deeper than a return’s") }
        if name == "CHILD" {
            (child, birthDate) = ([], [])
            rows = [:]
        }
        if let table = Self.containers[name] { rows[table] = [:] }
    }

    func characters(_ bytes: UnsafeRawBufferPointer) {
        guard text.count + bytes.count <= limits.cell else {
            return refuse("an element’s text is longer than \(limits.cell) bytes; no column of a return is")
        }
        text.append(contentsOf: bytes)
    }

    func end(_ name: String) {
        guard refused == nil, !path.isEmpty else { return }
        let name = name.uppercased()
        path.removeLast()
        defer { text.removeAll(keepingCapacity: true) }
        if let table = Self.containers[name] { return close(table) }
        if name == "HEADER" { return close(.header) }
        guard !text.allSatisfy({ $0 <= 32 }) else { return }
        if name == "UASC" {
            // A mark in the header, whether or not a day that it ceases stands beside it.
            if text.elementsEqual([UInt8(ascii: "1")]) { rows[.unaccompanied, default: [:]][.child] = child }
            return
        }
        let open = path.reversed().lazy.compactMap { Self.containers[$0] }.first
        guard let column = Column(heading: name) else { return note(name, open) }
        if column == .child, name != "CHILD" { child = text }
        if column == .dob { birthDate = text }
        if let open {
            rows[open, default: [:]][column] = text
        } else if path.last == "HEADER" {
            rows[Self.table(ofLoose: column), default: [:]][column] = text
        }
    }

    /// An element with text that is no column of the collection: named once.
    private func note(_ name: String, _ open: ReturnTable?) {
        guard open != nil || path.last == "HEADER", notKnown.insert(name).inserted else { return }
        builder.note(.columnNotKnown, .columnNotKnown, name, open ?? .header, file, nil)
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
        guard let row = rows.removeValue(forKey: table) else { return }
        if table == .header {
            take(.header, row)
            for loose in [ReturnTable.unaccompanied, .adoption, .leavingCare] {
                if let row = rows.removeValue(forKey: loose) { take(loose, row) }
            }
        } else if !row.isEmpty {
            take(table, row)
        }
    }

    private func take(_ table: ReturnTable, _ cells: [Column: [UInt8]]) {
        var row = cells
        row[.child] = child
        if table != .episodes, row[.dob] == nil, !birthDate.isEmpty { row[.dob] = birthDate }
        var bytes: [UInt8] = []
        var places = [Range<Int>](repeating: 0..<0, count: Column.allCases.count)
        for (column, value) in row {
            places[column.rawValue] = bytes.count..<(bytes.count + value.count)
            bytes += value
        }
        let line = counts[table, default: 0] + 1
        counts[table] = line
        if line == 1 {
            tables.formUnion(ReturnTables([table]))
            builder.met(table, in: file)
        }
        bytes.withUnsafeBytes { builder.take(Row(table: table, file: file, line: line, bytes: $0, cells: places)) }
        if builder.result.findings.count > limits.findings {
            refuse("more than \(limits.findings) things are wrong with it; is it of \(builder.result.year)?")
        }
    }
}
