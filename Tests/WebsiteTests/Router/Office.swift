import Access
import Casework
import Days
import FormFiles
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JournalStore
import NIOCore
import Service
import Synchronization
import TestSupport
import Workspace

@testable import Website

/// A whole small service in a folder of its own, behind its real router. Whoever enters is worker W1 of the team East,
/// unless something else is said; W2 is of the same team, W3 of another.
final class Office: Sendable {
    let site: Site
    let store: AccessStore
    let journal: SQLiteJournal
    private let workspace: Workspace
    private let folder: URL
    private let time = Mutex(Moment(day("2026-03-31"), minute: 600).instant.at)

    /// The first of them is W1's own; the second is held by W2, and so the team's; the third is another team's.
    static let children: [Relation: ChildID] = [
        .own: ChildID(key: 11), .team: ChildID(key: 12), .other: ChildID(key: 13),
    ]
    static let postcodes: (home: Code, placement: Code, provider: Code) = ("ZZ991AA", "ZZ992BB", "SC999111")

    var now: Instant { time.withLock { $0 } }
    func wait(minutes: Int) { time.withLock { $0 = Instant(milliseconds: $0.milliseconds + Int64(minutes) * 60_000) } }

    /// - Parameters:
    ///   - more: keys of more children, held by W1, W2 and W3 in turn.
    ///   - watching: what the records are read through, where that is not the journal itself.
    init(
        more: some Sequence<Int> = [], printer: (any PagePrinter)? = nil, forms: FormLibrary? = nil,
        watching: (SQLiteJournal) -> any Journal = { $0 }
    ) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("throughline-\(UUID().uuidString)")
        journal = try SQLiteJournal(directory: folder)
        workspace = try Workspace(directory: folder)
        store = try AccessStore(directory: folder)
        // The clock is the office's, which is not there yet.
        let later = Mutex<Office?>(nil)
        let clock: @Sendable () -> Instant = { later.withLock { $0?.now } ?? Instant(milliseconds: 0) }
        var site = Site(
            records: Records(watching(journal)), assets: Assets(folder: ""), notice: "Fictional.", asAt: nil,
            gate: Gate(
                store: store, workspace: workspace, hashing: PasswordHashing(cost: .least),
                advice: PasswordAdvice(list: ""), clock: clock),
            journal: journal,
            desk: ReturnDesk(journal, Jobs(workspace), Staging(DataDirectory(path: folder.path)), clock: clock),
            forms: try forms ?? FormLibrary())
        site.printer = printer
        self.site = site
        later.withLock { [weak self] in $0 = self }
        try await fill(more: Array(more))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    // MARK: The record

    private func fill(more: [Int]) async throws {
        var proposed = [Self.returned(CollectionYear(startingIn: 2025))]
        for (number, team) in [(1, "East"), (2, "East"), (3, "West")] {
            let worker = Worker(code: "W\(number)", name: "Worker \(number)", team: team, manager: "M\(team)")
            proposed.append(
                Proposed(
                    stream: StreamID(.worker, key: UInt64(number)), occurred: Moment(day("2025-04-01")),
                    source: .recordedHere, body: WorkerRecordEvent.described(worker).body))
        }
        for key in [11, 12, 13] + more {
            let file = try site.documents.keep(Data("%PDF-1.4 about Planted\(key)".utf8))
            proposed += Self.life(key, file).map { Self.proposed($0, ChildID(key: UInt64(key))) }
        }
        try await append(proposed)
    }

    /// A child with something in every part of the record: Planted11 Example, number 900011.
    private static func life(_ key: Int, _ file: FileDigest) -> [ChildEvent] {
        let year = CollectionYear(startingIn: 2025)
        let stay = Episode(
            start: day("2025-05-01"), reason: "S", legalStatus: "C2", need: "N1", placement: "U6", provider: "PR1",
            homePostcode: postcodes.home, placementPostcode: postcodes.placement, urn: postcodes.provider)
        let outcomes = YearlyOutcomes(year: year)
        let contact = LeavingCareContact(year: year, inTouch: "YES", activity: "F1", accommodation: "B1")
        return [
            .identity(.numbered(ssda903: "9000\(key)")),
            .identity(.described(ChildDetails(birthDate: day("2014-05-10"), sex: "F", ethnicity: "WBRI"))),
            .identity(.named(ChildName(given: "Planted\(key)", family: "Example"))),
            .episode(.started(stay)), .yearlyOutcomes(outcomes), .leavingCareContact(contact),
            .adoption(.decided(day("2026-01-10"))),
            .setAside(
                SetAside(table: "Episodes", year: year, cells: "PL_POST=ZZ99 3CC", why: "a day that lies ahead")),
        ] + review("2025-06-10", "PN1") + missing("2025-08-01", "2025-08-02")
            + worker("W\((key - 11) % 3 + 1)", "2025-05-01") + signed(.identityProfile, "2025-09-01")
            + signed(.familyTimePlan, "2025-09-01")
            + signed(.directWork, "2025-09-01", [.childsWords: .text("Blue is when I miss my cat")])
            + [.join(.answered(answer(about: key))), document(about: key, file), copy(about: key)]
            + [.signed(note(about: key))]
    }

