import Casework
import Days
import Dispatch
import Foundation
import JournalStore
import Returns
import ServiceLifecycle
import Synchronization
import Workspace

/// The desk that reads and imports the returns people send, one at a time, in the order they came.
///
/// What it does is in the rows of ``Jobs``: a restart takes up what was left, and importing carries the job's own number, so
/// that what was appended before the restart is not appended again.
public actor ReturnDesk: ServiceLifecycle.Service {
    private let journal: SQLiteJournal
    public nonisolated let jobs: Jobs
    public nonisolated let staging: Staging
    private let clock: @Sendable () -> Instant
    private let worker = OwnThread("throughline.returns")
    private var bell: AsyncStream<Void>.Continuation?
    private var listeners: [String: [UUID: AsyncStream<Void>.Continuation]] = [:]

    public init(_ journal: SQLiteJournal, _ jobs: Jobs, _ staging: Staging, clock: @escaping @Sendable () -> Instant) {
        (self.journal, self.jobs, self.staging, self.clock) = (journal, jobs, staging, clock)
    }

    /// Works until the service stops; what is under way then is called off, or finished where it is being written.
    public func run() async throws {
        let (rings, bell) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        self.bell = bell
        await withTaskGroup(of: Void.self) { group in
            // Looks up by itself now and then, for jobs that another process left and for days that are over.
            group.addTask {
                while !Task.isCancelled {
                    try? await Task.sleep(for: .seconds(10))
                    bell.yield()
                }
            }
            group.addTask {
                bell.yield()
                for await _ in rings.cancelOnGracefulShutdown() { await self.workThrough() }
            }
            await group.next()
            group.cancelAll()
        }
    }

    /// Wakes the desk: there is something to do.
    public func ring() { bell?.yield() }

    /// Calls a job off; false where it is too late.
    public func cancel(_ job: Job) async throws -> Bool {
        guard job.state.canBeCancelled, try await jobs.move(job, to: .cancelled, at: clock()) else { return false }
        if job.state != .reading && job.state != .importing { staging.remove(job.id) }
        tell(job.id)
        return true
    }

    /// Says that a report was read and the return is to be imported; false where it is not ready for that.
    public func approve(_ job: Job) async throws -> Bool {
        guard job.state == .ready, try await jobs.move(job, to: .queued, at: clock()) else { return false }
        tell(job.id)
        ring()
        return true
    }

    /// Something each time the job comes further.
    public func changes(of job: String) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let listener = UUID()
        listeners[job, default: [:]][listener] = continuation
        continuation.onTermination = { _ in Task { await self.leave(job, listener) } }
        return stream
    }

    private func leave(_ job: String, _ listener: UUID) {
        listeners[job]?[listener] = nil
        if listeners[job]?.isEmpty ?? false { listeners[job] = nil }
    }

    private func tell(_ job: String) {
        for continuation in (listeners[job] ?? [:]).values { continuation.yield() }
    }

    private func workThrough() async {
        await clear()
        while !Task.isCancelled, let job = try? await jobs.next(at: clock()) {
            let isImport = job.state == .queued || job.state == .importing
            let state: Job.State = isImport ? .importing : .reading
            guard (try? await jobs.move(job, to: state, at: clock())) ?? false else { continue }
            tell(job.id)
            await work(on: job, isImport ? .importing : .reading)
            tell(job.id)
        }
    }

    /// Takes away jobs that are a day old with their files, and what a crash left: the files of a job that had come to its
    /// end, and after a day those that no job was made for.
    private func clear() async {
        let now = clock()
        for id in (try? await jobs.expire(at: now)) ?? [] { staging.remove(id) }
        guard let states = try? await jobs.states() else { return }
        for (id, changed) in staging.folders() {
            switch states[id] {
            case .done, .failed, .cancelled: staging.remove(id)
            case nil where changed.milliseconds < now.milliseconds - Jobs.kept: staging.remove(id)
            default: break
            }
        }
    }

    private func work(on job: Job, _ state: Job.State) async {
        let running = job.inState(state)
        let pulse = Pulse()
        let beats = Task { [jobs, clock] in
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(500))
                guard !Task.isCancelled else { return }
                let goesOn = try? await jobs.beat(job.id, in: state, progress: pulse.words, at: clock())
                if goesOn == false { pulse.cancel() }
                self.tell(job.id)
            }
        }
        defer { beats.cancel() }
        do {
            let report = try await take(job, rehearsing: state == .reading, pulse)
            let outcome = try JSONEncoder().encode(report)
            try await jobs.move(running, to: state == .reading ? .ready : .done, outcome: outcome, at: clock())
            if state == .importing { staging.remove(job.id) }
        } catch is CancellationError {
            staging.remove(job.id)
        } catch {
            // Only what was written for people is shown, without this server's folders; what another error holds may be about
            // a child.
            let why =
                switch error {
                case let refused as ReturnError: refused.description
                case let refused as ServiceError: refused.description
                default:
                    "it could not be read or written here; nothing of it was imported. Try again, and tell whoever looks after this server."
                }
            let plain = why.replacing(staging.folder(of: job.id).path + "/", with: "")
            _ = try? await jobs.move(running, to: .failed, progress: plain, at: clock())
            staging.remove(job.id)
        }
    }

    private func take(_ job: Job, rehearsing: Bool, _ pulse: Pulse) async throws -> ReturnReport {
        let staged = try JSONDecoder().decode(StagedReturn.self, from: job.request)
        guard let year = staged.collectionYear else { throw ReturnError("the collection year is not one") }
        let folder = staging.folder(of: job.id)
        let paths =
            staged.files.count == 1
            ? [folder.appendingPathComponent(staged.files[0]).path] : [folder.path]
        var request = ImportReturn(paths: paths, year: year, drawn: staged.drawn.flatMap { Day($0) })
        request.isRehearsal = rehearsing
        let now = clock()
        let (journal, command) = (journal, CommandID(text: job.id) ?? .new)
        let author = Actor("account:\(job.owner)")
        return try await Task(executorPreference: worker) {
            let outcome = try await request.run(
                into: journal, command: command, by: author, at: now, today: now.inLondon.day
            ) { progress in
                pulse.say(progress.words)
                if pulse.isCancelled { throw CancellationError() }
            }
            return ReturnReport(outcome)
        }.value
    }
}

