import Casework
import GRDBSQLite

/// The walk that `verify` makes: holds each row against its own types, its digest, its stream and its predecessor.
///
/// One thing that is wrong should be named once. So a digest that disagrees is tried against what its predecessor's
/// digest should have been as well as what it is, and a stream may skip as many versions as rows have been lost so far.
struct JournalWalk: ~Copyable {
    private(set) var report = VerificationReport()
    /// The last row's place; 0 before the first.
    private(set) var last: Int64 = 0

    private let erasures: [Int64: [UInt8]]
    private let kept: JournalHead?
    private var chain = EventChain()
    /// The digest of the row before, as stored; nil where that row is lost, and the next cannot be checked against it.
    private var stored: [UInt8]? = EventChain.beginning
    /// What it should have been, where that is not what is stored.
    private var shouldBe: [UInt8]?
    /// Where the fault stands that the row before was given, until this one says whether its contents or digest is bad.
    private var pending: Int?
    private var versions: [Int64: Int64] = [:]
    private var recorded = Int64.min
    /// How many rows cannot be trusted or are not there.
    private var lost: Int64 = 0

    init(erasures: [Int64: [UInt8]], kept: JournalHead?) { (self.erasures, self.kept) = (erasures, kept) }

    mutating func note(_ problem: VerificationReport.Problem, at event: Int64? = nil) {
        report.note(problem, at: event.map(EventID.init))
    }

    /// Goes on after rows that could not be read.
    mutating func skip(to next: Int64) {
        note(.unreadable(through: EventID(next - 1)), at: last + 1)
        lost += next - 1 - last
        last = next - 1
        (stored, shouldBe, pending) = (nil, nil, nil)
    }

    /// False where the rows are so far out of order that walking on would say nothing more.
    mutating func take(_ row: EventRow) -> Bool {
        let seq = row.integer(.seq)
        guard seq > 0 else {
            note(.column("seq"), at: seq)
            return true
        }
        guard seq > last else {
            note(.pages("event \(seq) comes after event \(last)"))
            return false
        }
        if seq > last + 1 {
            note(.missing(through: EventID(seq - 1)), at: last + 1)
            lost += seq - 1 - last
            (stored, shouldBe, pending) = (nil, nil, nil)
        }
        last = seq
        report.events += 1
        if row.isNull(.body) { report.erased += 1 }
        let digest = Array(row.bytes(.digest))
        if isWhole(row, digest: digest) { checkPlace(row) } else { lost += 1 }
        stored = digest.count == EventChain.digestLength ? digest : nil
        report.head = JournalHead(seq: seq, digest: digest)
        if let kept, kept.seq == seq, kept.digest != digest { note(.otherHead, at: seq) }
        return true
    }

    /// After the last row.
    mutating func finish() {
        if let kept, kept.seq > last { note(.lostTail(last: last, head: kept.seq)) }
    }

    /// Whether the row has the types it was written with and the digest they give.
    private mutating func isWhole(_ row: EventRow, digest: [UInt8]) -> Bool {
        let before = (stored: stored, shouldBe: shouldBe, pending: pending)
        (shouldBe, pending) = (nil, nil)
        if let column = row.firstMistypedColumn {
            note(.column(column.name), at: last)
            return false
        }
        let header: EventHeader
        do {
            header = try row.header()
        } catch .unreadable(_, let column) {
            note(.column(column), at: last)
            return false
        } catch {
            return false
        }
        guard let content = content(of: row) else {
            note(.blank, at: last)
            return false
        }
        guard let previous = before.stored else { return true }
        let given = chain.digest(header, after: previous, content: content)
        if given == digest { return true }
        if let repaired = before.shouldBe, chain.digest(header, after: repaired, content: content) == digest {
            if let fault = before.pending { report.revise(fault, to: .digest) }
            return true
        }
        note(.contents, at: last)
        (shouldBe, pending) = (given, report.lastListed)
        return false
    }

    private func content(of row: EventRow) -> [UInt8]? {
        guard row.isNull(.body) else {
            return EventChain.digest(salt: row.bytes(.salt), body: row.bytes(.body))
        }
        return erasures[last]
    }

    /// The rules that the writer keeps, for a row that is what was written.
    private mutating func checkPlace(_ row: EventRow) {
        let (stream, version) = (row.integer(.stream), row.integer(.version))
        let expected = versions[stream, default: 0] + 1
        if version < expected || version > expected + lost {
            note(.version(found: version, expected: expected), at: last)
        }
        versions[stream] = version
        let written = row.integer(.recorded)
        if written < recorded { note(.recordedEarlier, at: last) }
        recorded = max(recorded, written)
        if !row.isNull(.corrects), !(1..<last).contains(row.integer(.corrects)) { note(.corrects, at: last) }
    }
}

extension EventRow {
    /// The first column whose type or length is not one that was ever written.
    fileprivate var firstMistypedColumn: Column? { Column.allCases.first { !isWellTyped($0) } }

    private func isWellTyped(_ column: Column) -> Bool {
        let type = sqlite3_column_type(statement, column.rawValue)
        return switch column {
        case .seq, .stream, .version, .day, .recorded, .source, .kind, .schema: type == SQLITE_INTEGER
        case .minute, .corrects: type == SQLITE_INTEGER || type == SQLITE_NULL
        case .author: type == SQLITE_TEXT
        case .reason: type == SQLITE_TEXT || type == SQLITE_NULL
        case .body: type == SQLITE_BLOB || type == SQLITE_NULL
        case .salt:
            isNull(.body) ? type == SQLITE_NULL : type == SQLITE_BLOB && bytes(.salt).count == EventChain.saltLength
        case .digest: type == SQLITE_BLOB && bytes(.digest).count == EventChain.digestLength
        }
    }
}

extension EventChain {
    /// The event's digest as a value, for where speed is not wanted.
    fileprivate mutating func digest(_ header: EventHeader, after previous: [UInt8], content: [UInt8]) -> [UInt8] {
        previous.withUnsafeBytes { previous in
            content.withUnsafeBytes { content in
                [UInt8](unsafeUninitializedCapacity: Self.digestLength) { bytes, count in
                    digest(header, after: previous, content: content, into: UnsafeMutableRawBufferPointer(bytes))
                    count = Self.digestLength
                }
            }
        }
    }

    fileprivate static func digest(salt: UnsafeRawBufferPointer, body: UnsafeRawBufferPointer) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: digestLength) { bytes, count in
            digest(salt: salt, body: body, into: UnsafeMutableRawBufferPointer(bytes))
            count = digestLength
        }
    }
}
