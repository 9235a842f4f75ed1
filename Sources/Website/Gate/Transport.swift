import HTTPTypes
import Hummingbird

/// How requests reach the server, and so what may be believed of where they come from.
public struct Transport: Sendable {
    /// Whether the server speaks TLS itself.
    let servesTLS: Bool
    /// The addresses of the proxies in front of it. What anybody else says of other addresses is passed over.
    let proxies: Set<String>

    public init(servesTLS: Bool = false, proxies: Set<String> = []) {
        (self.servesTLS, self.proxies) = (servesTLS, proxies)
    }

    /// Who asks.
    struct Client: Hashable, Sendable {
        let address: String
        /// Whether the line is encrypted up to the browser.
        let isSecure: Bool
        /// False for one that comes past the proxy over an open line from another machine.
        let isAllowed: Bool

        static func isLoopback(_ address: String) -> Bool {
            address == "::1" || address.hasPrefix("127.") || address.hasPrefix("::ffff:127.")
        }
    }

    func client(_ headers: HTTPFields, peer: String?) -> Client {
        let peer = peer ?? "unknown"
        guard proxies.contains(peer) else {
            let isNear = peer == "unknown" || Client.isLoopback(peer)
            return Client(address: peer, isSecure: servesTLS, isAllowed: servesTLS || isNear)
        }
        // Each proxy adds the address it saw on the right; what stands further left is hearsay.
        let told = Self.values(headers, "X-Forwarded-For")
        let address = told.last { !proxies.contains($0) } ?? peer
        let isSecure = servesTLS || Self.values(headers, "X-Forwarded-Proto").last == "https"
        return Client(address: address, isSecure: isSecure, isAllowed: true)
    }

    private static func values(_ headers: HTTPFields, _ name: String) -> [String] {
        guard let name = HTTPField.Name(name) else { return [] }
        return headers[values: name].flatMap { $0.split(separator: ",") }
            .map { String($0.filter { !$0.isWhitespace }) }.filter { !$0.isEmpty && $0.utf8.count <= 45 }
    }
}
