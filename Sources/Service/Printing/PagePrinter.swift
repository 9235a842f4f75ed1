/// What makes a PDF of a page.
public protocol PagePrinter: Sendable {
    /// - Parameter page: A whole HTML page that needs nothing else.
    func pdf(of page: [UInt8]) async throws(PrintingFault) -> [UInt8]
}

/// Why no PDF was made.
public enum PrintingFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The program is not there, or the page could not be laid before it.
    case notStarted
    /// The program ended otherwise than well, by itself or because it took too long.
    case ended(status: Int32)
    /// The program says that all went well, and there is no PDF.
    case madeNone

    /// For whoever looks after the service; nothing of the page is in it.
    public var description: String {
        switch self {
        case .notStarted: "the program could not be started"
        case .ended(let status): "the program ended with \(status)"
        case .madeNone: "the program made no PDF"
        }
    }
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
