import HTML
import Measures
import Testing

@testable import Website

/// How a figure is put into words.
struct FigureWordsTests {
    private static func counts(_ id: String, _ count: FigureCount) throws -> String {
        let indicator = try #require(Indicators.all.first { $0.id == id })
        var page = Writer()
        page.counts(count, of: indicator, .home)
        return String(decoding: page.bytes, as: UTF8.self).replacing(/<[^>]*>/, with: "")
    }

    @Test func episodesForEachChildAreNoShareOfTheChildren() throws {
        let said = try Self.counts("K57", FigureCount(numerator: 8, denominator: 6))
        #expect(said == "8 episodes, 6 children; 0 not known")
        #expect(try Self.counts("K57", FigureCount(numerator: 1, denominator: 1)) == "1 episode, 1 child; 0 not known")
        #expect(try Self.counts("K56", FigureCount(numerator: 6, denominator: 52)) == "6 of 52; 0 not known")
        let k57 = try #require(Indicators.all.first { $0.id == "K57" })
        #expect(k57.words(FigureCount(numerator: 8, denominator: 6)) == "1.3 a child")
    }
}
