import Foundation
import Testing

/// The shared folder beside the checkout, which the project does not carry. A test that needs it skips where it is absent,
/// unless REQUIRE_SHARED=1 says that it must be there.
enum Shared {
    static let folder: URL = {
        let environment = ProcessInfo.processInfo.environment
        if let path = environment["THROUGHLINE_SHARED"] { return URL(fileURLWithPath: path) }
        return root.deletingLastPathComponent().appendingPathComponent("shared")
    }()

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Whether to run: true too where the folder is required, so that its absence fails.
    static var isWanted: Bool {
        FileManager.default.fileExists(atPath: folder.path)
            || ProcessInfo.processInfo.environment["REQUIRE_SHARED"] == "1"
    }

    static let standards = folder.appendingPathComponent("practice/standards.md")

    static let reason: Comment = "needs ../shared, which is not here"
}
