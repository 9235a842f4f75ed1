import Days

/// A child's work going from one social worker to another.
public struct WorkerChange: Hashable, Sendable {
    public let from: String
    public let to: String
    /// The first day of the new worker.
    public let day: Day
}

extension ChildAsAt {
    /// The last time the social worker changed; nil where there was only ever one, and where nobody holds the child.
    public var lastChangeOfWorker: WorkerChange? {
        guard let now = socialWorker,
            let before = record.allocations.last(where: {
                $0.role == .socialWorker && $0.start < now.start && $0.worker != now.worker
            })
        else { return nil }
        return WorkerChange(from: before.worker, to: now.worker, day: now.start)
    }

    /// The handover of a change of worker: the last that was written for it, in the four weeks before or since.
    public func handover(of change: WorkerChange) -> Handover? {
        record.thread.handovers.last { $0.on >= change.day - 28 }
    }
}