/// What the worker last said, and whether it has been called off; both sides are on threads of their own.
private final class Pulse: Sendable {
    private let state = Mutex((words: "", isCancelled: false))

    var words: String { state.withLock { $0.words } }
    var isCancelled: Bool { state.withLock { $0.isCancelled } }
    func say(_ said: String) { state.withLock { $0.words = said } }
    func cancel() { state.withLock { $0.isCancelled = true } }
}

/// A thread of its own for work that takes long, so that pages do not wait for it: where the machine is busy, it stands
/// back behind the threads that make pages.
final class OwnThread: TaskExecutor {
    private let queue = Queue()

    init(_ label: String) {
        let thread = Thread { [queue] in
            // Of this thread alone, as Linux has it.
            setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
            while let work = queue.next() { work() }
        }
        thread.name = label
        thread.start()
    }

    deinit { queue.close() }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.add { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    /// What waits to be done, in the order it came.
    private final class Queue: Sendable {
        private let waiting = Mutex<[@Sendable () -> Void]>([])
        private let bell = DispatchSemaphore(value: 0)

        func add(_ work: @escaping @Sendable () -> Void) {
            waiting.withLock { $0.append(work) }
            bell.signal()
        }

        /// Wakes the thread without work, which ends it.
        func close() { bell.signal() }

        func next() -> (@Sendable () -> Void)? {
            bell.wait()
            return waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        }
    }
}
