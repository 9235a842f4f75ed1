import Service

/// Whether what is asked of a child costs the same however many there are.
enum Sizes {
    /// - Parameter lookedAfter: how many are looked after in the smallest authority; the others are ten and a hundred
    ///   times as large. The returns hold nearly twice as many children.
    static func measure(_ place: Workplace, lookedAfter: Int) async throws {
        var least: Double?
        for size in [1, 10, 100] {
            let (journal, _) = try await place.authority(of: lookedAfter * size, in: "size-\(size)")
            guard let question = Question(try await journal.authority(), asAt: nil) else { return }
            var counted = Everything()
            let took = await seconds(size == 100 ? 3 : 20) { counted = Everything(question) }
            let each = took / Double(max(1, counted.children)) * 1e6
            report(
                "each child, of \(counted.children): duties, signals, figures", each, against: least ?? each,
                .atMost(1.5), unit: "µs")
            least = least ?? each
        }
    }
}
