/// A page being written: UTF-8 bytes, and the only ways to add to them.
///
/// Every piece of text goes through ``text(_:)`` or an attribute and is escaped on the way in; markup comes from the
/// program itself, as a `StaticString`, and from nowhere else. An element is a function that takes its inside as a
/// closure, so what is opened is closed. A part of a page is a plain function that is handed the writer:
///
/// ```swift
/// func childRow(_ child: ChildLine, into page: inout Writer) {
///     page.tr(.class("govuk-table__row")) { row in
///         row.td(.class("govuk-table__cell")) { $0.a(.child(child.id), child.name) }
///         row.td(child.overdue, .class("govuk-table__cell govuk-table__cell--numeric"))
///     }
/// }
///
/// let bytes = Writer.document(language: "en-GB") { head in
///     head.title("My work")
/// } body: { page in
///     page.table { table in
///         table.tbody { rows in children.forEach { childRow($0, into: &rows) } }
///     }
/// }
/// ```
///
/// There is no way to write a script or a style in place: the pages are served under a content security policy that
/// forbids both, so neither has a function here.
public struct Writer: Sendable {
    /// What goes between the tags of an element.
    public typealias Body = (inout Writer) -> Void

    /// The page so far: always whole UTF-8.
    public var bytes: [UInt8] { Array(room[..<used]) }

    /// The page, its room handed over without copying it. Nothing more is written.
    consuming func finished() -> [UInt8] {
        room.removeLast(room.count - used)
        return room
    }

    /// Where the page is written, longer than the page: copying into place is what makes writing fast, since appending
    /// to an array asks of every piece whether it still fits and whose it is.
    private var room: [UInt8]
    private var used = 0

    /// - Parameter capacity: bytes to set aside; a page that outgrows it still comes out whole.
    public init(capacity: Int = 16 * 1024) {
        room = [UInt8](repeating: 0, count: max(capacity, 64))
    }

    /// Text as a reader will see it, whatever characters it holds; a number; anything that knows how to stand on a page.
    public mutating func text(_ content: some Content) {
        content.write(into: &self)
    }

    /// Markup spelt out in the program. Text that is known only when the program runs cannot be passed here.
    public mutating func markup(_ literal: StaticString) {
        literal.withUTF8Buffer { insert($0) }
    }

    /// An element that the named functions do not cover, with what is inside it.
    public mutating func element(_ name: StaticString, _ attributes: Attribute..., body: Body) {
        element(name, attributes, body: body)
    }

    /// An element without an inside, such as `br` or `input`.
    public mutating func void(_ name: StaticString, _ attributes: Attribute...) {
        void(name, attributes)
    }

    mutating func element(_ name: StaticString, _ attributes: [Attribute], body: Body) {
        open(name, attributes)
        body(&self)
        close(name)
    }

    mutating func element(_ name: StaticString, _ attributes: [Attribute], _ content: some Content) {
        open(name, attributes)
        content.write(into: &self)
        close(name)
    }

    /// The same, with attributes put together beforehand.
    public mutating func void(_ name: StaticString, _ attributes: [Attribute]) {
        open(name, attributes)
    }

    /// A shape of a drawing: SVG wants what has no inside to say so.
    mutating func shape(_ name: StaticString, _ attributes: [Attribute]) {
        open(name, attributes)
        used -= 1
        markup("/>")
    }

    mutating func insert(_ written: UnsafeBufferPointer<UInt8>) {
        guard let source = written.baseAddress else { return }
        makeRoom(for: written.count)
        let place = used
        room.withUnsafeMutableBufferPointer { room in
            room.baseAddress?.advanced(by: place).update(from: source, count: written.count)
        }
        used += written.count
    }

    mutating func insert(_ byte: UInt8) {
        makeRoom(for: 1)
        room[used] = byte
        used += 1
    }

    private mutating func makeRoom(for more: Int) {
        guard used + more >= room.count else { return }
        var larger = [UInt8](repeating: 0, count: room.count + max(room.count, more + 1))
        larger.withUnsafeMutableBytes { $0.copyBytes(from: room[..<used]) }
        room = larger
    }

    /// A link. There are many on a page, so the others are not copied into a longer list to put its address first.
    mutating func anchor(_ link: Link, _ attributes: [Attribute], body: Body) {
        markup("<a")
        write(.href(link))
        for attribute in attributes { write(attribute) }
        insert(UInt8(ascii: ">"))
        body(&self)
        markup("</a>")
    }

    private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
        insert(UInt8(ascii: "<"))
        markup(name)
        for attribute in attributes { write(attribute) }
        insert(UInt8(ascii: ">"))
    }

    private mutating func close(_ name: StaticString) {
        markup("</")
        markup(name)
        insert(UInt8(ascii: ">"))
    }

    private mutating func write(_ attribute: Attribute) {
        if case .absent = attribute.value { return }
        insert(UInt8(ascii: " "))
        markup(attribute.name)
        if case .flag = attribute.value { return }
        markup("=\"")
        switch attribute.value {
        case .absent, .flag: break
        case .text(let text): escape(text)
        case .link(let link): escape(utf8: link.bytes)
        case .number(let number): decimal(number)
        case .length(let length): decimal(length)
        case .points(let points):
            for (place, point) in points.enumerated() {
                if place > 0 { insert(UInt8(ascii: " ")) }
                decimal(point.x)
                insert(UInt8(ascii: ","))
                decimal(point.y)
            }
        }
        insert(UInt8(ascii: "\""))
    }
}
