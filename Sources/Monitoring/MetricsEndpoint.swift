import HTTPTypes
import Hummingbird
import Logging

/// Where metrics are read from: this machine's own address and no other, on a port of their own, so that they can be
/// read without a sign-in and are not in reach of the network.
public struct MetricsEndpoint: Sendable {
    private let book: MetricsBook
    /// Brings up to date what is not counted as it happens.
    private let refresh: @Sendable () async -> Void

    public init(_ book: MetricsBook, refresh: @escaping @Sendable () async -> Void = {}) {
        (self.book, self.refresh) = (book, refresh)
    }

    public func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.get("/metrics") { [book, refresh] _, _ in
            await refresh()
            return Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: book.text)))
        }
        return router
    }

    public func application(port: Int, logger: Logger) -> some ApplicationProtocol {
        Application(
            router: router(), server: .http1(configuration: .init(idleTimeout: .seconds(30))),
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil), logger: logger)
    }
}
