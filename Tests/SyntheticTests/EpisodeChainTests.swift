import Days
import Synthetic
import Testing

@Suite struct EpisodeChainTests {
    /// Each child's episodes of one year, in order.
    func chains(_ year: CollectionYear) -> [[[String: String]]] {
        Dictionary(grouping: returned.rows("\(year)/Episodes.csv"), by: { $0["CHILD"]! }).values.map { rows in
            rows.sorted { day($0["DECOM"])! < day($1["DECOM"])! }
        }
    }

    @Test func anEpisodeThatContinuesIsFollowedTheSameDayByOneThatSaysWhy() {
        for year in sample.years {
            for chain in chains(year) {
                for (now, next) in zip(chain, chain.dropFirst()) {
                    #expect(day(now["DEC"]) != nil)
                    if now["REC"] == "X1" {
                        #expect(now["DEC"] == next["DECOM"])
                        #expect(next["RNE"] != "S")
                        let isNewLaw = now["LS"] != next["LS"]
                        let isNewPlace = now["PLACE"] != next["PLACE"] || now["PL_POST"] != next["PL_POST"]
                        switch next["RNE"]! {
                        case "L": #expect(isNewLaw && !isNewPlace)
                        case "P", "T": #expect(!isNewLaw && isNewPlace)
                        default: #expect(isNewLaw && isNewPlace)
                        }
                    } else {
                        #expect(next["RNE"] == "S")
                        #expect(day(now["DEC"])! <= day(next["DECOM"])!)
                    }
                }
                let last = chain[chain.count - 1]
                #expect(last["REC"] != "X1")
                #expect((last["DEC"] == "") == (last["REC"] == ""))
            }
        }
    }

    @Test func anEpisodeLastsAtLeastADayAndOverlapsItsYear() {
        for year in sample.years {
            for row in returned.rows("\(year)/Episodes.csv") {
                let end = day(row["DEC"]) ?? .distantFuture
                #expect(day(row["DECOM"])! < end)
                #expect(day(row["DECOM"])! <= year.lastDay && end >= year.firstDay)
            }
        }
    }

    @Test func whatIsOpenOn31MarchIsInTheNextReturnWithItsStart() {
        for (year, next) in zip(sample.years, sample.years.dropFirst()) {
            let later = Set(returned.rows("\(next)/Episodes.csv").map { [$0["CHILD"]!, $0["DECOM"]!, $0["LS"]!] })
            for row in returned.rows("\(year)/Episodes.csv") where row["DEC"] == "" {
                #expect(later.contains([row["CHILD"]!, row["DECOM"]!, row["LS"]!]))
            }
        }
    }

    @Test func noCodeIsUsedOutsideItsYears() {
        let gone: Set = ["H5", "P2", "Z1"]
        let come: Set = ["K3", "Z11", "Z12", "Z13", "Z14"]
        for year in sample.years {
            let codes = Set(returned.rows("\(year)/Episodes.csv").map { $0["PLACE"]! })
            #expect(codes.isDisjoint(with: year.start >= 2025 ? gone : come), "\(year)")
        }
    }

    @Test func endingsFitAgeAndPlace() {
        let births = Dictionary(
            returned.rows("2026-27/Header.csv").map { ($0["CHILD"]!, day($0["DOB"])!) }, uniquingKeysWith: { a, _ in a }
        )
        var adopted = 0
        for row in returned.rows("2026-27/Episodes.csv") {
            guard let end = day(row["DEC"]), let born = births[row["CHILD"]!] else { continue }
            #expect(end <= born.birthday(18))
            switch row["REC"]! {
            case "E11", "E12":
                adopted += 1
                #expect(["A5", "A6"].contains(row["PLACE"]!))
            case "E45", "E46": #expect(row["PLACE"]!.hasPrefix("U"))
            case "E17": #expect(end == born.birthday(18))
            case "E5", "E6": #expect(born.age(on: end) >= 14)
            case "E7": #expect(born.age(on: end) >= 16)
            default: break
            }
            if row["REC"] != "X1" { #expect(!row["PLACE"]!.hasPrefix("T")) }
        }
        #expect(adopted == returned.rows("2026-27/AD1.csv").count)
    }

    @Test func reviewsAbsencesAndWorkersFallInsideCare() {
        for year in sample.years {
            let care = Dictionary(grouping: returned.rows("\(year)/Episodes.csv"), by: { $0["CHILD"]! })
            func isInCare(_ child: String, _ on: Day) -> Bool {
                care[child, default: []].contains {
                    day($0["DECOM"])! <= on && on <= day($0["DEC"]) ?? .distantFuture
                }
            }
            for row in returned.rows("\(year)/Reviews.csv") { #expect(isInCare(row["CHILD"]!, day(row["REVIEW"])!)) }
            for row in returned.rows("\(year)/Missing.csv") {
                let start = day(row["MIS_START"])!
                #expect(start <= day(row["MIS_END"]) ?? .distantFuture)
                if start >= year.firstDay { #expect(isInCare(row["CHILD"]!, start)) }
            }
            for row in returned.rows("\(year)/SWEpisodes.csv") {
                #expect(day(row["SW_DECOM"])! < day(row["SW_DEC"]) ?? .distantFuture)
            }
        }
    }
}
