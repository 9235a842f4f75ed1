import Days

/// A worker as the staff file describes them. A return knows only the code.
public struct Worker: Hashable, Sendable {
    public var code: String
    public var name: String
    /// As the authority calls it: social worker, team manager, IRO.
    public var role: String
    public var team: String
    /// The manager's code.
    public var manager: String
    public var from: Day?
    public var to: Day?
    public var isAgency: Bool?

    public init(
        code: String, name: String = "", role: String = "", team: String = "", manager: String = "", from: Day? = nil,
        to: Day? = nil, isAgency: Bool? = nil
    ) {
        (self.code, self.name, self.role, self.team, self.manager) = (code, name, role, team, manager)
        (self.from, self.to, self.isAgency) = (from, to, isAgency)
    }
}

/// Everything that can be recorded of a worker.
public enum WorkerRecordEvent: Hashable, Sendable {
    case described(Worker)
    case retracted
    case unrecognised(StoredBody)
}

/// Everything that can be recorded of the authority itself.
public enum AuthorityEvent: Hashable, Sendable {
    case returnImported(ReturnImported)
    /// A row that belongs to no child who could be named, or to two.
    case setAside(SetAside)
    /// A form that records are signed on from now, with its content, so that they can always be shown as they were.
    case formPublished(PublishedForm)
    /// A form that one record was signed on and that was not here before: kept to show that record, and in nobody's place.
    case formKept(PublishedForm)
    /// A version of the reviewing service’s plan of a year.
    case reviewingPlanSigned(ReviewingServicePlan)
    case reviewingReportPublished(ReviewingReportPublished)
    case retracted
    case unrecognised(StoredBody)
}

extension WorkerRecordEvent {
    private static let describedKind: UInt16 = 200

    public var body: StoredBody {
        switch self {
        case .described(let worker):
            var writer = ByteWriter()
            writer.put(worker.code)
            writer.put(worker.name)
            writer.put(worker.role)
            writer.put(worker.team)
            writer.put(worker.manager)
            writer.put(worker.from)
            writer.put(worker.to)
            writer.put(worker.isAgency)
            return StoredBody(kind: Self.describedKind, schema: 1, bytes: writer.bytes)
        case .retracted: return ChildEvent.retracted.body
        case .unrecognised(let body): return body
        }
    }

    public init(kind: UInt16, schema: UInt16, bytes: UnsafeRawBufferPointer) {
        var reader = ByteReader(bytes)
        if kind == Self.describedKind, schema == 1 {
            let worker = Worker(
                code: reader.text(), name: reader.text(), role: reader.text(), team: reader.text(),
                manager: reader.text(), from: reader.optionalDay(), to: reader.optionalDay(), isAgency: reader.flag())
            if reader.isComplete {
                self = .described(worker)
                return
            }
        }
        let body = StoredBody(kind: kind, schema: schema, bytes: Array(bytes))
        self = body == ChildEvent.retracted.body ? .retracted : .unrecognised(body)
    }
}

extension AuthorityEvent {
    private static let importedKind: UInt16 = 300
    private static let formKind: UInt16 = 310
    private static let keptFormKind: UInt16 = 311

    public var body: StoredBody {
        switch self {
        case .returnImported(let imported):
            var writer = ByteWriter()
            writer.put(imported.year)
            writer.put(integer: imported.tables.rawValue)
            writer.put(imported.horizon)
            writer.put(imported.digest)
            writer.put(integer: Int64(imported.rowsRead))
            writer.put(integer: Int64(imported.rowsSetAside))
            return StoredBody(kind: Self.importedKind, schema: 1, bytes: writer.bytes)
        case .setAside(let row): return ChildEvent.setAside(row).body
        case .formPublished(let form), .formKept(let form):
            var writer = ByteWriter()
            form.write(to: &writer)
            let kind = if case .formKept = self { Self.keptFormKind } else { Self.formKind }
            return StoredBody(kind: kind, schema: 1, bytes: writer.bytes)
        case .reviewingPlanSigned(let plan):
            var writer = ByteWriter()
            plan.write(to: &writer)
            return StoredBody(kind: ReviewingServicePlan.kind, schema: 1, bytes: writer.bytes)
        case .reviewingReportPublished(let report):
            var writer = ByteWriter()
            report.write(to: &writer)
            return StoredBody(kind: ReviewingReportPublished.kind, schema: 1, bytes: writer.bytes)
        case .retracted: return ChildEvent.retracted.body
        case .unrecognised(let body): return body
        }
    }

    public init(kind: UInt16, schema: UInt16, bytes: UnsafeRawBufferPointer) {
        if kind == Self.importedKind, schema == 1 {
            var reader = ByteReader(bytes)
            let imported = ReturnImported(
                year: reader.year(), tables: ReturnTables(rawValue: reader.integer()), horizon: reader.day(),
                digest: reader.text(), rowsRead: Int(reader.integer(Int64.self)),
                rowsSetAside: Int(reader.integer(Int64.self)))
            if reader.isComplete {
                self = .returnImported(imported)
                return
            }
        }
        if kind == Self.formKind || kind == Self.keptFormKind, schema == 1 {
            var reader = ByteReader(bytes)
            if let form = PublishedForm(from: &reader), reader.isComplete {
                self = kind == Self.formKind ? .formPublished(form) : .formKept(form)
                return
            }
        }
        if kind == ReviewingServicePlan.kind, schema == 1 {
            var reader = ByteReader(bytes)
            if let plan = ReviewingServicePlan(from: &reader), reader.isComplete {
                self = .reviewingPlanSigned(plan)
                return
            }
        }
        if kind == ReviewingReportPublished.kind, schema == 1 {
            var reader = ByteReader(bytes)
            let report = ReviewingReportPublished(from: &reader)
            if reader.isComplete {
                self = .reviewingReportPublished(report)
                return
            }
        }
        switch ChildEvent(kind: kind, schema: schema, bytes: bytes) {
        case .setAside(let row): self = .setAside(row)
        case .retracted: self = .retracted
        default: self = .unrecognised(StoredBody(kind: kind, schema: schema, bytes: Array(bytes)))
        }
    }
}
