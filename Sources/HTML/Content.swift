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

    public init(_ body: Writer.Body) {
        var page = Writer(capacity: 256)
        body(&page)
        bytes = page.bytes
    }

    public func write(into page: inout Writer) { bytes.withUnsafeBufferPointer { page.insert($0) } }
}
