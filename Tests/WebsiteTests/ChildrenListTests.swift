import Casework
import Days
import Search
import Service
import Spreadsheets
import Standards
import TestSupport
import Testing

@testable import HTML
@testable import Website

struct ChildrenListTests {
    private static let asAt = day("2026-03-31")

    /// 120 children: two in three looked after, some missing, some with a worker.
    private static let authority: Authority = {
        var authority = Authority()
        for place in 0..<120 {
            var events: [ChildEvent] = [
                .identity(.numbered(ssda903: "\(100_000 + place)")),
                .identity(
                    .named(ChildName(given: ["Ada", "Omar", "=Siân"][place % 3], family: "Thornmere\(place % 7)"))),
            ]
            events += episode(
                "2024-05-10", "S", place % 4 == 0 ? "V2" : "C2", place % 5 == 0 ? "K2" : "U6",
                end: place % 3 == 2 ? "2025-02-01" : nil, "E4A")
            if place % 10 == 0 { events += missing("2026-03-29") }
            if place % 2 == 0 { events += worker("SWV0000\(place % 4)", "2024-06-01") }
            let born = "20\(String(10 + place % 12))-05-10"
            authority.replace(record(key: UInt64(place + 1), born: born, events))
        }
        return authority
    }()

    private func list(
        _ address: String = "/children", mayFind: ChildrenList.May = { _, _ in true }
    ) async throws -> ChildrenList {
        let question = try #require(Question(Self.authority, asAt: Self.asAt))
        return await ChildrenList(
            ChildrenQuery(address: address), question, finder: Finder(), kept: ChildLines(), notice: "Fictional.",
            mayFind: mayFind)
    }

    @Test(arguments: [
        "/children", "/children?who=everyone&sort=-age", "/children?find=sian",
        "/children?find=thornmere3&who=looked-after",
        "/children?law=c2&place=home&column=iro&column=since&sort=since", "/children?now=missing&now=overdue",
    ]) func thePagesTogetherAreTheFile(_ address: String) async throws {
        let whole = try await list(address).whole { _, _ in true }
        var rows: [Table.Row] = []
        var columns: Set<[Table.Column]> = []
        for page in 1...(try await list(address).pages) {
            let shown = try await list("\(address)\(address.contains("?") ? "&" : "?")page=\(page)").shown
            rows += shown.rows
            columns.insert(shown.columns)
        }
        #expect(rows == whole.rows)
        #expect(columns == [whole.columns])
        #expect(try await list(address).count == whole.rows.count)
        #expect(!rows.isEmpty)
    }

    @Test func thePageShowsTheRowsOfTheTableInItsOrder() async throws {
        let shown = try await list("/children?sort=number").shown
        var page = Writer()
        page.list(shown, caption: "Children", link: { ChildID($0).map { Link.child($0) } })
        let html = String(decoding: page.bytes, as: UTF8.self)
        let rows = html.components(separatedBy: "<tr").dropFirst(2)
        #expect(rows.count == shown.rows.count)
        for (text, row) in zip(rows, shown.rows) {
            #expect(text.contains("/children/\(row.subject)"))
            #expect(text.contains(">\(row.cells[1].shown)</td>"))
        }
    }

    @Test func eachFilterKeepsThoseItSaysAndNoOthers() async throws {
        let lines = ChildLines()
        let question = try #require(Question(Self.authority, asAt: Self.asAt))
        let all = await lines.all(question)
        for filter in ChildrenFilter.all {
            for choice in filter.choices {
                let listed = try await list("/children?who=everyone&\(filter.id)=\(choice.id)")
                #expect(listed.count == all.values.count(where: choice.holds), "\(filter.id) \(choice.id)")
            }
        }
        #expect(try await list("/children?now=missing").count == 8)
        #expect(try await list("/children?place=home&law=v2").count == 4)
        #expect(try await list().count == 80)
    }

    @Test func whoMayNotBeFoundIsNeitherListedNorCountedNorSuggested() async throws {
        let hidden = ChildID(key: 1)
        for address in [
            "/children", "/children?who=everyone", "/children?find=100000", "/children?find=ada%20thornmere0",
        ] {
            let whole = try await list(address, mayFind: { child, _ in child != hidden }).whole { _, _ in true }
            #expect(!whole.rows.contains { $0.subject == hidden.description }, "\(address)")
        }
        let nobody = try await list("/children?find=ada", mayFind: { _, _ in false })
        #expect(nobody.count == 0 && nobody.near.isEmpty && !nobody.mayFindSome)
        let alone = try await list("/children?find=adthornmer0", mayFind: { child, _ in child != hidden })
        #expect(!alone.near.contains { $0.id == hidden })
    }

    @Test func aFileHoldsOnlyWhatMayBeTakenAway() async throws {
        let listed = try await list("/children?who=everyone")
        #expect(listed.whole { child, _ in child.stream.key <= 10 }.rows.count == 10)
        #expect(listed.count { child, _ in child.stream.key <= 10 } == 10)
    }

    @Test func whatIsNotKnownStandsLastWhicheverWay() async throws {
        for sort in ["worker", "-review", "team", "-team"] {
            let shown = try await list("/children?who=everyone&column=review&column=team&column=worker&sort=\(sort)")
            #expect(shown.count == 120)
        }
        let first = try await list("/children?sort=-since&column=since").shown.rows.first
        #expect(first != nil)
    }

    @Test func aLineIsWorkedOutAnewWhenItsRecordChanges() async throws {
        let lines = ChildLines()
        let before = await lines.all(try #require(Question(Self.authority, asAt: Self.asAt)))
        var changed = Self.authority
        let id = ChildID(key: 2)
        var record = try #require(changed[id])
        record.apply(
            .identity(.named(ChildName(given: "Quilla", family: "Zamavand"))),
            origin: Origin(EventID(9_000), .namesFile))
        changed.replace(record)
        changed.advance(to: EventID(9_000))
        let after = await lines.all(try #require(Question(changed, asAt: Self.asAt)))
        #expect(after[id]?.name == "Quilla Zamavand")
        #expect(before[id]?.name != after[id]?.name)
        #expect(after.count == before.count)
    }
}
