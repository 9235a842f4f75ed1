import Casework
import Days
import Foundation
import TestSupport
import Testing

/// What any version ever wrote is read for ever, and as it was meant.
struct EventFixtureTests {
    struct Line {
        let name: String
        let body: StoredBody
    }

    /// `Tests/Fixtures/event-bodies.txt`: a line a kind and schema.
    static let lines: [Line] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/event-bodies.txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let cells = line.split(separator: ";", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard cells.count == 4, let kind = UInt16(cells[1]), let schema = UInt16(cells[2]),
                let bytes = bytes(of: cells[3])
            else { return nil }
            return Line(name: cells[0], body: StoredBody(kind: kind, schema: schema, bytes: bytes))
        }
    }()

    private static func bytes(of hex: String) -> [UInt8]? {
        let digits = Array(hex.utf8)
        guard digits.count % 2 == 0 else { return nil }
        let bytes = stride(from: 0, to: digits.count, by: 2).map {
            UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
        }
        return bytes.contains(nil) ? nil : bytes.compactMap { $0 }
    }

    @Test func everyOldBodyIsReadAsItWasMeant() {
        for line in Self.lines {
            guard let event = EventBodyTests.events.first(where: { Self.name($0) == line.name }) else { continue }
            #expect(ChildEvent(line.body) == event, "\(line.name), schema \(line.body.schema)")
        }
    }

    @Test func everyKindIsWrittenInItsNewestLayoutToTheByte() {
        for event in EventBodyTests.events {
            let newest = Self.lines.filter { $0.name == Self.name(event) }.max { $0.body.schema < $1.body.schema }
            #expect(newest?.body == event.body, "\(Self.name(event))")
        }
    }

    @Test func aWorkerAndAnImportAreReadAndWrittenAsTheyWere() throws {
        let worker = WorkerRecordEvent.described(
            Worker(
                code: "SWV00123", name: "Ann Example", role: "social worker", team: "North", manager: "TM1",
                from: EventBodyTests.day, isAgency: false))
        let imported = AuthorityEvent.returnImported(
            ReturnImported(
                year: CollectionYear(startingIn: 2017), tables: ReturnTables([.header, .episodes, .reviews]),
                horizon: EventBodyTests.day, digest: "ab", rowsRead: 120, rowsSetAside: 3))
        let (first, second) = (try Self.line("worker described"), try Self.line("return imported"))
        #expect(worker.body == first && imported.body == second)
        first.bytes.withUnsafeBytes {
            #expect(WorkerRecordEvent(kind: first.kind, schema: first.schema, bytes: $0) == worker)
        }
        second.bytes.withUnsafeBytes {
            #expect(AuthorityEvent(kind: second.kind, schema: second.schema, bytes: $0) == imported)
        }
    }

    @Test func aPlanOfTheReviewingServiceAndItsReportAreReadAndWrittenAsTheyWere() throws {
        let day = EventBodyTests.day
        let plan = ReviewingServicePlan(
            year: CollectionYear(startingIn: 2017), day: day, signedBy: "Ruth Example", established: 800, inPost: 640,
            reportDue: day, functions: [.init("voice", "We ask")],
            actions: [
                ReviewingAction(
                    id: 1, function: "voice", what: "Ask", owner: "Ivo", due: day, knownBy: "They say", done: day,
                    changed: "More say"),
                ReviewingAction(id: 2, function: "reviews", what: "Book", owner: "Ivo", due: day, knownBy: "In time"),
            ])
        let report = ReviewingReportPublished(
            year: CollectionYear(startingIn: 2017), day: day, place: "Online", presented: nil, signedBy: "Ruth Example")
        let told: [(String, AuthorityEvent)] = [
            ("reviewing plan signed", .reviewingPlanSigned(plan)),
            ("reviewing report published", .reviewingReportPublished(report)),
        ]
        for (name, event) in told {
            let line = try Self.line(name)
            #expect(event.body == line, "\(name)")
            line.bytes.withUnsafeBytes {
                #expect(AuthorityEvent(kind: line.kind, schema: line.schema, bytes: $0) == event)
            }
        }
    }

    @Test func everyLineIsOfAKindThatThereIsAndEachKindOnce() {
        let known = Set(EventBodyTests.events.map(Self.name)).union([
            "worker described", "return imported", "reviewing plan signed", "reviewing report published",
        ])
        #expect(Set(Self.lines.map(\.name)) == known)
        #expect(Set(Self.lines.map { [$0.body.kind, $0.body.schema] }).count == Self.lines.count)
        #expect(Set(EventBodyTests.events.map(Self.name)).count == EventBodyTests.events.count)
    }

    private static func line(_ name: String) throws -> StoredBody {
        try #require(lines.first { $0.name == name }).body
    }

    /// A new event does not compile until it is named here, and then needs its line.
    private static func name(_ event: ChildEvent) -> String {
        switch event {
        case .identity(.numbered): "numbered"
        case .identity(.described): "described"
        case .identity(.alsoDescribed): "also described"
        case .identity(.unaccompanied): "unaccompanied"
        case .identity(.named): "named"
        case .identity(.formerlyNamed): "formerly named"
        case .episode(.started): "episode started"
        case .episode(.ended): "episode ended"
        case .reviewHeld: "review held"
        case .missing(.started): "missing started"
        case .missing(.returned): "missing returned"
        case .yearlyOutcomes: "yearly outcomes"
        case .adoption(.decided): "adoption decided"
        case .adoption(.ceased): "adoption ceased"
        case .adoption(.matched): "adoption matched"
        case .previousPermanence: "previous permanence"
        case .leavingCareContact: "leaving care contact"
        case .worker(.allocated): "worker allocated"
        case .worker(.ended): "worker ended"
        case .deprivation(.started): "deprivation started"
        case .deprivation(.ended): "deprivation ended"
        case .signed: "record signed"
        case .copyMade: "copy made"
        case .corrected: "record corrected"
        case .sibling: "sibling said"
        case .protection(.restricted): "restricted"
        case .protection(.lifted): "lifted"
        case .protection(.sealed): "sealed"
        case .protection(.unsealed): "unsealed"
        case .urgent(.said): "urgently said"
        case .urgent(.acknowledged): "urgent acknowledged"
        case .urgent(.acted): "urgent acted"
        case .urgent(.added): "urgent added"
        case .urgent(.takenBack): "urgent taken back"
        case .wrongChild(.sealed): "record sealed"
        case .wrongChild(.movedHere): "record moved here"
        case .wrongChild(.breach): "breach written"
        case .join(.answered): "join answered"
        case .join(.seconded): "join seconded"
        case .join(.read): "second read"
        case .document(.added): "document added"
        case .document(.movedHere): "document moved here"
        case .setAside: "set aside"
        case .retracted: "retracted"
        case .unrecognised: "unrecognised"
        }
    }
}

