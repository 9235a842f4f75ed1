/// How much a reader will take before it calls a file hostile. The largest authority's return is some five megabytes; one
/// of a hundred thousand children is fifty.
public struct ReadingLimits: Sendable {
    /// The longest cell, in bytes.
    public var cell = 64 * 1024
    /// The longest row, in bytes.
    public var row = 1024 * 1024
    /// The most cells in a row.
    public var cells = 1000
    /// The largest file, and the most that a zip may unpack to, in bytes.
    public var file = 256 * 1024 * 1024
    /// How many times larger than its packed size a file of a zip may be, beyond ten megabytes.
    public var ratio = 200
    /// The most files in a folder or a zip.
    public var entries = 1000
    /// The most findings. A return with more is not a return of its year, and reporting them would help nobody.
    public var findings = 500_000
    /// The most birth dates that one number may have.
    public var birthDates = 10

    public init() {}
}

/// Why a return was refused as a whole. Nothing of it was used.
public struct ReturnError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}
