/// Where a link leads: an address put together from its parts, so that no name, number or search term in it can
/// change where it goes.
///
/// A route is declared once, beside its page, and used by name; a link to a page that is gone does not compile:
///
/// ```swift
/// extension Link {
///     static let home = Link()
///     static func child(_ id: ChildID) -> Link { Link("children", id.text) }
/// }
/// page.a(.child(id).query("as-at", "2018-03-31").fragment("timeline"), "On 31 March 2018")
/// ```
public struct Link: Sendable, Hashable {
    /// The address, percent-encoded: ASCII only.
    let bytes: [UInt8]

    /// The address as text, for a redirect or a test.
    public var address: String { String(decoding: bytes, as: UTF8.self) }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// A page of this site: `Link("children", id)` is `/children/…`, `Link()` the home page.
    ///
    /// Each segment stays one segment whatever is in it. One that is empty or only `.` or `..` would lead elsewhere
    /// (`//` starts the name of another site), so it is written `-`.
    public init(_ segments: String...) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(48)
        for segment in segments {
            bytes.append(UInt8(ascii: "/"))
            Self.encode(Self.leadsElsewhere(segment) ? "-" : segment, into: &bytes)
        }
        if segments.isEmpty { bytes.append(UInt8(ascii: "/")) }
        self.init(bytes: bytes)
    }

    /// A place on the same page.
    public static func here(_ id: String) -> Link { Link(bytes: []).fragment(id) }

    /// Another site, spelt out in the program.
    public static func outside(_ address: StaticString) -> Link {
        Link(bytes: address.withUTF8Buffer { Array($0) })
    }

    /// Another site, from text that the program did not write: nil unless it starts with `https://`, so that no
    /// `javascript:` gets through. What an address cannot hold as it is, is percent-encoded.
    public init?(https address: String) {
        guard address.hasPrefix("https://"), address.utf8.count > 8 else { return nil }
        var bytes: [UInt8] = []
        Self.encode(address, keeping: Array(":/?#[]@!$&'()*+,;=%".utf8), into: &bytes)
        self.init(bytes: bytes)
    }

    /// A page of this site, from text that the program did not write: nil unless it can lead nowhere else. It starts with
    /// one `/`, and holds nothing but the visible characters of ASCII without `\\`.
    public init?(onThisSite address: String) {
        let bytes = Array(address.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.dropFirst().first != UInt8(ascii: "/"), bytes.count <= 2000,
            bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return nil }
        self.init(bytes: bytes)
    }

    /// What an authenticator app opens: nil unless it starts with `otpauth://totp/`.
    public init?(authenticator address: String) {
        guard address.hasPrefix("otpauth://totp/") else { return nil }
        var bytes: [UInt8] = []
        Self.encode(address, keeping: Array(":/?&=%@".utf8), into: &bytes)
        self.init(bytes: bytes)
    }

    /// The same page asked a question: `?name=value`, or `&name=value` after the first. An absent value adds nothing.
    public func query(_ name: String, _ value: String?) -> Link {
        guard let value else { return self }
        let place = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
        var asked = Array(bytes[..<place])
        asked.append(asked.contains(UInt8(ascii: "?")) ? UInt8(ascii: "&") : UInt8(ascii: "?"))
        Self.encode(name, into: &asked)
        asked.append(UInt8(ascii: "="))
        Self.encode(value, into: &asked)
        return Link(bytes: asked + bytes[place...])
    }

    /// The same page, at the element with this id.
    public func fragment(_ id: String) -> Link {
        var page = Array(bytes.prefix { $0 != UInt8(ascii: "#") })
        page.append(UInt8(ascii: "#"))
        Self.encode(id, into: &page)
        return Link(bytes: page)
    }

    private static func leadsElsewhere(_ segment: String) -> Bool {
        segment.utf8.count < 3 && segment.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
    }

    /// Percent-encoding: letters, digits and `-._~` stay (RFC 3986, section 2.3), and what `kept` adds.
    private static func encode(_ text: String, keeping kept: [UInt8] = [], into bytes: inout [UInt8]) {
        for byte in text.utf8 {
            if isUnreserved(byte) || kept.contains(byte) {
                bytes.append(byte)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(hexadecimal(byte >> 4))
                bytes.append(hexadecimal(byte & 15))
            }
        }
    }

    private static func hexadecimal(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
