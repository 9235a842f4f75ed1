/// What can stand between tags: text, a number, a part already written, and whatever a page teaches to write itself.
///
/// A date, say, conforms once and is then shown the same way everywhere:
///
/// ```swift
/// extension Day: Content {
///     public func write(into page: inout Writer) { page.time(iso) { $0.text(spoken) } }
/// }
/// ```
public protocol Content {
    func write(into page: inout Writer)
}

extension String: Content {
    public func write(into page: inout Writer) { page.escape(self) }
}

extension Substring: Content {
    public func write(into page: inout Writer) { page.escape(self) }
}

extension Int: Content {
    public func write(into page: inout Writer) { page.decimal(self) }
}

/// A part written once and used in many pages, such as a header that never changes. Only a ``Writer`` can make one,
/// so putting it into a page is as safe as writing it there.
public struct Fragment: Content, Sendable {
    private let bytes: [UInt8]

    /// - Parameter capacity: bytes to set aside for it; one that outgrows it still comes out whole.
    public init(capacity: Int = 256, _ body: Writer.Body) {
        var page = Writer(capacity: capacity)
        body(&page)
        bytes = page.bytes
    }

    /// How many bytes of a page it takes.
    public var count: Int { bytes.count }

    public func write(into page: inout Writer) { bytes.withUnsafeBufferPointer { page.insert($0) } }
}
