import Foundation

/// The shared folder beside the checkout, which the project does not carry. A test that needs it skips where it is absent,
/// unless REQUIRE_SHARED=1 says that it must be there.
public enum Shared {
    public static let folder: URL = {
        let environment = ProcessInfo.processInfo.environment
        if let path = environment["THROUGHLINE_SHARED"] { return URL(fileURLWithPath: path) }
        return root.deletingLastPathComponent().appendingPathComponent("shared")
    }()

    public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Whether to run: true too where the folder is required, so that its absence fails.
    public static var isWanted: Bool {
        FileManager.default.fileExists(atPath: folder.path)
            || ProcessInfo.processInfo.environment["REQUIRE_SHARED"] == "1"
    }

    public static func returns(_ path: String) -> String {
        folder.appendingPathComponent("ssda903/returns/\(path)").path
    }
    public static func fixture(_ path: String) -> String { root.appendingPathComponent("Tests/Fixtures/\(path)").path }

    /// The catalogue that the standards are held against.
    public static let standards = folder.appendingPathComponent("practice/standards.md")
}
