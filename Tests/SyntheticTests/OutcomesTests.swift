import Days
import Synthetic
import Testing

@Suite struct OutcomesTests {
    /// The definition written out again over the rows as sent: no short breaks, no coming into care after 1 April, no
    /// leaving before 31 March.
    @Test func outcomesAreThoseOfChildrenContinuouslyLookedAfterAndNoOthers() {
        for year in sample.years {
            var expected: Set<String> = []
            for (child, rows) in Dictionary(grouping: returned.rows("\(year)/Episodes.csv"), by: { $0["CHILD"]! }) {
                let isBroken = rows.contains { row in
                    let start = day(row["DECOM"])!
                    if row["LS"] == "V3" || row["LS"] == "V4" { return true }
                    if start > year.firstDay, start <= year.lastDay, row["RNE"] == "S" { return true }
                    guard let end = day(row["DEC"]) else { return false }
                    return end >= year.firstDay && end < year.lastDay && row["REC"] != "X1"
                }
                if !isBroken { expected.insert(child) }
            }
            let sent = returned.rows("\(year)/OC2.csv").map { $0["CHILD"]! }
            #expect(Set(sent) == expected, "\(year)")
            #expect(sent.count == expected.count)
            #expect(expected.count > 100)
        }
    }

    @Test func whatIsAskedHangsOnAge() {
        for year in sample.years {
            for row in returned.rows("\(year)/OC2.csv") {
                let age = day(row["DOB"])!.age(on: year.lastDay)
                #expect((row["HEALTH_CHECK"] != "") == (age < 5))
                #expect((row["CONVICTED"] != "") == (age >= 10))
                if age < 4 { #expect(row["SDQ_SCORE"] == "" && row["SDQ_REASON"] == "") }
                if (5...16).contains(age) { #expect((row["SDQ_SCORE"] == "") != (row["SDQ_REASON"] == "")) }
                if let score = Int(row["SDQ_SCORE"]!) { #expect((0...40).contains(score)) }
            }
        }
    }

    @Test func careLeaversAreAskedAfterAtABirthdayFromThe17thToThe21st() {
        for year in sample.years {
            let inCare = Set(returned.rows("\(year)/Episodes.csv").map { $0["CHILD"]! })
            for row in returned.rows("\(year)/OC3.csv") {
                let born = day(row["DOB"])!
                #expect((17...21).contains { year.days.contains(born.birthday($0)) })
                #expect(!inCare.contains(row["CHILD"]!))
                #expect((row["ACTIV"] == "") == (row["ACCOM"] == ""))
            }
        }
    }

    @Test func unaccompaniedChildrenGiveNoHomePostcode() {
        let children = Set(returned.rows("2026-27/UASC.csv").map { $0["CHILD"]! })
        for row in returned.rows("2026-27/Episodes.csv") where children.contains(row["CHILD"]!) {
            #expect(row["HOME_POST"] == "")
        }
    }

    @Test func aFewChildrenAreMissingAgainAndAgain() {
        let times = Dictionary(grouping: returned.rows("2026-27/Missing.csv"), by: { $0["CHILD"]! }).values.map(\.count)
        #expect((times.max() ?? 0) >= 8)
        #expect(times.count { $0 <= 2 } > times.count / 3)
    }
}
