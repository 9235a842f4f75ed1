import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import NIOHTTPTypes

/// What one client may take up: how long it may say nothing, how long it may take over one request, and how long a body
/// it may send.
public struct RequestLimits: Sendable {
    public let idleSeconds: Int
    public let requestSeconds: Int
    public let bodyBytes: Int

    public init(idleSeconds: Int, requestSeconds: Int, bodyBytes: Int) {
        (self.idleSeconds, self.requestSeconds, self.bodyBytes) = (idleSeconds, requestSeconds, bodyBytes)
    }

    /// For the server's channel. A connection that says nothing, or never gets to the end of its headers, is closed after
    /// the idle time; one that feeds a body in drips, after the time for one request.
    public var channel: HTTP1Channel.Configuration {
        let seconds = requestSeconds
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [RequestDeadline(.seconds(Int64(seconds)))],
            idleTimeout: .seconds(Int64(idleSeconds)),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 64 << 10, maxHeaderFieldCount: 100))
    }
}

/// Closes a connection whose request has not been read to its end in time.
final class RequestDeadline: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart

    private let limit: TimeAmount
    private var closing: Scheduled<Void>?

    init(_ limit: TimeAmount) { self.limit = limit }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            closing?.cancel()
            let channel = context.channel
            closing = context.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
        case .body: break
        case .end:
            closing?.cancel()
            closing = nil
        }
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        closing?.cancel()
        context.fireChannelInactive()
    }
}

/// Refuses a body that is longer than is taken: at once where its length is announced, else when it has come so far.
public struct BodyLimit<Context: RequestContext>: RouterMiddleware {
    private let bytes: Int

    public init(bytes: Int) { self.bytes = bytes }

    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if let length = request.headers[.contentLength] {
            guard let length = Int(length), (0...bytes).contains(length) else {
                throw HTTPError(.contentTooLarge, message: tooLong)
            }
            return try await next(request, context)
        }
        guard request.headers[.transferEncoding] != nil else { return try await next(request, context) }
        var request = request
        request.body = RequestBody(asyncSequence: Counted(body: request.body, limit: bytes, message: tooLong))
        return try await next(request, context)
    }

    private var tooLong: String { "What was sent is longer than \(bytes) bytes. Send it in smaller parts." }
}

/// A body that ends in an error once it is longer than it may be.
private struct Counted: AsyncSequence, Sendable {
    typealias Element = ByteBuffer
    let body: RequestBody
    let limit: Int
    let message: String

    struct AsyncIterator: AsyncIteratorProtocol {
        var body: RequestBody.AsyncIterator
        var left: Int
        let message: String

        mutating func next() async throws -> ByteBuffer? {
            guard let part = try await body.next() else { return nil }
            left -= part.readableBytes
            guard left >= 0 else { throw HTTPError(.contentTooLarge, message: message) }
            return part
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(body: body.makeAsyncIterator(), left: limit, message: message)
    }
}
