import Casework
import Foundation
import Standards
import TestSupport
import Testing

@testable import Service

struct PostcodeTableTests {
    /// Writes a table as scripts/make-postcodes.py does, of postcodes in their order.
    private func table(_ postcodes: [(String, Int, Int, Int)], cut: Int = 0) throws -> String {
        var bytes = Array("TLPLACE1".utf8)
        let areas = [("E10000013", "Gloucestershire"), ("W06000001", "Wales")]
        for number in [areas.count, postcodes.count] {
            withUnsafeBytes(of: UInt32(number).littleEndian) { bytes += $0 }
        }
        for (code, name) in areas { bytes += filled(code, 9) + filled(name, 55) }
        for (postcode, east, north, area) in postcodes {
            bytes += filled(postcode, 8)
            withUnsafeBytes(of: (UInt64(east) | UInt64(north) << 24 | UInt64(area) << 48).littleEndian) { bytes += $0 }
        }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).bin")
        try Data(bytes.dropLast(cut)).write(to: file)
        return file.path
    }

    private func filled(_ text: String, _ count: Int) -> [UInt8] {
        Array(text.utf8) + [UInt8](repeating: 0, count: count - text.utf8.count)
    }

    private let some = [
        ("CF101AA", 318_000, 176_000, 1), ("GL11AA", 383_000, 218_000, 0), ("GL11AB", 655_999, 1_219_999, 0),
        ("GL513LH", 394_000, 222_000, 0),
    ]

    @Test func everyPostcodeIsFoundAndNoOther() throws {
        let table = try PostcodeTable(file: table(some))
        for (postcode, east, north, area) in some {
            let code = try #require(Code(postcode))
            let place = try #require(table.place(of: code))
            #expect((place.easting, place.northing) == (Int32(east), Int32(north)))
            #expect(place.areaName == (area == 0 ? "Gloucestershire" : "Wales"))
        }
        for absent in ["AA11AA", "GL1", "GL11A", "GL11AC", "GL11AAA", "ZZ99ZZ"] {
            #expect(table.place(of: try #require(Code(absent))) == nil)
        }
        #expect(table.place(of: .blank) == nil)
        #expect(table.count == 4)
    }

    @Test func aTableOfNoPostcodesFindsNone() throws {
        #expect(try PostcodeTable(file: table([])).place(of: "GL11AA") == nil)
    }

    @Test func anAreaIsOneThatSomePostcodeHas() throws {
        let table = try PostcodeTable(file: table(some))
        #expect(table.name(ofArea: "E10000013") == "Gloucestershire")
        #expect(table.name(ofArea: "E07000078") == nil, "a district looks after no children")
    }

    @Test func aFileThatIsNoWholeTableIsRefusedInOneSentence() throws {
        let file = try table(some, cut: 1)
        let other = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).bin").path
        try Data("hello".utf8).write(to: URL(fileURLWithPath: other))
        for path in [file, other, "/nowhere/at/all"] {
            let error = #expect(throws: ServiceError.self) { try PostcodeTable(file: path) }
            #expect(error?.description.hasPrefix(path + ": ") ?? false)
            #expect(error?.description.contains("make setup") ?? false)
        }
    }
}

/// Against the table that `make setup` makes, where it was made.
struct PublishedPostcodesTests {
    private static let file = Shared.root.appendingPathComponent(".places/postcodes.bin").path
    private static var isMade: Bool { FileManager.default.fileExists(atPath: file) }

    @Test(.enabled(if: isMade, "needs make setup")) func countyHallsAreInTheirCounties() throws {
        let table = try PostcodeTable(file: Self.file)
        #expect(table.count > 2_500_000)
        let places = (["GL12TG", "SN151ER", "DL78AD"] as [Code]).compactMap { table.place(of: $0) }
        try #require(places.count == 3)
        #expect(places.map(\.areaName) == ["Gloucestershire", "Wiltshire", "North Yorkshire"])
        // Gloucester to Chippenham, by the map.
        #expect((25.0...32.0).contains(places[0].miles(to: places[1])))
        #expect(table.place(of: "BT15GS") == nil, "another grid")
    }

    @Test(.enabled(if: isMade && Shared.isWanted, "needs make setup and ../shared"))
    func theSharedReturnsChildrenHaveADistance() async throws {
        let journal = try TestJournal()
        _ = try await journal.take([Shared.returns("fictional-2025-26")], 2025)
        let table = try PostcodeTable(file: Self.file)
        let authority = try await journal.journal.authority()
        let placements = authority.children.values.flatMap(\.episodes).map(\.episode)
            .filter { !$0.homePostcode.isBlank && !$0.placementPostcode.isBlank }
        let found = placements.filter {
            table.place(of: $0.homePostcode) != nil && table.place(of: $0.placementPostcode) != nil
        }
        #expect(found.count * 10 > placements.count * 9)
    }
}
