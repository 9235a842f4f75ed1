import Casework
import Days
import HTML
import HTTPTypes
import Hummingbird

/// What an address answers with.
struct Reply: Sendable {
    private enum Kind {
        case page([UInt8], HTTPResponse.Status)
        case seeOther(Link)
        case file([UInt8], type: String, name: String)
        case document([UInt8], Document, isTaken: Bool)
        case asset([UInt8], type: String)
        case plain(String, HTTPResponse.Status)
        case notFound
        case events(AsyncStream<String>)
    }

    private let kind: Kind
    private var cookies: [Cookie] = []
    /// The children whom a list shows; nil where nobody said.
    private(set) var shown: [ChildID]?
    /// Why it was asked for, where the page itself asked why.
    private(set) var reason: String?

    private init(_ kind: Kind) { self.kind = kind }

    static func page(_ bytes: [UInt8], _ status: HTTPResponse.Status = .ok) -> Reply { Reply(.page(bytes, status)) }
    static func seeOther(_ link: Link) -> Reply { Reply(.seeOther(link)) }
    /// A file to take away.
    static func file(_ bytes: [UInt8], type: String, name: String) -> Reply {
        Reply(.file(bytes, type: type, name: name))
    }
    /// A document of a child: shown by the browser where it is of a kind that can hold no script, else taken away.
    static func document(_ bytes: [UInt8], _ document: Document, isTaken: Bool = true) -> Reply {
        Reply(.document(bytes, document, isTaken: isTaken))
    }
    /// Something that browsers may keep: a style sheet, a script.
    static func asset(_ bytes: [UInt8], type: String) -> Reply { Reply(.asset(bytes, type: type)) }
    static func plain(_ text: String, _ status: HTTPResponse.Status = .ok) -> Reply { Reply(.plain(text, status)) }
    /// What happens, told as it does (server-sent events).
    static func events(_ events: AsyncStream<String>) -> Reply { Reply(.events(events)) }
    /// There is no such page, or it is not said whether there is.
    static let notFound = Reply(.notFound)

    /// The same, with a cookie for the browser to keep or to drop.
    func setting(_ cookie: Cookie) -> Reply {
        var reply = self
        reply.cookies.append(cookie)
        return reply
    }

    /// The same, saying which children it shows. What comes through a door to a list has to say, even that there is none.
    func showing(_ children: some Sequence<ChildID>) -> Reply {
        var reply = self
        reply.shown = Array(children)
        return reply
    }

    /// The same, with why it was asked for, which the access log keeps.
    func because(_ reason: String) -> Reply {
        var reply = self
        reply.reason = reason
        return reply
    }

    var sendsElsewhere: Bool { if case .seeOther = kind { true } else { false } }

    /// Whether it shows something, rather than sending the reader elsewhere.
    var showsSomething: Bool {
        switch kind {
        case .page(_, let status): status == .ok
        case .file, .document, .events: true
        // A few words of the service's own, such as that a draft was saved.
        case .seeOther, .asset, .notFound, .plain: false
        }
    }

    /// As it is sent. - Parameter missing: the page that says there is no such page.
    func response(missing: @autoclosure () -> [UInt8]) -> Response {
        var response = made(missing())
        for cookie in cookies { response.setCookie(cookie) }
        return response
    }

    private func made(_ missing: @autoclosure () -> [UInt8]) -> Response {
        switch kind {
        case .page(let bytes, let status): Self.bytes(bytes, status, "text/html; charset=utf-8")
        case .seeOther(let link):
            Response(status: .seeOther, headers: [.location: link.address, .cacheControl: "no-store"])
        case .file(let bytes, let type, let name):
            Self.bytes(bytes, .ok, type, [.contentDisposition: "attachment; filename=\"\(Self.safe(name))\""])
        case .document(let bytes, let document, let isTaken): Self.document(bytes, document, isTaken)
        case .asset(let bytes, let type):
            Self.bytes(bytes, .ok, type, [.cacheControl: "public, max-age=3600"])
        case .plain(let text, let status): Self.bytes(Array(text.utf8), status, "text/plain; charset=utf-8")
        case .events(let events):
            Response(
                status: .ok, headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"],
                body: .init { writer in
                    for await event in events { try await writer.write(ByteBuffer(string: event)) }
                    try await writer.finish(nil)
                })
        case .notFound: Self.bytes(missing(), .notFound, "text/html; charset=utf-8")
        }
    }

    private static func bytes(
        _ bytes: [UInt8], _ status: HTTPResponse.Status, _ type: String, _ more: HTTPFields = [:]
    ) -> Response {
        var headers: HTTPFields = [.contentType: type, .cacheControl: "no-store"]
        for field in more { headers[field.name] = field.value }
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Its own policy stands beside the site's, and both hold: nothing in it runs, loads or is sent anywhere. A PDF is not put
    /// into the sandbox as well, because browsers then refuse to show it; their viewers have one of their own.
    private static func document(_ bytes: [UInt8], _ document: Document, _ isTaken: Bool) -> Response {
        let preview = isTaken ? nil : document.type.preview
        let name = "document-\(document.day).\(document.type.fileExtension)"
        var fields: HTTPFields = [
            .contentDisposition: "\(preview == nil ? "attachment" : "inline"); filename=\"\(safe(name))\""
        ]
        if let policy = HTTPField.Name("Content-Security-Policy") {
            fields[policy] = preview == .pdf ? "default-src 'none'" : "default-src 'none'; sandbox"
        }
        return Self.bytes(
            bytes, .ok, preview == nil ? "application/octet-stream" : document.type.mediaType, fields)
    }

    private static func safe(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-" })
    }
}
