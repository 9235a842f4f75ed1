extension Writer {
    /// A whole page, from the doctype on.
    ///
    /// - Parameters:
    ///   - language: of the page, for those who hear it: `en-GB`.
    ///   - theme: the class of the root element, for style sheets that want one.
    public static func document(
        language: String, theme: String = "", capacity: Int = 16 * 1024, head: Body, body: Body
    ) -> [UInt8] {
        var page = Writer(capacity: capacity)
        page.markup("<!doctype html>\n")
        page.element("html", .language(language), .when(!theme.isEmpty, .class(theme))) { html in
            html.element("head") { inside in
                inside.markup("<meta charset=\"utf-8\">")
                inside.void("meta", .name("viewport"), .content("width=device-width, initial-scale=1"))
                head(&inside)
            }
            body(&html)
        }
        return page.finished()
    }

    /// The title in the head of a page, or the name of a drawing.
    public mutating func title(_ text: some Content) { element("title", [], text) }

    public mutating func stylesheet(_ link: Link) { void("link", .rel("stylesheet"), .href(link)) }

    /// A script from a file of its own, run when the page has been read.
    public mutating func script(_ link: Link) {
        element("script", .src(link), .type("module")) { _ in }
    }

    public mutating func body(_ attributes: Attribute..., body: Body) { element("body", attributes, body: body) }
}
