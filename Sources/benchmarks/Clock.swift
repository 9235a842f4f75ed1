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

/// One line of the report: what was measured, what it was held against, the ratio and the bar.
func report(_ what: String, _ measured: Double, _ reference: Double, _ bar: String, unit: String = "s") {
    let ratio = reference > 0 ? measured / reference : 0
    print(
        "\(what.padding(toLength: 46, withPad: " ", startingAt: 0)) \(number(measured)) \(unit)   reference \(number(reference)) \(unit)   ratio \(number(ratio))   bar \(bar)"
    )
}

func number(_ value: Double) -> String {
    value >= 100 ? "\(Int(value.rounded()))" : String(format: value >= 1 ? "%.2f" : "%.4f", value)
}
