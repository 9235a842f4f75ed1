import Foundation
import Testing

@testable import Workspace

@Suite struct SavedViewsTests {
    @Test func aViewIsKeptForOneAccountUnderItsName() async throws {
        try await withFolder { folder in
            let views = SavedViews(try Workspace(directory: folder))
            try await views.keep("Mine", "/children?age=16", for: "ada")
            try await views.keep("Mine", "/children?age=10", for: "ada")
            try await views.keep("also", "/children", for: "ada")
            try await views.keep("Mine", "/children?age=1", for: "omar")
            #expect(try await views.of("ada").map(\.name) == ["also", "Mine"])
            #expect(try await views.of("ada").map(\.address) == ["/children", "/children?age=10"])
            try await views.remove("Mine", of: "ada")
            #expect(try await views.of("ada").map(\.name) == ["also"])
            #expect(try await views.of("omar").count == 1)
        }
    }

    @Test func noMoreAreKeptThanAPageCanHold() async throws {
        try await withFolder { folder in
            let views = SavedViews(try Workspace(directory: folder))
            for number in 0..<(SavedViews.most + 5) { try await views.keep("\(number)", "/children", for: "ada") }
            #expect(try await views.of("ada").count == SavedViews.most)
            try await views.keep("0", "/children?age=1", for: "ada")
            #expect(try await views.of("ada").contains { $0.address == "/children?age=1" })
        }
    }
}
