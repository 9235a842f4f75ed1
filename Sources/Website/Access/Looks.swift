import Access
import HTML

/// A page's worth of the access log, latest first, and whether there is more before it.
struct Looks {
    static let most = 200
    let shown: [LoggedLook]
    private let hasEarlier: Bool

    /// - Parameter looks: As many as a page holds, and one more where there are more.
    init(_ looks: [LoggedLook]) {
        (shown, hasEarlier) = (Array(looks.prefix(Self.most)), looks.count > Self.most)
    }

    var isEmpty: Bool { shown.isEmpty }

    /// The way to those before.
    func drawEarlier(_ page: Link, into writer: inout Writer) {
        guard hasEarlier, let last = shown.last else { return }
        writer.p(.class("govuk-body")) {
            $0.a(page.query("before", "\(last.place)"), "Earlier views", .class("govuk-link"))
        }
    }
}
