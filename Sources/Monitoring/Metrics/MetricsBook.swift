import CoreMetrics
import Synchronization

/// What the service counts and times, kept for Prometheus to come and read.
///
/// Libraries reach it through swift-metrics. No maintained Prometheus library is reachable, and what is needed is small:
/// counters, gauges, and histograms of seconds, in the text format 0.0.4.
public final class MetricsBook: MetricsFactory {
    struct Key: Hashable {
        let name: String
        /// In the order given: name, value.
        let labels: [[String]]
    }

    let series = Mutex<[Key: any Series]>([:])

    public init() {}

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        find(label, dimensions, make: { WholeCounter() })
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        find(label, dimensions, make: { Level() })
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        aggregate ? find(label, dimensions, make: { Spread() }) : find(label, dimensions, make: { Level() })
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        find(label, dimensions, make: { Spread() })
    }

    // A series lives as long as the service: who reads it expects it not to go back to nothing.
    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyMeter(_ handler: any MeterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}

    private func find<Found: Series>(_ label: String, _ dimensions: [(String, String)], make: () -> Found) -> Found {
        let key = Key(name: label, labels: dimensions.map { [$0.0, $0.1] })
        return series.withLock { series in
            if let found = series[key] as? Found { return found }
            let made = make()
            // The first use of a name says what it is; another use of it is counted for itself and not shown.
            if series[key] == nil { series[key] = made }
            return made
        }
    }
}

/// One line, or one histogram, of what is read.
protocol Series: Sendable, AnyObject {
    /// `counter`, `gauge` or `histogram`.
    static var type: String { get }
    /// What comes after the name, further labels and value, line by line.
    var lines: [(suffix: String, label: (String, String)?, value: String)] { get }
}

/// Counts up.
final class WholeCounter: Series, CounterHandler {
    static let type = "counter"
    private let count = Atomic<Int64>(0)

    func increment(by amount: Int64) { count.add(amount, ordering: .relaxed) }
    func reset() { count.store(0, ordering: .relaxed) }
    var lines: [(suffix: String, label: (String, String)?, value: String)] {
        [("", nil, String(count.load(ordering: .relaxed)))]
    }
}

/// What is the case now.
final class Level: Series, MeterHandler, RecorderHandler {
    static let type = "gauge"
    private let value = Mutex(0.0)

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { self.value.withLock { $0 = value } }
    func increment(by amount: Double) { value.withLock { $0 += amount } }
    func decrement(by amount: Double) { value.withLock { $0 -= amount } }
    func record(_ value: Int64) { set(Double(value)) }
    func record(_ value: Double) { set(value) }
    var lines: [(suffix: String, label: (String, String)?, value: String)] {
        [("", nil, value.withLock { $0.inMetrics })]
    }
}

/// How values spread: how many were at most each of a row of bounds, their sum and their number. Times are in seconds.
final class Spread: Series, TimerHandler, RecorderHandler {
    static let type = "histogram"
    /// From a page that was ready to one that somebody gave up on.
    static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private struct State {
        var counts = [Int](repeating: 0, count: Spread.bounds.count + 1)
        var sum = 0.0
    }
    private let state = Mutex(State())

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) {
        let bucket = Self.bounds.firstIndex { value <= $0 } ?? Self.bounds.count
        state.withLock {
            $0.counts[bucket] += 1
            $0.sum += value
        }
    }

    var lines: [(suffix: String, label: (String, String)?, value: String)] {
        let state = state.withLock { $0 }
        var (lines, sum) = ([(suffix: String, label: (String, String)?, value: String)](), 0)
        for (bound, count) in zip(Self.bounds.map(\.inMetrics) + ["+Inf"], state.counts) {
            sum += count
            lines.append(("_bucket", ("le", bound), String(sum)))
        }
        return lines + [("_sum", nil, state.sum.inMetrics), ("_count", nil, String(sum))]
    }
}

extension Double {
    /// A whole number without its point.
    var inMetrics: String {
        self == rounded() && abs(self) < 1e15 ? String(Int64(self)) : String(self)
    }
}
