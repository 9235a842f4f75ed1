/// One attribute of an element. Its name is spelt out in the program; its value may be anything and is escaped.
///
/// There is no `style` and there are no `on…` handlers: the content security policy would refuse them.
public struct Attribute: Sendable {
    enum Value: Sendable {
        case absent
        case flag
        case text(String)
        case link(Link)
        case number(Int)
        case length(Double)
        case points([(x: Double, y: Double)])
    }

    let name: StaticString
    let value: Value

    private init(_ name: StaticString, value: Value) {
        (self.name, self.value) = (name, value)
    }

    /// An attribute that the list below does not name.
    public init(_ name: StaticString, _ value: String) { self.init(name, value: .text(value)) }
    public init(_ name: StaticString, _ value: Int) { self.init(name, value: .number(value)) }
    /// A place or a length in a drawing, written to two decimal places.
    public init(_ name: StaticString, length: Double) { self.init(name, value: .length(length)) }
    /// Places in a drawing, one after another: `12,30.5 20,31`.
    public init(_ name: StaticString, points: [(x: Double, y: Double)]) { self.init(name, value: .points(points)) }
    /// An address: only a ``Link`` will do.
    public init(_ name: StaticString, _ link: Link) { self.init(name, value: .link(link)) }

    /// An attribute that says all by being there, such as `checked`; left out unless `present`.
    public static func flag(_ name: StaticString, if present: Bool = true) -> Attribute {
        Attribute(name, value: present ? .flag : .absent)
    }

    /// `attribute` where `condition` holds, otherwise nothing.
    public static func when(_ condition: Bool, _ attribute: Attribute) -> Attribute {
        condition ? attribute : Attribute(attribute.name, value: .absent)
    }
}

extension Attribute {
    public static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
    public static func id(_ id: String) -> Attribute { Attribute("id", id) }
    public static func role(_ role: String) -> Attribute { Attribute("role", role) }
    public static func language(_ code: String) -> Attribute { Attribute("lang", code) }
    public static func tabindex(_ place: Int) -> Attribute { Attribute("tabindex", place) }
    public static var hidden: Attribute { .flag("hidden") }

    /// `.aria("aria-labelledby", "timeline")`: the whole name, so that it can be searched for.
    public static func aria(_ name: StaticString, _ value: String) -> Attribute { Attribute(name, value) }
    /// `.data("data-module", "govuk-tabs")`.
    public static func data(_ name: StaticString, _ value: String) -> Attribute { Attribute(name, value) }
    /// What a screen reader passes over.
    public static var decorative: Attribute { Attribute("aria-hidden", "true") }

    public static func href(_ link: Link) -> Attribute { Attribute("href", link) }
    public static func src(_ link: Link) -> Attribute { Attribute("src", link) }
    public static func action(_ link: Link) -> Attribute { Attribute("action", link) }

    public static func name(_ name: String) -> Attribute { Attribute("name", name) }
    public static func content(_ content: String) -> Attribute { Attribute("content", content) }
    public static func type(_ type: String) -> Attribute { Attribute("type", type) }
    public static func rel(_ relation: String) -> Attribute { Attribute("rel", relation) }
    public static func value(_ value: String) -> Attribute { Attribute("value", value) }
    public static func method(_ method: String) -> Attribute { Attribute("method", method) }
    public static func `for`(_ id: String) -> Attribute { Attribute("for", id) }

    /// Whose cells a heading of a table speaks for.
    public enum Scope: String, Sendable { case row, col, rowgroup, colgroup }
    public static func scope(_ scope: Scope) -> Attribute { Attribute("scope", scope.rawValue) }
    public static func colspan(_ columns: Int) -> Attribute { Attribute("colspan", columns) }
}