    /// What a worker signed: a risk, in words that name the child.
    private static func note(about key: Int) -> SignedRecord {
        let risk = AnswerRow([
            .id: .items([ItemID("R1")].compactMap(\.self)), .what: .text("Planted\(key) Example may be hurt"),
            .level: .choice("high"), .known: .flag(true),
        ])
        return SignedRecord(
            kind: .caseNote, day: day("2025-09-01"), form: FormEdition(version: 0, digest: 0),
            answers: [
                .subject: .text("A talk with Planted\(key) Example"), .significant: .choice("none"),
                .risks: .rows([risk]),
            ])
    }

    /// A copy that somebody made for somebody, in words that name the child.
    private static func copy(about key: Int) -> ChildEvent {
        .copyMade(
            CopyMade(
                record: EventID(1), kind: .record, reader: "Kay", day: day("2025-09-02"),
                text: "Planted\(key) Example\nwas well."))
    }

    /// What somebody answered, in words that name the child.
    private static func answer(about key: Int) -> JoinAnswer {
        JoinAnswer(
            kind: "no_direct_work", about: nil, facts: ["None is recorded here."], word: .notSo,
            because: "Planted\(key) Example is well", by: "u", at: Moment(day("2026-03-01"), minute: 600).instant.at)
    }

    /// The event that the answer is: the one before the document.
    static func answer(of child: ChildID) -> EventID { EventID(note(of: child).seq - 3) }

    private static func document(about key: Int, _ file: FileDigest) -> ChildEvent {
        .document(
            .added(
                Document(
                    title: "Letter about Planted\(key) Example", day: day("2025-08-20"), type: .pdf, length: 24,
                    digest: file, informationClass: .ordinary, scan: .notScanned)))
    }

    /// How many events a child's life is.
    private static let lifeLength = FileDigest([UInt8](repeating: 0, count: 32)).map { life(11, $0).count } ?? 0

    /// The event that the document is: the one before the copy.
    static func document(of child: ChildID) -> EventID { EventID(note(of: child).seq - 2) }

    /// The event that the copy is: the one before the note.
    static func copy(of child: ChildID) -> EventID { EventID(note(of: child).seq - 1) }

    /// The event that the note is: a child's last, the children being written one after the other behind four others.
    static func note(of child: ChildID) -> EventID {
        EventID(Int64(4 + (Int(child.key) - 10) * lifeLength))
    }

    private static func proposed(_ event: ChildEvent, _ child: ChildID) -> Proposed {
        Proposed(stream: child.stream, occurred: Moment(day("2025-05-01")), source: .recordedHere, body: event.body)
    }

    private func append(_ proposed: [Proposed], by author: Actor = Actor("tests")) async throws {
        _ = try await journal.append(.new, by: author, at: now) { try $0.append(contentsOf: proposed) }
    }

    func protect(_ child: ChildID, _ event: ProtectionEvent) async throws {
        try await write(.protection(event), of: child)
    }

    func write(
        _ event: ChildEvent, of child: ChildID, correcting corrected: EventID? = nil, by author: Actor = Actor("tests")
    ) async throws {
        try await append(
            [
                Proposed(
                    stream: child.stream, occurred: Moment(day("2025-05-01")), source: .recordedHere,
                    corrects: corrected, body: event.body)
            ], by: author)
    }

    /// What the staff file says of a worker from now on.
    func describe(_ worker: Worker, _ number: UInt64) async throws {
        try await append([
            Proposed(
                stream: StreamID(.worker, key: number), occurred: Moment(day("2026-01-01")), source: .recordedHere,
                body: WorkerRecordEvent.described(worker).body)
        ])
    }

    func publish(_ form: PublishedForm) async throws {
        try await append([
            Proposed(
                stream: .authority, occurred: Moment(day("2026-01-01")), source: .recordedHere,
                body: AuthorityEvent.formPublished(form).body)
        ])
    }

    /// A return of a year, with nothing new in it.
    func importReturn(of year: CollectionYear) async throws { try await append([Self.returned(year)]) }

    private static func returned(_ year: CollectionYear) -> Proposed {
        let imported = ReturnImported(
            year: year, tables: ReturnTables(ReturnTable.allCases), horizon: year.lastDay, digest: "", rowsRead: 0,
            rowsSetAside: 0)
        return Proposed(
            stream: .authority, occurred: Moment(year.lastDay), source: .ssda903(year),
            body: AuthorityEvent.returnImported(imported).body)
    }

