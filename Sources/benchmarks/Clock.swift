import Days
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

extension Instant {
    static var now: Instant { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded())) }
}

/// Processor time that this process has used, its own and the system's for it, in seconds.
func processorSeconds() -> Double {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

/// Memory this process holds, in bytes, once what it has freed is given back: what it uses, however much was thrown away
/// before.
func residentBytes() -> Int {
    typealias Trim = @convention(c) (Int) -> Int32
    if let trim = dlsym(nil, "malloc_trim") { _ = unsafeBitCast(trim, to: Trim.self)(0) }
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
    let fields = text.split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
}
