import Hummingbird
import Logging
import NIOCore

/// What the router knows of a request besides the request: the address at the other end of the line.
public struct SiteContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// Nil in tests, where there is no line.
    let peer: String?

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }
}
