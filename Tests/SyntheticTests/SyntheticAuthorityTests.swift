import Days
import Synthetic
import Testing

@Suite struct SyntheticAuthorityTests {
    @Test func theSameSeedGivesTheSameBytes() {
        #expect(Returned(sample).files == returned.files)
    }

    @Test func anotherSeedGivesOtherChildren() {
        let other = SyntheticAuthority(seed: 8, children: 400, years: 4, lastYear: CollectionYear(startingIn: 2026))
        let files = Returned(other).files
        #expect(files.keys.sorted() == returned.files.keys.sorted())
        #expect(files["2026-27/Episodes.csv"] != returned.files["2026-27/Episodes.csv"])
        #expect(files["names.csv"] != returned.files["names.csv"])
    }

    @Test(arguments: [1 as UInt64, 2, 3], [40, 600]) func asManyAreInCareOnTheLast31MarchAsWereAsked(
        _ seed: UInt64, _ children: Int
    ) {
        let authority = SyntheticAuthority(
            seed: seed, children: children, years: 2, lastYear: CollectionYear(startingIn: 2025))
        let open = Returned(authority).rows("2025-26/Episodes.csv").filter { $0["DEC"] == "" && $0["LS"] != "V3" }
        #expect(Set(open.map { $0["CHILD"]! }).count == children)
        #expect(open.count == children)
    }

    @Test func theNumberInCareHoldsSteadyOverTheYears() {
        for year in sample.years {
            let open = returned.rows("\(year)/Episodes.csv").filter { $0["DEC"] == "" && $0["LS"] != "V3" }
            #expect((320...480).contains(open.count), "\(year)")
        }
    }

    @Test func everyTableHasRowsAndEveryRowEveryColumn() {
        for year in sample.years {
            for name in [
                "Header", "Episodes", "Reviews", "Missing", "OC2", "OC3", "AD1", "PlacedAdoption", "PrevPerm",
                "SWEpisodes",
                "UASC",
            ] {
                let text = String(decoding: returned.files["\(year)/\(name).csv"] ?? [], as: UTF8.self)
                let lines = text.split(separator: "\n").map { $0.count { $0 == "," } }
                #expect(lines.count > 1, "\(year)/\(name)")
                #expect(Set(lines).count == 1, "\(year)/\(name)")
                #expect(!text.contains("\r") && text.hasSuffix("\n"))
            }
        }
        #expect(returned.rows("2026-27/DoLo.csv").count > 0)
        #expect(returned.files["2025-26/DoLo.csv"] == nil)
    }

    @Test func everyChildOfATableIsInTheHeaderOnceWithTheSameBirthDate() {
        for year in sample.years {
            let header = returned.rows("\(year)/Header.csv")
            let births = Dictionary(header.map { ($0["CHILD"]!, $0["DOB"]!) }, uniquingKeysWith: { a, _ in a })
            #expect(births.count == header.count)
            for (path, _) in returned.files where path.hasPrefix("\(year)/") {
                for row in returned.rows(path) {
                    #expect(births[row["CHILD"]!] != nil, "\(path)")
                    if let born = row["DOB"] { #expect(births[row["CHILD"]!] == born, "\(path)") }
                }
            }
        }
    }

    @Test func nothingIsDatedAfterItsYearsEnd() {
        for (path, _) in returned.files where path.contains("/") {
            let last = CollectionYear(String(path.prefix(7)))!.lastDay
            for row in returned.rows(path) {
                // The end of an unaccompanied child's status is known years ahead.
                for (column, cell) in row where column != "DUC" {
                    #expect(day(cell) ?? last <= last, "\(path) \(column) \(cell)")
                }
            }
        }
    }

    @Test func everyWorkerOfAChildIsOnTheStaffList() {
        let staff = Set(returned.rows("staff.csv").map { $0["code"]! })
        for year in sample.years {
            for row in returned.rows("\(year)/SWEpisodes.csv") { #expect(staff.contains(row["SW_ID"]!)) }
        }
        for row in returned.rows("allocations.csv") { #expect(staff.contains(row["worker"]!)) }
        let managers = Set(returned.rows("staff.csv").map { $0["manager"]! }).subtracting([""])
        #expect(managers.isSubset(of: staff))
    }

    @Test func anImperfectReturnHasBadCellsAndACleanOneNone() {
        let messy = Returned(
            SyntheticAuthority(
                seed: 7, children: 200, years: 1, lastYear: CollectionYear(startingIn: 2025), mess: 0.05))
        let clean = returned.rows("2025-26/Episodes.csv")
        #expect(clean.allSatisfy { day($0["DECOM"]) != nil })
        let rows = messy.rows("2025-26/Episodes.csv")
        let bad = rows.count { day($0["DECOM"]) == nil }
        #expect(bad > 0 && bad < rows.count / 4)
        #expect(rows.contains { $0["LS"]! != $0["LS"]!.uppercased() })
        #expect(rows.count > Set(rows).count)
    }
}
