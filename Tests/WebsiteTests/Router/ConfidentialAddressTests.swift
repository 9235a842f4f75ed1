import Access
import Casework
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Website

/// Where a child is can be a secret, and the record does not say yet who may know. So no page, print or file tells it to
/// anybody, but for the one line of the emergency page, to those the policy opens that to.
@Suite(.serialized) struct ConfidentialAddressTests {
    /// As the office plants them: the home's and the placement's postcode, the provider's number, and a row of a return
    /// that was set aside.
    private static let planted = ["ZZ991AA", "ZZ99 1AA", "ZZ992BB", "ZZ99 2BB", "SC999111", "ZZ993CC", "ZZ99 3CC"]

    @Test func noAddressIsOnAnyPageOrFileButTheEmergencyPage() async throws {
        let office = try await Office()
        let addresses = office.site.routes.filter { $0.method == .get && $0.path != "/children/:id/emergency" }
            .flatMap { route -> [String] in
                switch route.door {
                case .child, .record:
                    return Office.children.values.map {
                        route.path.replacing(":id", with: $0.description).replacing(":kind", with: "assessment_audit")
                    }
                default:
                    return [
                        route.path.replacing(":id", with: "K01").replacing(":name", with: "none")
                            .replacing(":job", with: "none").replacing(":account", with: "none")
                    ]
                }
            }
        let more = [
            "/children?who=everyone" + ChildrenColumn.all.map { "&column=\($0.id)" }.joined(),
            "/exports/children?who=everyone" + ChildrenColumn.all.map { "&column=\($0.id)" }.joined(),
            "/children?find=ZZ99", "/children?find=ZZ992BB", "/children?find=SC999111",
            "/figures/K01/children?by=placement&of=foster+placement",
            "/exports/children?who=everyone&format=xlsx" + ChildrenColumn.all.map { "&column=\($0.id)" }.joined(),
            "/figures/K01/children.xlsx",
        ]
        var people: [(Role, Office.Visitor)] = []
        for role in Role.ofAccounts { people.append((role, try await office.enter([role]))) }
        let visitors = people
        try await office.open { asker in
            var (pages, workbooks) = (0, 0)
            for (role, visitor) in visitors {
                for address in addresses + more {
                    let answer = try await asker.ask(.get, address, visitor)
                    pages += 1
                    // What was searched for stands in its own box.
                    let isWorkbook = answer.bytes.starts(with: Array("PK".utf8))
                    if isWorkbook { workbooks += 1 }
                    let told =
                        isWorkbook
                        ? String(decoding: try Zip.unpacked(of: answer.bytes), as: UTF8.self) : answer.text
                    let text = told.replacing("ZZ992BB\"", with: "").replacing("SC999111\"", with: "")
                        .replacing("“ZZ992BB”", with: "").replacing("“SC999111”", with: "")
                    for secret in Self.planted {
                        #expect(!text.contains(secret), "\(address) as \(role) tells \(secret)")
                    }
                }
            }
            #expect(workbooks > 5)
            print("confidential addresses: looked for on \(pages) pages and files, \(workbooks) of them workbooks")
        }
    }

    @Test func theEmergencyPageTellsThePlacementToWhomItOpensAndKeepsItOffPaper() async throws {
        let office = try await Office()
        let child = try #require(Office.children[.own])
        var people: [(Role, Office.Visitor)] = []
        for role in Role.ofAccounts { people.append((role, try await office.enter([role]))) }
        let visitors = people
        try await office.open { asker in
            for (role, visitor) in visitors {
                let answer = try await asker.ask(.get, "/children/\(child)/emergency", visitor)
                let mayKnow = Policy.answer([role], .useEmergencyPage, .own, .ordinary) == .yes
                #expect(answer.text.contains("ZZ99 2BB") == mayKnow, "\(role)")
                if mayKnow { #expect(answer.text.contains("class=\"tl-screen-only\">ZZ99 2BB<"), "\(role)") }
                for secret in Self.planted where secret != "ZZ99 2BB" {
                    #expect(!answer.text.contains(secret), "\(role) is told \(secret)")
                }
            }
        }
    }
}
