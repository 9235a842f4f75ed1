extension Authority {
    /// Whoever in the staff file has that code, or alone has that name; nil where nobody has, or several.
    public func worker(named text: String) -> Worker? {
        let text = text.trimmed
        guard !text.isEmpty else { return nil }
        if let worker = workers[text] { return worker }
        let key = PersonKey(text)
        let named = workers.values.filter { PersonKey($0.name) == key }
        return named.count == 1 ? named.first : nil
    }
}
