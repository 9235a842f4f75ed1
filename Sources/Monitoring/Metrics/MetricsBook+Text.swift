extension MetricsBook {
    /// Everything, as Prometheus reads it (text format 0.0.4), in the order of the names.
    public var text: String {
        let all = series.withLock { $0 }
        var page = ""
        let byName = Dictionary(grouping: all, by: { Self.name($0.key.name) })
        for (name, series) in byName.sorted(by: { $0.key < $1.key }) {
            guard let first = series.first else { continue }
            page += "# TYPE \(name) \(type(of: first.value).type)\n"
            let inOrder = series.sorted { Self.order($0.key) < Self.order($1.key) }
            for (key, one) in inOrder where type(of: one).type == type(of: first.value).type {
                for line in one.lines {
                    let labels = key.labels.map { ($0[0], $0[1]) } + (line.label.map { [$0] } ?? [])
                    page += "\(name)\(line.suffix)\(Self.braced(labels)) \(line.value)\n"
                }
            }
        }
        return page
    }

    private static func order(_ key: Key) -> String {
        key.labels.map { $0.joined(separator: "=") }.joined(separator: ",")
    }

    /// Letters, digits and underlines, and no digit first.
    private static func name(_ text: String) -> String {
        let name = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        return name.first?.isNumber == true ? "_" + name : name
    }

    private static func braced(_ labels: [(String, String)]) -> String {
        guard !labels.isEmpty else { return "" }
        let pairs = labels.map { label, value in
            let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            return "\(name(label))=\"\(escaped)\""
        }
        return "{\(pairs.joined(separator: ","))}"
    }
}
