import ArgumentParser
import CouncilSettings
import Foundation
import Service

/// Where postcodes are, and which of their areas is the authority's own.
struct PlaceOptions: ParsableArguments {
    /// Where `make setup` puts the table.
    private static let made = ".places/postcodes.bin"

    @Option(
        name: .long, help: "The table of postcodes. Without it, the setting places; else \(made), where there is one.")
    var places: String?

    @Option(
        name: .long,
        help:
            "The authority's own code, as E10000013. Without it, the setting authority.area; else out of area is unknown."
    )
    var area: String?

    /// What was said, as settings.
    var said: [SettingsOption.Said] {
        [("--places", "places", places), ("--area", "authority.area", area)].compactMap { name, key, text in
            text.map { (name, key, $0) }
        }
    }

    /// The table that the settings name, or the one that is there; nil where there is none.
    static func table(_ settings: Settings) throws -> PostcodeTable? {
        if settings.places.isEmpty, !FileManager.default.fileExists(atPath: made) { return nil }
        let table = try PostcodeTable(file: settings.places.isEmpty ? made : settings.places)
        // A code that no postcode has would make every placement out of area.
        let own = settings.local.authorityArea
        if !own.isEmpty, table.name(ofArea: own) == nil { throw ValidationError(unknown(own)) }
        return table
    }

    private static func unknown(_ area: String) -> String {
        "the area \(area) is no council in the table of postcodes; give the code of the council that looks after children, as E10000013 (a district's, E07…, is not one)"
    }
}
