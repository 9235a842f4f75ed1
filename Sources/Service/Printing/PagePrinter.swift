/// What makes a PDF of a page.
public protocol PagePrinter: Sendable {
    /// - Parameter page: A whole HTML page that needs nothing else.
    /// - Throws: ``PrintingFault``.
    func pdf(of page: [UInt8]) async throws -> [UInt8]
}

/// Why no PDF was made: the program is not there, took too long, or made none.
public struct PrintingFault: Error, Hashable, Sendable {
    public init() {}
}

/// Lets a few through at once, and the others as those leave, in the order they came.
actor Turnstile {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) { free = places }

    func enter() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
