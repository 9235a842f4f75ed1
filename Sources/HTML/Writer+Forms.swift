/// The parts of a form, by the names they have in HTML.
extension Writer {
    /// A form asks (`get`, the answer in the address), records (`post`), or only shows what one looks like (`dialog`, which
    /// outside of a dialog is never sent); there is nothing else it could do.
    public enum Method: String, Sendable { case get, post, dialog }

    public mutating func form(_ method: Method, to link: Link, _ attributes: Attribute..., body: Body) {
        element("form", [.method(method.rawValue), .action(link)] + attributes, body: body)
    }

    public mutating func input(_ type: String, name: String, value: String, _ attributes: Attribute...) {
        void("input", [.type(type), .name(name), .value(value)] + attributes)
    }

    public mutating func fieldset(_ attributes: Attribute..., body: Body) {
        element("fieldset", attributes, body: body)
    }
    public mutating func legend(_ attributes: Attribute..., body: Body) { element("legend", attributes, body: body) }
    public mutating func legend(_ text: some Content, _ attributes: Attribute...) {
        element("legend", attributes, text)
    }
    public mutating func label(_ attributes: Attribute..., body: Body) { element("label", attributes, body: body) }
    public mutating func label(_ text: some Content, _ attributes: Attribute...) { element("label", attributes, text) }
    public mutating func select(_ attributes: Attribute..., body: Body) { select(attributes, body: body) }
    public mutating func select(_ attributes: [Attribute], body: Body) { element("select", attributes, body: body) }
    /// What may be typed into an input whose `list` names it, among anything else.
    public mutating func datalist(_ attributes: Attribute..., body: Body) {
        element("datalist", attributes, body: body)
    }
    public mutating func option(_ text: some Content, _ attributes: Attribute...) {
        element("option", attributes, text)
    }
    public mutating func textarea(_ text: some Content, _ attributes: Attribute...) {
        element("textarea", attributes, text)
    }
    public mutating func button(_ attributes: Attribute..., body: Body) { element("button", attributes, body: body) }
    public mutating func button(_ text: some Content, _ attributes: Attribute...) {
        element("button", attributes, text)
    }
}
