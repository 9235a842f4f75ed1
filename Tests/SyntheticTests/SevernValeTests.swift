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

    @Test func sixHundredInCareOfWhomEachHasAPlaceOnTheMap() throws {
        let table = try #require(Self.vale.files["places.bin"])
        let held = Ground(table)
        let open = Self.vale.rows("\(Self.year)/Episodes.csv").filter { $0["DEC"] == "" && $0["LS"] != "V3" }
        #expect(open.count == 600)
        var (known, far, away) = (0, 0, 0)
        for row in Self.vale.rows("\(Self.year)/Episodes.csv") {
            for column in ["HOME_POST", "PL_POST"] where row[column] != "" {
                #expect(held.places[row[column]!] != nil, "\(row[column]!)")
            }
        }
        for row in open {
            guard let home = held.places[row["HOME_POST"]!], let here = held.places[row["PL_POST"]!] else { continue }
            let miles = Ground.miles(home, here)
            known += 1
            if here.area != SyntheticAuthority.area { away += 1 }
            if miles > 20 { far += 1 }
            // In Severn Vale nobody is far from anybody.
            if home.area == SyntheticAuthority.area, here.area == home.area { #expect(miles < 20) }
        }
        #expect(known > 500)
        #expect((known / 10...known / 2).contains(far), "\(far) of \(known) far from home")
        #expect((known / 5...known / 2).contains(away), "\(away) of \(known) out of area")
        #expect(far < away, "some who are out of the area are near")
    }

    /// What each screen has to bear, and what it shows when all is well.
    @Test func eachScreenHasItsBestAndItsWorst() {
        let last = Self.year.lastDay
        let open = Self.vale.rows("\(Self.year)/Episodes.csv").filter {
            $0["DEC"] == "" && $0["LS"] != "V3" && $0["LS"] != "V4"
        }
        let inCare = Set(open.map { $0["CHILD"]! })
        let headers = Self.vale.rows("\(Self.year)/Header.csv")
        var episodes: [String: [String: [String: String]]] = [:]
        for path in Self.vale.files.keys.sorted() where path.hasSuffix("/Episodes.csv") {
            for row in Self.vale.rows(path) { episodes[row["CHILD"]!, default: [:]][row["DECOM"]!] = row }
        }
        let lives = inCare.map { child in episodes[child]!.values.sorted { day($0["DECOM"])! < day($1["DECOM"])! } }
        // Child and timeline: one home for years, and more homes than anybody should have.
        let moves = lives.map { life in life.count { "PB".contains($0["RNE"]!) } }
        #expect(moves.count { $0 >= 10 } >= 5 && moves.count { $0 == 0 } >= 100)
        let settled = lives.count { life in
            life.last { "SPB".contains($0["RNE"]!) }.map { last - day($0["DECOM"])! > 5 * 365 } ?? false
        }
        #expect(settled >= 20)
        // The longest name, one name alone, a baby of some weeks, a mother who is looked after.
        let names = Self.vale.rows("names.csv")
        #expect(names.contains { $0["given_names"]!.count + $0["family_name"]!.count > 50 })
        #expect(headers.contains { inCare.contains($0["CHILD"]!) && last - day($0["DOB"])! < 60 })
        #expect(headers.contains { $0["MOTHER"] == "1" })
        // My work and Missing: somebody away this evening, and somebody away again and again.
        let missing = Self.vale.rows("\(Self.year)/Missing.csv")
        #expect(missing.contains { $0["MIS_END"] == "" && $0["MISSING"] == "M" })
        #expect(Dictionary(grouping: missing) { $0["CHILD"]! }.values.contains { $0.count >= 20 })
        // Newly looked after, unaccompanied, remanded, where no child should be.
        #expect(open.count { $0["RNE"] == "S" && last - day($0["DECOM"])! < 28 } >= 5)
        #expect(Self.vale.rows("\(Self.year)/UASC.csv").count >= 30)
        #expect(open.contains { $0["LS"] == "J1" } && open.contains { $0["PLACE"] == "Z12" })
        // Care that ended well, at the age for it, and by a death.
        let endings = Set(episodes.values.flatMap(\.values).map { $0["REC"]! })
        #expect(endings.isSuperset(of: ["E11", "E12", "E45", "E46", "E4A", "E17", "E2", "E3", "E9"]))
        // Leaving care: in touch in a suitable home, and not.
        let leavers = Self.vale.rows("\(Self.year)/OC3.csv")
        #expect(leavers.count { $0["IN_TOUCH"] == "YES" && $0["ACCOM"]!.hasSuffix("1") } > 200)
        #expect(leavers.contains { $0["IN_TOUCH"] == "NO" } && leavers.contains { $0["ACCOM"]!.hasSuffix("2") })
        // Reviews: held in good time for nearly everybody, and late for somebody.
        #expect(lateReviews(inCare).late >= 5 && lateReviews(inCare).late * 4 < inCare.count)
    }

    /// Children in care whose last review is more than 183 days ago.
    private func lateReviews(_ inCare: Set<String>) -> (late: Int, none: Int) {
        var latest: [String: Day] = [:]
        for path in Self.vale.files.keys where path.hasSuffix("/Reviews.csv") {
            for row in Self.vale.rows(path) {
                latest[row["CHILD"]!] = max(latest[row["CHILD"]!] ?? .distantPast, day(row["REVIEW"])!)
            }
        }
        return (
            inCare.count { child in latest[child].map { Self.year.lastDay - $0 > 183 } ?? false },
            inCare.count { latest[$0] == nil }
        )
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

/// The table of places, read back as plainly as it was written.
private struct Ground {
    struct Spot {
        let east, north: Int
        let area: String
    }

    private(set) var places: [String: Spot] = [:]

    init(_ bytes: [UInt8]) {
        func number(_ place: Int, _ width: Int) -> UInt64 {
            bytes[place..<place + width].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        func text(_ place: Int, _ width: Int) -> String {
            String(decoding: bytes[place..<place + width].prefix { $0 != 0 }, as: UTF8.self)
        }
        let (areas, count) = (Int(number(8, 4)), Int(number(12, 4)))
        let first = 16 + 64 * areas
        for record in 0..<count {
            let place = first + 16 * record
            let (postcode, position) = (text(place, 8), number(place + 8, 8))
            let spot = Spot(
                east: Int(position & 0xFF_FFFF), north: Int(position >> 24 & 0xFF_FFFF),
                area: text(16 + 64 * Int(position >> 48), 9))
            // As a return writes it: the last three apart.
            places["\(postcode.dropLast(3)) \(postcode.suffix(3))"] = spot
        }
    }

    static func miles(_ a: Spot, _ b: Spot) -> Double {
        let (east, north) = (Double(a.east - b.east), Double(a.north - b.north))
        return (east * east + north * north).squareRoot() / 1_609.3
    }
}
