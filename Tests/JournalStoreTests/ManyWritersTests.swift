import Casework
import Foundation
import JournalStore
import Testing

@Suite struct ManyWritersTests {
    let temporary: TemporaryJournal
    init() throws { temporary = try TemporaryJournal() }

    @Test func twoWritersTakeTurnsAndLeaveNoGaps() async throws {
        let directory = temporary.directory
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<2 {
                group.addTask {
                    let journal = try SQLiteJournal(directory: directory)
                    for n in 0..<150 {
                        let id = command(writer * 1000 + n)
                        try await journal.append(id, by: worker, at: noon) { transaction in
                            let seen = try transaction.version(of: child(9))
                            try transaction.append(proposal("\(writer)", in: child(9)), expecting: seen)
                            for extra in 0..<6 { try transaction.append(proposal("x", in: child(UInt64(extra)))) }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let report = try temporary.report()
        #expect(report.isSound && report.events == 2100)
        var turns: [Int] = []
        try await temporary.journal.scan(stream: child(9)) { turns.append($0.version) }
        #expect(turns == Array(1...300))
    }

    @Test func aReaderLearnsOfEveryWriteBeforeItsNextRequest() async throws {
        let (here, elsewhere) = (temporary.journal, try SQLiteJournal(directory: temporary.directory))
        var seen = try await here.dataVersion()
        #expect(try await here.dataVersion() == seen)
        for (n, writer) in [elsewhere, here, elsewhere, here].enumerated() {
            try await writer.write("\(n)", as: command(n))
            let version = try await here.dataVersion()
            #expect(version != seen)
            #expect(try await here.head().seq == Int64(n + 1))
            seen = version
        }
        #expect(try await here.dataVersion() == seen)
    }

    @Test func aScanSeesTheJournalAsItStoodWhenItBegan() async throws {
        let journal = temporary.journal
        try await journal.write("a", "b", as: command(1))
        var seen = 0
        try await journal.scan { _ in
            if seen == 0 { try temporary.tamper { try $0.execute(sql: "DELETE FROM event WHERE seq = 2") } }
            seen += 1
        }
        #expect(seen == 2)
        #expect(try await journal.texts() == ["a"])
    }
}
