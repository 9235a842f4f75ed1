import Foundation

/// What a ratio must be at least, or at most.
enum Bar {
    case atLeast(Double)
    case atMost(Double)
    /// Shown for itself.
    case none

    fileprivate func verdict(_ ratio: Double) -> String {
        switch self {
        case .atLeast(let bar): "bar ≥ \(number(bar))  \(ratio >= bar ? "met" : "MISSED")"
        case .atMost(let bar): "bar ≤ \(number(bar))  \(ratio <= bar ? "met" : "MISSED")"
        case .none: "no bar"
        }
    }
}

/// One line of the report: what was measured, what it was held against, the ratio, the bar and whether it is met.
func report(_ what: String, _ measured: Double, against reference: Double, _ bar: Bar, unit: String = "s") {
    let ratio = reference > 0 ? measured / reference : 0
    let columns = [
        padded(what, 46), padded("\(number(measured)) \(unit)", 14),
        padded("reference \(number(reference)) \(unit)", 24),
        padded("ratio \(number(ratio))", 13), bar.verdict(ratio),
    ]
    print(columns.joined())
}

/// A line for a figure that has a bar of its own and no reference run.
func report(_ what: String, _ measured: Int, atMost bar: Int, unit: String) {
    print(padded(what, 46) + padded("\(measured) \(unit)", 51) + "bar ≤ \(bar)  \(measured <= bar ? "met" : "MISSED")")
}

/// A line that explains the ones beside it.
func note(_ text: String) { print("  (\(text))") }

func number(_ value: Double) -> String {
    value >= 100 ? "\(Int(value.rounded()))" : String(format: value >= 1 ? "%.2f" : "%.4f", value)
}

private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
}
