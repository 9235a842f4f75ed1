import Foundation

/// Seconds that `body` takes; the least of `times` runs.
func seconds(_ times: Int = 1, _ body: () async throws -> Void) async rethrows -> Double {
    var least = Double.infinity
    for _ in 0..<times {
        let start = ContinuousClock.now
        try await body()
        let took = (ContinuousClock.now - start).components
        least = min(least, Double(took.seconds) + Double(took.attoseconds) / 1e18)
    }
    return least
}

/// Memory this process holds, in bytes.
func residentBytes() -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
    let fields = text.split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
}
