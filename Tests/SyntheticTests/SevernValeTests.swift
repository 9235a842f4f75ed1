import Days
import Synthetic
import Testing

/// The authority that `make run` moves in: 600 children in care, 8 years.
@Suite struct SevernValeTests {
    static let year = CollectionYear(startingIn: 2025)
    static let vale = Returned(SyntheticAuthority(seed: 1, children: 600, years: 8, lastYear: year))
    private var staff: [[String: String]] { Self.vale.rows("staff.csv") }
    private var here: [[String: String]] { staff.filter { $0["to"] == "" } }

    @Test func sixtyWorkersInTenTeamsAndEightReviewingOfficers() {
        let managers = here.filter { $0["role"] == "Team manager" }
        let reviewing = here.filter { $0["role"] == "Independent reviewing officer" }
        let workers = here.count - managers.count - reviewing.count
        #expect(managers.count == 10)
        #expect(Set(managers.map { $0["team"]! }).count == 10)
        #expect(reviewing.count == 8)
        #expect((52...60).contains(workers), "\(workers)")
        for row in here where row["role"] != "Team manager" && row["team"] != "IRO service" {
            #expect(managers.contains { $0["code"] == row["manager"] && $0["team"] == row["team"] })
        }
    }

    @Test func aboutThreeHundredCareLeavers() {
        let leavers = Self.vale.rows("\(Self.year)/OC3.csv").count
        #expect((270...330).contains(leavers), "\(leavers)")
    }

    @Test func everyChildHasANameAndNoTwoRowsNameOne() {
        let names = Self.vale.rows("names.csv")
        let numbers = Set(names.map { $0["ssda903_id"]! })
        #expect(numbers.count == names.count)
        let returned = Self.vale.files.filter { $0.key.hasSuffix("/Header.csv") }.keys.flatMap { Self.vale.rows($0) }
        #expect(numbers == Set(returned.map { $0["CHILD"]! }), "nobody whom no return has, and nobody left out")
        for row in Self.vale.rows("\(Self.year)/Header.csv") { #expect(numbers.contains(row["CHILD"]!)) }
        #expect(names.allSatisfy { !$0["given_names"]!.isEmpty })
        #expect(names.contains { $0["family_name"] == "" }, "somebody came with one name")
        #expect(names.contains { $0["former_names"] != "" } && names.contains { $0["known_as"] != "" })
    }

    @Test func brothersAndSistersComeTogetherUnderOneName() {
        let names = Dictionary(
            uniqueKeysWithValues: Self.vale.rows("names.csv").map { ($0["ssda903_id"]!, $0["family_name"]!) })
        let homes = Dictionary(grouping: Self.vale.rows("\(Self.year)/Episodes.csv")) {
            "\($0["HOME_POST"]!) \($0["DECOM"]!)"
        }
        let families = homes.filter { !$0.key.hasPrefix(" ") }.values.map { Set($0.map { $0["CHILD"]! }) }.filter {
            $0.count > 1
        }
        #expect(families.count > 20, "\(families.count)")
        let named = families.count { Set($0.map { names[$0] ?? "" }).count == 1 }
        #expect(named * 2 > families.count, "\(named)")
    }

    @Test func theStoriesOfATeamAreThere() {
        let last = Self.year.lastDay
        let open = Self.vale.rows("\(Self.year)/SWEpisodes.csv").filter { $0["SW_DEC"] == "" }
        let left = Set(staff.filter { $0["to"] != "" }.map { $0["code"]! })
        let agency = Set(here.filter { $0["agency"] == "yes" }.map { $0["code"]! })
        let inCare = Set(
            Self.vale.rows("\(Self.year)/Episodes.csv").filter {
                $0["DEC"] == "" && $0["LS"] != "V3" && $0["LS"] != "V4"
            }
            .map { $0["CHILD"]! })
        let held = Set(open.map { $0["CHILD"]! })
        #expect(inCare.subtracting(held).count >= 5, "children with no allocated worker")
        #expect(open.count { left.contains($0["SW_ID"]!) } >= 5, "children whom a leaver left behind")
        #expect(open.count { agency.contains($0["SW_ID"]!) } >= 5, "children of an agency worker")
        let roles = Dictionary(
            grouping: Self.vale.rows("allocations.csv").filter { $0["to"] == "" }, by: { $0["role"]! })
        #expect((roles["co-worker"] ?? []).count >= 5, "children of a worker who is away")
        #expect((roles["IRO"] ?? []).count > 500)
        #expect((roles["personal adviser"] ?? []).count > 300)
        #expect((roles["supervising social worker"] ?? []).count > 100)
        for row in staff { #expect(row["from"]! <= last.description) }
    }
}