    /// Writes into both records that the two are sisters who live apart, as somebody would who may open both.
    func link(_ one: ChildID, _ other: ChildID) async throws {
        let said = SignedRecord(
            kind: .siblings, day: day("2025-10-01"), form: FormEdition(version: 0, digest: 0),
            answers: [
                .siblingRelation: .choice("full"), .reason: .text("Planted\(one.key) Example had no room"),
            ])
        try await append([
            Self.proposed(.sibling(SiblingSaid(of: other, said)), one),
            Self.proposed(.sibling(SiblingSaid(of: one, said)), other),
        ])
    }

    // MARK: Who comes

    /// Somebody with these roles who is signed in.
    func enter(_ roles: [Role], worker: String? = "W1") async throws -> Visitor {
        let account = try await store.add(
            email: "\(UUID().uuidString)@council.example",
            name: "Visitor, \(roles.map(\.rawValue).joined(separator: " "))", roles: roles, worker: worker, at: now)
        let key = try await Sessions(workspace, limits: SessionLimits()).start(
            account.id, .signedIn, address: "127.0.0.1", browser: "tests", at: now)
        return Visitor(account: account, cookie: "throughline=\(key.text)", token: key.formToken)
    }

    /// The same person in another session, as the office knows them now.
    func enterAgain(_ visitor: Visitor) async throws -> Visitor {
        let key = try await Sessions(workspace, limits: SessionLimits()).start(
            visitor.account.id, .signedIn, address: "127.0.0.1", browser: "tests", at: now)
        let account = try await store.account(id: visitor.account.id) ?? visitor.account
        return Visitor(account: account, cookie: "throughline=\(key.text)", token: key.formToken)
    }

    /// Changes somebody's account, and waits until that is noticed.
    func change(_ account: Account) async throws {
        try await store.update(account)
        wait(minutes: 1)
    }

    struct Visitor: Sendable {
        let account: Account
        let cookie: String
        let token: String
    }

    /// Runs `body` with a way to ask the real router.
    func open(_ body: @escaping @Sendable (Asker) async throws -> Void) async throws {
        try await Application(router: site.router()).test(.router) { try await body(Asker(client: $0)) }
    }
}

/// Asks the router as a browser would.
struct Asker: Sendable {
    let client: any TestClientProtocol

    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let text: String
        /// As they came, for what is no text.
        var bytes: [UInt8] = []
        var location: String? { headers[.location] }
    }

    /// - Parameters:
    ///   - form: what a form sends besides its token, already encoded.
    ///   - token: another token than the visitor's; nil for none.
    ///   - more: headers beside the cookie.
    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ visitor: Office.Visitor?, form: String = "",
        token: String?? = .none, cookies: String = "", more: HTTPFields = [:]
    ) async throws -> Answer {
        var headers = more
        let sent = [visitor?.cookie ?? "", cookies].filter { !$0.isEmpty }.joined(separator: "; ")
        if !sent.isEmpty { headers[.cookie] = sent }
        var body: ByteBuffer?
        if method == .post {
            headers[.contentType] = "application/x-www-form-urlencoded"
            let token = token ?? visitor?.token
            body = ByteBuffer(
                string: [token.map { "token=\($0)" } ?? "", form].filter { !$0.isEmpty }.joined(separator: "&"))
        }
        return try await client.execute(uri: path, method: method, headers: headers, body: body) {
            Answer(
                status: Int($0.status.code), headers: $0.headers,
                text: String(decoding: $0.body.readableBytesView, as: UTF8.self),
                bytes: Array($0.body.readableBytesView))
        }
    }
}

extension Asker {
    /// Sends a form with a file, as a browser does.
    func send(
        _ path: String, _ visitor: Office.Visitor, _ fields: [String: String], file: (name: String, bytes: [UInt8]),
        token: String
    ) async throws -> Answer {
        let boundary = "----tests"
        var body: [UInt8] = []
        for (name, value) in [("token", token)] + fields.sorted(by: { $0.key < $1.key }) {
            body += Array(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array(
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\n\r\n".utf8)
        body += file.bytes + Array("\r\n--\(boundary)--\r\n".utf8)
        let headers: HTTPFields = [
            .cookie: visitor.cookie, .contentType: "multipart/form-data; boundary=\(boundary)",
        ]
        return try await client.execute(
            uri: path, method: .post, headers: headers, body: ByteBuffer(bytes: body)
        ) {
            Answer(
                status: Int($0.status.code), headers: $0.headers,
                text: String(decoding: $0.body.readableBytesView, as: UTF8.self),
                bytes: Array($0.body.readableBytesView))
        }
    }
}

extension ProtectionEvent {
    static let onWord = Order(by: "Head of service", reason: "a relative works here")
    static func restricted(to named: [String], parties: [String] = []) -> ProtectionEvent {
        .restricted(Restriction(named: named, parties: parties), onWord)
    }
}
