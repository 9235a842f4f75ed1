import Casework
import Days

/// A year's return as it was read: what it says of each child, and everything that could not be used.
public struct Return: Sendable {
    public let year: CollectionYear
    public internal(set) var tables = ReturnTables([])
    /// The files that were read, each with the table it holds.
    public internal(set) var files: [String] = []
    /// Files and folders that were not.
    public internal(set) var ignored: [String] = []
    public internal(set) var rowsRead = 0
    public internal(set) var rowsSetAside = 0
    public internal(set) var findings: [Finding] = []
    /// SHA-256 over the tables' names and bytes, in the order of the collection's tables.
    public internal(set) var digest = ""
    /// In the order they were first met.
    public internal(set) var children: [ReportedChild] = []
    /// Rows that name no child, or a number that means another child.
    public internal(set) var setAside: [SetAside] = []
}
