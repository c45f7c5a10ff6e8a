import CmdletKit
import Interpreter
import Values

/// The thread jobs of one engine: so many run at a time, the others wait for their turn.
public final class ThreadJobQueue {
    /// That of -ThrottleLimit, which holds from then on.
    public var limit = 5
    private var waiting: [(job: Job, start: () -> Void)] = []
    private var running: [ObjectIdentifier: Job] = [:]

    public init() {}

    /// Starts a job when there is room.
    func add(_ job: Job, start: @escaping () -> Void) {
        waiting.append((job, start))
        advance()
    }

    /// Starts a job that waits, whatever the limit is.
    func startNow(_ job: Job) {
        guard let place = waiting.firstIndex(where: { $0.job === job }) else { return }
        let next = waiting.remove(at: place)
        running[ObjectIdentifier(job)] = job
        next.start()
    }

    func ended(_ job: Job) {
        running[ObjectIdentifier(job)] = nil
        waiting.removeAll { $0.job === job }
        advance()
    }

    private func advance() {
        while running.count < limit, !waiting.isEmpty {
            let next = waiting.removeFirst()
            guard next.job.state == .notStarted else { continue }
            running[ObjectIdentifier(next.job)] = next.job
            next.start()
        }
    }
}

extension Job {
    /// A job on a thread of this process, in a runspace of its own.
    /// - Parameters:
    ///   - codes: what is run, one behind the other.
    ///   - host: what `$Host` writes to; nil: nothing.
    public static func thread(
        _ codes: [RunspaceCode], name: String?, command: String, host: (any EngineHost)?, queue: ThreadJobQueue, in engine: Engine
    ) -> Job {
        let holder = TaskHolder()
        let job = Job(.thread, name: name, command: command, in: engine) { job in holder.task?.stop() }
        let runspace = Runspace(
            beside: engine, host: RunspaceHost(host ?? engine.host, shows: host != nil))
        let task = RunspaceTask(RunspaceCode.work(codes)) { [weak job] kind, value in
            job?.add(kind, value)
        } changed: { [weak job] task in
            runspace.close()
            guard let job else { return }
            job.take(task)
            queue.ended(job)
        }
        holder.task = task
        queue.add(job) {
            job.setState(.running)
            do { try task.start(in: runspace) } catch {
                job.setState(.failed, reason: ErrorRecord.wrapping(error))
                queue.ended(job)
            }
        }
        return job
    }

    /// A job of ForEach-Object -Parallel: a child for each object.
    public static func tasks(_ codes: [RunspaceCode], command: String, limit: Int, newRunspaces: Bool, in engine: Engine) -> Job {
        let holder = PoolHolder()
        let pairs = codes.map { code in
            (code, Job(.task, command: command, isChild: true, in: engine) { job in holder.pool?.stop(job) })
        }
        let parent = Job(.task, command: command, children: pairs.map(\.1), in: engine)
        let pool = RunspacePool(beside: engine, limit: limit, newRunspaces: newRunspaces)
        holder.pool = pool
        for (code, job) in pairs {
            pool.add(RunspaceCode.work([code]), owner: job) { [weak job] kind, value in
                job?.add(kind, value)
            } began: { [weak job] in
                job?.setState(.running)
            } ended: { [weak job, weak parent, weak pool] task in
                parent?.allocatedRunspaces = pool?.allocated ?? 0
                job?.take(task)
            }
        }
        return parent
    }

    /// Takes over how a task ended.
    func take(_ task: RunspaceTask) {
        switch task.state {
        case .failed: setState(.failed, reason: task.failure)
        case .stopped: setState(.stopped)
        default: setState(.completed)
        }
    }

    private final class TaskHolder { var task: RunspaceTask? }
    private final class PoolHolder { var pool: RunspacePool? }
}
