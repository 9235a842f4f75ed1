import HTML
import HTTPTypes
import Hummingbird

/// What an address answers with.
enum Reply: Sendable {
    case page([UInt8], HTTPResponse.Status = .ok)
    case seeOther(Link)
    /// A file to take away.
    case file([UInt8], type: String, name: String)
    /// Something that browsers may keep: a style sheet, a script.
    case asset([UInt8], type: String)
    case plain(String, HTTPResponse.Status = .ok)
    /// There is no such page, or it is not said whether there is.
    case notFound

    /// As it is sent. - Parameter missing: the page that says there is no such page.
    func response(missing: @autoclosure () -> [UInt8]) -> Response {
        switch self {
        case .page(let bytes, let status): Self.bytes(bytes, status, "text/html; charset=utf-8")
        case .seeOther(let link):
            Response(status: .seeOther, headers: [.location: link.address, .cacheControl: "no-store"])
        case .file(let bytes, let type, let name):
            Self.bytes(bytes, .ok, type, [.contentDisposition: "attachment; filename=\"\(Self.safe(name))\""])
        case .asset(let bytes, let type):
            Self.bytes(bytes, .ok, type, [.cacheControl: "public, max-age=3600"])
        case .plain(let text, let status): Self.bytes(Array(text.utf8), status, "text/plain; charset=utf-8")
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

    private static func safe(_ name: String) -> String {
        String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-" })
    }
}
