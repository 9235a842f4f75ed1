import Casework
import Days
import TestSupport
import Testing

@testable import Search

struct FindingTests {
    private static let pageSize = 50
    private var index: NameIndex { FictionalNames.index }

    private func named(_ names: [(key: UInt64, ChildName, former: [String])]) -> NameIndex {
        var authority = Authority()
        for (key, name, former) in names {
            var record = ChildRecord(id: ChildID(key: key))
            for event in [.numbered(ssda903: "\(100_000 + key)"), .named(name)]
                + former.map(IdentityEvent.formerlyNamed)
            {
                record.apply(.identity(event), origin: Origin(EventID(1), .namesFile))
            }
            authority.replace(record)
        }
        return NameIndex(authority)
    }

    /// One slip of the finger somewhere in a name: a letter left out, put in, replaced, or two swapped; spaces too.
    private func slip(_ name: String, _ random: inout Seeded) -> String {
        var letters = Array(name.lowercased())
        let place = Int.random(in: 0..<letters.count, using: &random)
        let letter = Array("abcdefghijklmnopqrstuvwxyz -'")[Int.random(in: 0..<29, using: &random)]
        switch Int.random(in: 0..<4, using: &random) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letter, at: place)
        case 2: letters[place] = letter
        default: if place + 1 < letters.count { letters.swapAt(place, place + 1) }
        }
        return String(letters)
    }

    @Test func aNameWithAnySingleSlipFindsItsChildOnTheFirstPage() {
        let seed: UInt64 = 20_260_331
        var random = Seeded(state: seed)
        var (asked, found, first) = (0, 0, 0)
        for child in FictionalNames.children {
            for name in Set([child.name.legal, child.name.shown]) {
                for _ in 0..<2 {
                    let text = slip(name, &random)
                    let place = index.find(text).firstIndex(of: child.id)
                    asked += 1
                    if place == 0 { first += 1 }
                    if let place, place < Self.pageSize {
                        found += 1
                    } else {
                        Issue.record("\(text) did not find \(name) (seed \(seed))")
                    }
                }
            }
        }
        print("search recall: \(found) of \(asked) names with one slip on the first page, \(first) of them first")
        #expect(FictionalNames.children.count == 600)
        #expect(asked >= 1_200)
    }

    @Test func everyNameAChildHasOrHadFindsTheChildFirstPage() {
        for child in FictionalNames.children {
            for name in [child.name.legal, child.name.shown, "\(child.name.family) \(child.name.given)"] + child.former
            {
                #expect(index.find(name).prefix(Self.pageSize).contains(child.id), "\(name)")
            }
        }
    }

    @Test func numbersFindTheirChildFirst() {
        for place in stride(from: 0, to: 600, by: 37) {
            let child = FictionalNames.children[place].id
            #expect(index.find("\(100_000 + place)").first == child)
            #expect(index.find("a999\(String("\(100_000_000 + place)".dropFirst()))").first == child)
        }
    }

    @Test func namesAreFoundByHowTheySound() {
        let index = named([
            (1, ChildName(given: "Siobhan", family: "Thornmere"), []),
            (2, ChildName(given: "Mohammed", family: "Wickdale"), []),
            (3, ChildName(given: "Minh", family: "Nguyen"), []), (4, ChildName(given: "Omar", family: "Marlgate"), []),
        ])
        #expect(index.find("shevaun thornmear").first == ChildID(key: 1))
        #expect(index.find("muhamad").first == ChildID(key: 2))
        #expect(index.find("win").first == ChildID(key: 3))
    }

    @Test func theNearerSpellingComesFirst() {
        let index = named([
            (1, ChildName(given: "Adah", family: "Marlgate"), []), (2, ChildName(given: "Ada", family: "Marlgate"), []),
            (3, ChildName(given: "Aida", family: "Marlgate"), []),
        ])
        #expect(index.find("ada marlgate").first == ChildID(key: 2))
        #expect(Set(index.find("ada marlgate")) == [ChildID(key: 1), ChildID(key: 2), ChildID(key: 3)])
    }

    @Test func anEarlierNameFindsAChild() {
        let index = named([
            (1, ChildName(given: "Ada", family: "Marlgate", knownAs: "Addie"), ["Ada Wickdale"]),
            (2, ChildName(given: "Omar", family: "Hazelbury"), []),
        ])
        #expect(index.find("wickdale") == [ChildID(key: 1)])
        #expect(index.find("addie") == [ChildID(key: 1)])
    }

    @Test func nobodyIsFoundByNothing() {
        for text in ["", "  ", "—", "zzqqx", "?"] { #expect(index.find(text).isEmpty, "\(text)") }
    }

    @Test func whoIsLeftOutIsNeitherFoundNorSuggested() {
        let child = FictionalNames.children[5]
        let index = NameIndex(FictionalNames.authority) { $0.id == child.id }
        #expect(!index.find(child.name.legal).contains(child.id))
        #expect(!index.find("100005").contains(child.id))
        #expect(!index.near(child.name.legal).contains(child.id))
    }

    @Test func aPageThatFoundNobodyCanSayWhoIsNear() {
        let index = named([
            (1, ChildName(given: "Ada", family: "Thornmere"), []),
            (2, ChildName(given: "Omar", family: "Hazelbury"), []),
        ])
        #expect(index.find("adthornmer").isEmpty)
        #expect(index.near("adthornmer") == [ChildID(key: 1)])
    }

    @Test func theIndexIsMadeAnewOnlyWhenWhoAChildIsMayHaveChanged() async throws {
        let finder = Finder()
        var authority = FictionalNames.authority
        let child = FictionalNames.children[0].id
        let before = await finder.index(of: authority)
        var record = try #require(authority[child])
        for event in review("2026-01-01", "PN1") { record.apply(event, origin: Origin(EventID(90_000), .recordedHere)) }
        authority.replace(record)
        #expect(await finder.index(of: authority).madeAt == before.madeAt)
        record.apply(
            .identity(.named(ChildName(given: "Quilla", family: "Zamavand"))),
            origin: Origin(EventID(90_001), .namesFile))
        authority.replace(record)
        authority.identify(by: EventID(90_001))
        #expect(await finder.index(of: authority).find("quilla zamavand").first == child)
    }
}
