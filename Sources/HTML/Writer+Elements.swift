/// The elements of a page, by the names they have in HTML. Those that hold words take them directly
/// (`page.p("No children.", .class("govuk-body"))`) or as a closure where there is more than words inside.
extension Writer {
    // MARK: Parts of a page

    public mutating func header(_ attributes: Attribute..., body: Body) { element("header", attributes, body: body) }
    public mutating func nav(_ attributes: Attribute..., body: Body) { element("nav", attributes, body: body) }
    public mutating func main(_ attributes: Attribute..., body: Body) { element("main", attributes, body: body) }
    public mutating func section(_ attributes: Attribute..., body: Body) { element("section", attributes, body: body) }
    public mutating func footer(_ attributes: Attribute..., body: Body) { element("footer", attributes, body: body) }
    public mutating func div(_ attributes: Attribute..., body: Body) { element("div", attributes, body: body) }
    public mutating func figure(_ attributes: Attribute..., body: Body) { element("figure", attributes, body: body) }
    public mutating func details(_ attributes: Attribute..., body: Body) { element("details", attributes, body: body) }

    // MARK: Headings and paragraphs

    public mutating func h1(_ attributes: Attribute..., body: Body) { element("h1", attributes, body: body) }
    public mutating func h1(_ text: some Content, _ attributes: Attribute...) { element("h1", attributes, text) }
    public mutating func h2(_ attributes: Attribute..., body: Body) { element("h2", attributes, body: body) }
    public mutating func h2(_ text: some Content, _ attributes: Attribute...) { element("h2", attributes, text) }
    public mutating func h3(_ attributes: Attribute..., body: Body) { element("h3", attributes, body: body) }
    public mutating func h3(_ text: some Content, _ attributes: Attribute...) { element("h3", attributes, text) }
    public mutating func h4(_ attributes: Attribute..., body: Body) { element("h4", attributes, body: body) }
    public mutating func h4(_ text: some Content, _ attributes: Attribute...) { element("h4", attributes, text) }
    public mutating func p(_ attributes: Attribute..., body: Body) { element("p", attributes, body: body) }
    public mutating func p(_ text: some Content, _ attributes: Attribute...) { element("p", attributes, text) }
    public mutating func summary(_ attributes: Attribute..., body: Body) { element("summary", attributes, body: body) }
    public mutating func summary(_ text: some Content, _ attributes: Attribute...) {
        element("summary", attributes, text)
    }
    public mutating func figcaption(_ attributes: Attribute..., body: Body) {
        element("figcaption", attributes, body: body)
    }
    public mutating func figcaption(_ text: some Content, _ attributes: Attribute...) {
        element("figcaption", attributes, text)
    }

    // MARK: Lists

    public mutating func ul(_ attributes: Attribute..., body: Body) { element("ul", attributes, body: body) }
    public mutating func ol(_ attributes: Attribute..., body: Body) { element("ol", attributes, body: body) }
    public mutating func dl(_ attributes: Attribute..., body: Body) { element("dl", attributes, body: body) }

    // MARK: Items

    public mutating func li(_ attributes: Attribute..., body: Body) { element("li", attributes, body: body) }
    public mutating func li(_ text: some Content, _ attributes: Attribute...) { element("li", attributes, text) }
    public mutating func dt(_ attributes: Attribute..., body: Body) { element("dt", attributes, body: body) }
    public mutating func dt(_ text: some Content, _ attributes: Attribute...) { element("dt", attributes, text) }
    public mutating func dd(_ attributes: Attribute..., body: Body) { element("dd", attributes, body: body) }
    public mutating func dd(_ text: some Content, _ attributes: Attribute...) { element("dd", attributes, text) }

    // MARK: Tables

    public mutating func table(_ attributes: Attribute..., body: Body) { element("table", attributes, body: body) }
    public mutating func thead(_ attributes: Attribute..., body: Body) { element("thead", attributes, body: body) }
    public mutating func tbody(_ attributes: Attribute..., body: Body) { element("tbody", attributes, body: body) }
    public mutating func tr(_ attributes: Attribute..., body: Body) { element("tr", attributes, body: body) }

    // MARK: Cells

    public mutating func caption(_ attributes: Attribute..., body: Body) { element("caption", attributes, body: body) }
    public mutating func caption(_ text: some Content, _ attributes: Attribute...) {
        element("caption", attributes, text)
    }
    public mutating func th(_ attributes: Attribute..., body: Body) { element("th", attributes, body: body) }
    public mutating func th(_ text: some Content, _ attributes: Attribute...) { element("th", attributes, text) }
    public mutating func td(_ attributes: Attribute..., body: Body) { element("td", attributes, body: body) }
    public mutating func td(_ text: some Content, _ attributes: Attribute...) { element("td", attributes, text) }

    // MARK: Words

    public mutating func span(_ attributes: Attribute..., body: Body) { element("span", attributes, body: body) }
    public mutating func span(_ text: some Content, _ attributes: Attribute...) { element("span", attributes, text) }
    public mutating func strong(_ attributes: Attribute..., body: Body) { element("strong", attributes, body: body) }
    public mutating func strong(_ text: some Content, _ attributes: Attribute...) {
        element("strong", attributes, text)
    }

    /// What was there before, and what was put in: a reader hears which.
    public mutating func del(_ text: some Content, _ attributes: Attribute...) { element("del", attributes, text) }
    public mutating func ins(_ text: some Content, _ attributes: Attribute...) { element("ins", attributes, text) }

    /// A link: where it leads comes first.
    public mutating func a(_ link: Link, _ text: some Content, _ attributes: Attribute...) {
        anchor(link, attributes) { $0.text(text) }
    }
    public mutating func a(_ link: Link, _ attributes: Attribute..., body: Body) {
        anchor(link, attributes, body: body)
    }

    /// A day or an instant: as machines read it (`2018-05-15`), then as people do.
    public mutating func time(_ machine: String, _ text: some Content) {
        element("time", [Attribute("datetime", machine)], text)
    }

    public mutating func br() { void("br", []) }
    public mutating func hr(_ attributes: Attribute...) { void("hr", attributes) }
}
