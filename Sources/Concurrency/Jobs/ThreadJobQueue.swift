import CmdletKit
import Interpreter
import Values

/// The thread jobs of one engine: at most `limit` run at a time, the others wait in order.
public final class ThreadJobQueue {
    /// The number of jobs that may run at a time: the latest -ThrottleLimit of Start-ThreadJob, 5 by default.
    public var limit = 5
    private var waiting: [(job: Job, start: () -> Void)] = []
    private var running: [ObjectIdentifier: Job] = [:]

    /// Makes an empty queue.
    public init() {}

    /// Starts a job, or queues it where the limit is reached.
    func add(_ job: Job, start: @escaping () -> Void) {
        waiting.append((job, start))
        advance()
    }

    /// Starts a waiting job regardless of the limit (StartJob).
    func startNow(_ job: Job) {
        guard let place = waiting.firstIndex(where: { $0.job === job }) else { return }
        let next = waiting.remove(at: place)
        running[ObjectIdentifier(job)] = job
        next.start()
    }

    /// Removes a job that has finished, and starts the next one.
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
    /// Makes a job that runs on a thread of this process, in a runspace of its own (Start-ThreadJob), and queues it.
    /// - Parameters:
    ///   - codes: the code to run, one after the other (the initialization script first).
    ///   - host: the host that shows the job's output of Write-Host; nil: none does (-StreamingHost).
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

    /// Makes a job of ForEach-Object -Parallel -AsJob: a child job for each object.
    /// - Parameters:
    ///   - limit: the number of children that run at a time (-ThrottleLimit).
    ///   - newRunspaces: whether each child gets a new runspace (-UseNewRunspace).
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
        pool.complete()
        return parent
    }

    /// Sets the state and reason by how a task ended.
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
