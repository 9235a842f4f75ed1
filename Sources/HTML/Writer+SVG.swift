/// The parts of a drawing. Lengths are in the units of the view box; colours and strokes come from the style sheet, by
/// class. A drawing has a name, and a twin in text beside it.
extension Writer {
    /// A drawing that is announced by `title`, on a canvas of `width` by `height` units.
    public mutating func svg(
        title: some Content, width: Int, height: Int, _ attributes: Attribute..., body: Body
    ) {
        let canvas = Attribute("viewBox", "0 0 \(width) \(height)")
        element("svg", [canvas, .role("img")] + attributes) { drawing in
            drawing.title(title)
            body(&drawing)
        }
    }

    public mutating func g(_ attributes: Attribute..., body: Body) { element("g", attributes, body: body) }

    public mutating func rect(
        x: Double, y: Double, width: Double, height: Double, _ attributes: Attribute..., title: String? = nil
    ) {
        let place: [Attribute] = [
            Attribute("x", length: x), Attribute("y", length: y), Attribute("width", length: width),
            Attribute("height", length: height),
        ]
        mark("rect", place + attributes, title: title)
    }

    public mutating func circle(
        x: Double, y: Double, radius: Double, _ attributes: Attribute..., title: String? = nil
    ) {
        let place = [Attribute("cx", length: x), Attribute("cy", length: y), Attribute("r", length: radius)]
        mark("circle", place + attributes, title: title)
    }

    public mutating func line(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double), _ attributes: Attribute...
    ) {
        let place: [Attribute] = [
            Attribute("x1", length: start.x), Attribute("y1", length: start.y), Attribute("x2", length: end.x),
            Attribute("y2", length: end.y),
        ]
        shape("line", place + attributes)
    }

    /// A line through several places.
    public mutating func polyline(_ points: [(x: Double, y: Double)], _ attributes: Attribute...) {
        shape("polyline", [Attribute("points", points: points)] + attributes)
    }

    /// Words in a drawing, from the left end of their base line.
    public mutating func words(x: Double, y: Double, _ text: some Content, _ attributes: Attribute...) {
        element("text", [Attribute("x", length: x), Attribute("y", length: y)] + attributes, text)
    }

    /// A shape, with what it stands for where it says so when pointed at.
    private mutating func mark(_ name: StaticString, _ attributes: [Attribute], title: String?) {
        guard let title else { return shape(name, attributes) }
        element(name, attributes) { $0.title(title) }
    }
}
