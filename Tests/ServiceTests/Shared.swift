import TestSupport
import Testing

extension Shared {
    static let reason: Comment = "needs ../shared, which is not here"
}
