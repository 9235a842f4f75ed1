import Foundation

/// Pages made afresh for every request, for viewers who alternate, with a write before every hundredth request, against the
/// same bytes sent from memory by the same server library.
enum Pages {
    struct Page {
        let title: String
        let path: String
        let withoutLog: Bar
        let withLog: Bar
    }

    static func measure(_ place: Workplace, children: Int) async throws {
        let house = try await House(place, children: children, years: 8)
        defer { house.close() }
        guard let child = house.ordinaryChild else { return note("pages were not measured: nobody is looked after") }
        let pages = [
            Page(title: "home, 60 rows", path: "/", withoutLog: .atLeast(0.5), withLog: .none),
            Page(title: "child", path: "/children/\(child)", withoutLog: .atLeast(0.5), withLog: .atLeast(0.2)),
            // Shows no child, so the log keeps nothing of it.
            Page(title: "figures by team", path: "/figures?by=team", withoutLog: .none, withLog: .atLeast(0.2)),
        ]
        try await measure(pages, house, place)
        note(
            "\(children) children, \(house.viewers.count) viewers in turn; \(house.busy.writes) events written meanwhile, one before every hundredth request"
        )
    }

    static func measure(_ pages: [Page], _ house: House, _ place: Workplace) async throws {
        let memory = try await FromMemory(house, pages.map(\.path))
        defer { memory.close() }
        for page in pages {
            guard try await measure(page, house, memory, place) else {
                return note("\(page.title) was not measured: wrk is not here, or a page was not answered")
            }
        }
    }

    private static func measure(
        _ page: Page, _ house: House, _ memory: FromMemory, _ place: Workplace
    ) async throws -> Bool {
        var (logged, bare, reference) = (Speed(), Speed(), Speed())
        for _ in 0..<3 {
            guard try reference.measure(memory.port, house.asks(page.path), place),
                try bare.measure(house.withoutLog, house.asks(page.path), place),
                try logged.measure(house.port, house.asks(page.path), place)
            else { return false }
        }
        for (title, speed, bar) in [
            ("\(page.title), before the access log", bare, page.withoutLog),
            ("\(page.title), with it", logged, page.withLog),
        ] {
            report(title, speed.best, against: reference.best, bar, unit: "/s")
        }
        note(
            "processor time of this process a request: \(bare.processor) µs, with the log \(logged.processor) µs, reference \(reference.processor) µs"
        )
        return true
    }
}

/// How fast a server answered in the best of several runs, and the processor time that took.
private struct Speed {
    private(set) var best = 0.0
    /// Microseconds a request, in the best run.
    private(set) var processor = 0

    mutating func measure(_ port: Int, _ asks: [Load.Ask], _ place: Workplace) throws -> Bool {
        let before = processorSeconds()
        guard let load = try Load(port, asks, place) else { return false }
        let used = processorSeconds() - before
        guard load.requestsPerSecond > best else { return true }
        best = load.requestsPerSecond
        processor = Int(used / (load.requestsPerSecond * 2) * 1e6)
        return true
    }
}
