import Dispatch
import Synchronization

/// Things that wait for one another together: those that come while a batch is carried out share the next. A thread of its
/// own carries them out, one batch after another.
public final class Batches<Item: Sendable>: Sendable {
    private let queue: DispatchQueue
    private let carryOut: @Sendable ([Item]) -> Void
    private let state = Mutex(State())

    private struct State {
        var waiting: [Item] = []
        var isCarryingOut = false
    }

    /// - Parameters:
    ///   - label: of the thread.
    ///   - carryOut: has a whole batch, in the order that it came in, and answers each.
    public init(_ label: String, carryOut: @escaping @Sendable ([Item]) -> Void) {
        queue = DispatchQueue(label: label)
        self.carryOut = carryOut
    }

    public func add(_ item: Item) {
        let starts = state.withLock { state in
            state.waiting.append(item)
            defer { state.isCarryingOut = true }
            return !state.isCarryingOut
        }
        if starts { queue.async { self.carryOutAll() } }
    }

    private func carryOutAll() {
        while true {
            let batch = state.withLock { state in
                defer { state.waiting = [] }
                state.isCarryingOut = !state.waiting.isEmpty
                return state.waiting
            }
            guard !batch.isEmpty else { return }
            carryOut(batch)
        }
    }
}
