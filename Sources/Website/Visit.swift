import Access
import Casework
import Days
import HTML
import Hummingbird
import Service

/// One request by somebody: who asks, for what, about which record and day. What a page is made from.
struct Visit: Sendable {
    let request: Request
    let parameters: Parameters
    let viewer: Viewer
    /// The record as the asked day and instant have it; nil where nothing has been imported yet.
    let question: Question?
    /// The child that the address names, where its door is about a child. Never one the viewer may not see.
    let child: ChildRecord?
    let frame: Frame

    /// What the address asks: `?page=2`.
    func asked(_ name: String) -> String? {
        request.uri.queryParameters[name[...]].map { String($0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The same, where several values are given under one name.
    func askedAll(_ name: String) -> [String] { request.uri.queryParameters.getAll(name) }

    /// A page that stands in the site's frame.
    func page(_ title: String, _ body: Writer.Body) -> Reply { .page(frame.page(title: title, body: body)) }
}
