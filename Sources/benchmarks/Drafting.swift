import Access
import AsyncHTTPClient
import Casework
import Days
import Foundation
import GRDB
import Hummingbird

/// Two hundred people typing: what a page sends as they type, saved as a draft, beside a server that commits one row for
/// each of the same requests.
enum Drafting {
    private static let clients = 200
    private static let seconds = 5

    static func measure(_ place: Workplace) async throws {
        let house = try await House(place, children: 600, years: 8, written: true, isBusy: false)
        defer { house.close() }
        let reference = try await OneRow(place.directory("one-row.sqlite").path)
        defer { reference.close() }
        let writers = try await writers(house, at: place.now)
        var (ours, theirs) = (Saves.none, Saves.none)
        // The first round folds the journal, which a service has done before anybody types.
        for _ in 0..<3 {
            guard let bare = try await saves(writers, reference.port), let saved = try await saves(writers, house.port)
            else {
                return note("drafts were not measured: one was not saved")
            }
            (ours, theirs) = (min(ours, saved), min(theirs, bare))
        }
        report("saving a draft: p99", ours.p99 * 1000, against: theirs.p99 * 1000, .atMost(2), unit: "ms")
        note("ours: \(ours.inWords); reference: \(theirs.inWords)")
        note(
            "\(clients) people, each saving their own draft over and over; the reference commits one row for the same request, with the same pragmas, in the same server library"
        )
    }

    private static func writers(_ house: House, at now: Instant) async throws -> [Writer] {
        let children = house.question.children().map { ChildAsAt($0, house.question.asAt) }.filter(\.isLookedAfter)
        var writers: [Writer] = []
        for number in 0..<clients {
            let key = try await house.enter(number, at: now)
            writers.append(
                Writer(
                    path: "/children/\(children[number % children.count].id)/record/visit",
                    cookie: "throughline=\(key.text)", token: key.formToken))
        }
        return writers
    }

    /// How long everybody’s saves took; nil where one was not saved.
    private static func saves(_ writers: [Writer], _ port: Int) async throws -> Saves? {
        let client = Crowd.client(clients)
        let end = ContinuousClock.now + .seconds(seconds)
        let before = processorSeconds()
        let times = await withTaskGroup(of: [Double].self) { group in
            for writer in writers { group.addTask { await writer.work(client, port, until: end) } }
            var all: [[Double]] = []
            for await own in group { all.append(own) }
            return all
        }
        try await client.shutdown()
        return times.contains(where: \.isEmpty) ? nil : Saves(times.flatMap { $0 }, processorSeconds() - before)
    }
}

/// How long a crowd’s saves took, in seconds: what the slowest hundredth began at, what half of them took, and the processor
/// time of each, the crowd’s own with it.
private struct Saves: Comparable {
    var p99: Double
    var median: Double
    var processor: Double

    static let none = Saves(p99: .infinity, median: .infinity, processor: .infinity)
    static func < (one: Saves, other: Saves) -> Bool { one.p99 < other.p99 }

    var inWords: String {
        "half within \(Int(median * 1000)) ms, \(Int(processor * 1e6)) µs of processor time a save, with those who save"
    }
}

extension Saves {
    init(_ times: [Double], _ used: Double) {
        let sorted = times.sorted()
        self.init(
            p99: sorted[sorted.count * 99 / 100], median: sorted[sorted.count / 2],
            processor: used / Double(sorted.count))
    }
}

/// Somebody who types, and whose page saves what they typed.
private struct Writer: Sendable {
    let path: String
    let cookie: String
    let token: String

    /// Saves until `end`. - Returns: how long each took, in seconds; none where one was not saved.
    func work(_ client: HTTPClient, _ port: Int, until end: ContinuousClock.Instant) async -> [Double] {
        var times: [Double] = []
        var mark = ""
        var draft = CommandID(high: .random(in: 1 ... .max), low: .random(in: 1 ... .max)).text
        var words = "They+showed+me+the+garden."
        let page = CommandID(high: .random(in: 1 ... .max), low: .random(in: 1 ... .max)).text
        while ContinuousClock.now < end {
            words += "+And+then+we+talked."
            if words.utf8.count > 1500 { words = "They+showed+me+the+garden." }
            var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            request.headers.add(name: "Cookie", value: cookie)
            request.body = .bytes(
                Array(
                    "token=\(token)&do=keep&draft=\(draft)&mark=\(mark)&on-page=\(page):\(times.count)&occurred=2026-03-30&purpose=To+see+how+school+goes&seen=true&alone=alone&place=placement&observations=\(words)"
                        .utf8))
            let start = ContinuousClock.now
            guard let response = try? await client.execute(request, timeout: .seconds(60)), response.status == .ok,
                let body = try? await response.body.collect(upTo: 4096)
            else { return [] }
            let took = (ContinuousClock.now - start).components
            times.append(Double(took.seconds) + Double(took.attoseconds) / 1e18)
            // As the page does: the mark, the clock, and the number of the draft that the words are in.
            let told = String(buffer: body).split(separator: "\n").map(String.init)
            mark = told.first ?? ""
            if told.count == 3 { draft = told[2] }
        }
        return times
    }
}

/// A server that commits one row for each request, in a file with the pragmas of the drafts' own.
private struct OneRow {
    let port: Int
    private let server: Task<Void, any Error>

    init(_ path: String) async throws {
        let pool = try DatabasePool(path: path)
        try await pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = NORMAL")
            try db.execute(sql: "CREATE TABLE row (place INTEGER PRIMARY KEY, body BLOB)")
        }
        let router = Router()
        router.get("/health/live") { _, _ in "live" }
        router.post("/children/:id/record/visit") { request, _ in
            let body = try await request.body.collect(upTo: 1 << 20)
            let place = try await pool.write { db in
                try db.cachedStatement(sql: "INSERT INTO row (body) VALUES (?)")
                    .execute(arguments: [Data(body.readableBytesView)])
                return db.lastInsertedRowID
            }
            return "\(place)\n09:05"
        }
        (port, server) = try await House.serve(router)
    }

    func close() { server.cancel() }
}