/// Writing and reading, over events with any values.
struct EventBodyLawTests {
    @Test func anyEventIsReadBackAsItWasWritten() {
        var dice = Seeded(state: Histories.usualSeed)
        var kinds: Set<UInt16> = []
        for number in 0..<30_000 {
            let event = dice.event()
            let body = event.body
            kinds.insert(body.kind)
            if ChildEvent(body) != event {
                Issue.record("seed \(Histories.usualSeed), draw \(number): \(event) came back as \(ChildEvent(body))")
                return
            }
        }
        // All but the retraction, which has no values.
        #expect(kinds.count == EventBodyTests.events.count - 1)
    }

    /// Nor does one cut short or run on, nor any other bytes, make reading trap or guess.
    @Test func bytesThatAreNoEventAreKeptWhole() {
        var dice = Seeded(state: Histories.usualSeed)
        for _ in 0..<10_000 {
            let body = dice.event().body
            var bytes = body.bytes
            if dice.chance(50) {
                bytes.append(UInt8(dice.number(0...255)))
            } else if !bytes.isEmpty {
                bytes.removeLast(dice.number(1...bytes.count))
            } else {
                continue
            }
            let harmed = StoredBody(kind: body.kind, schema: body.schema, bytes: bytes)
            let read = ChildEvent(harmed)
            if read.body != harmed {
                Issue.record("\(harmed) came back as \(read)")
                return
            }
        }
    }
}
