import ArgumentParser
import Foundation
import Service
import Standards

/// Where postcodes are, and which of their areas is the authority's own.
struct PlaceOptions: ParsableArguments {
    /// Where `make setup` puts the table.
    private static let made = ".places/postcodes.bin"

    @Option(
        name: .long,
        help: "The table of postcodes. Without it, $THROUGHLINE_PLACES; else \(made), where there is one.")
    var places: String?

    @Option(
        name: .long,
        help: "The authority's own code, as E10000013. Without it, $THROUGHLINE_AREA; else out of area is unknown.")
    var area: String?

    /// The table that was asked for, or the one that is there; nil where there is none.
    func table() throws -> PostcodeTable? {
        if let asked = places ?? Self.environment("THROUGHLINE_PLACES") { return try PostcodeTable(file: asked) }
        return FileManager.default.fileExists(atPath: Self.made) ? try PostcodeTable(file: Self.made) : nil
    }

    /// The settings that say which area is the authority's own.
    func settings(_ table: PostcodeTable?) throws -> LocalSettings {
        var settings = LocalSettings()
        guard let own = area ?? Self.environment("THROUGHLINE_AREA") else { return settings }
        // A code that no postcode has would make every placement out of area.
        if let table, table.name(ofArea: own) == nil { throw ValidationError(Self.unknown(own)) }
        settings.authorityArea = own
        return settings
    }

    private static func unknown(_ area: String) -> String {
        "--area \(area) is no council in the table of postcodes; give the code of the council that looks after children, as E10000013 (a district's, E07…, is not one)"
    }

    private static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
