import CmdletKit
import Interpreter
import Values

/// A pool of runspaces for a number of tasks, at most `limit` of which run at a time.
public final class RunspacePool {
    private struct Pending {
        let task: RunspaceTask
        let owner: AnyObject?
        let began: () -> Void
        let ended: (RunspaceTask) -> Void
    }

    /// The number of tasks that run at a time.
    package var limit: Int
    private let newRunspaces: Bool
    private let link: EngineLink
    private let host: any EngineHost
    private var waiting: [Pending] = []
    private var running: [Pending] = []
    private var idle: [Runspace] = []
    private var isStopped = false
    /// Whether no further task will be added: idle runspaces are closed once the last one has ended.
    private var isComplete = false
    /// Whether idle runspaces are kept, with their variables, when no task is left: true for a script's RunspacePool, false for
    /// ForEach-Object -Parallel.
    private let isKept: Bool
    /// Prepares a new runspace.
    private let prepare: (Runspace) throws -> Void
    /// The number of runspaces made so far.
    public private(set) var allocated = 0

    /// Makes a pool that closes its runspaces when no task is left.
    /// - Parameters:
    ///   - limit: the number of tasks that run at a time; at least 1.
    ///   - newRunspaces: whether each task gets a new runspace.
    ///   - host: the host that shows the tasks' output of Write-Host; nil: none does.
    public convenience init(beside engine: Engine, limit: Int, newRunspaces: Bool, host: (any EngineHost)? = nil) {
        self.init(beside: engine, limit: limit, newRunspaces: newRunspaces, host: host, isKept: false) { _ in }
    }

    /// Makes a pool.
    /// - Parameters:
    ///   - isKept: whether idle runspaces and their variables are kept when no task is left.
    ///   - prepare: called with each new runspace before its first task; an error fails the task.
    package init(
        beside engine: Engine, limit: Int, newRunspaces: Bool, host: (any EngineHost)?, isKept: Bool,
        prepare: @escaping (Runspace) throws -> Void
    ) {
        self.isKept = isKept
        self.prepare = prepare
        self.limit = max(1, limit)
        self.newRunspaces = newRunspaces
        link = engine.link
        self.host = RunspaceHost(host ?? engine.host, shows: host != nil)
    }

    /// Whoever drops the pool does not want its tasks any more.
    deinit { close() }

    /// Whether no task runs or waits.
    public var isIdle: Bool { waiting.isEmpty && running.isEmpty }
    /// Whether another task could start at once.
    public var hasRoom: Bool { running.count < limit }

    /// Runs code once a runspace is free.
    /// - Parameters:
    ///   - take: gets each object that the code writes, with its stream.
    ///   - ended: called when the code has ended.
    public func add(
        _ code: RunspaceCode, take: @escaping (StreamKind, Value) -> Void, ended: @escaping (RunspaceTask) -> Void
    ) {
        add(RunspaceCode.work([code]), take: take, ended: ended)
    }

    /// Runs work once a runspace is free.
    /// - Parameters:
    ///   - owner: identifies the task for `stop`.
    ///   - take: gets each object that the work writes, with its stream.
    ///   - began: called when the work starts.
    ///   - ended: called when the work has ended.
    @discardableResult
    package func add(
        _ work: @escaping RunspaceWork, owner: AnyObject? = nil, take: @escaping (StreamKind, Value) -> Void,
        began: @escaping () -> Void = {}, ended: @escaping (RunspaceTask) -> Void
    ) -> RunspaceTask {
        let task = RunspaceTask(work, take: take) { [weak self] task in self?.finish(task) ?? ended(task) }
        waiting.append(Pending(task: task, owner: owner, began: began, ended: ended))
        advance()
        return task
    }

    /// Declares that no further task comes. Until then an idle runspace waits for the next task, even where none waits at the moment: a task
    /// finds what the one before it defined, however fast the input comes.
    public func complete() {
        isComplete = true
        closeIdle()
    }

    private func closeIdle() {
        guard isComplete, isIdle, !isKept else { return }
        for runspace in idle { runspace.close() }
        idle = []
    }

    /// Stops all tasks; those that wait do not start.
    public func stopAll() {
        isStopped = true
        for pending in waiting { pending.task.stop() }
        for pending in running { pending.task.stop() }
    }

    /// Stops all tasks and closes the idle runspaces.
    package func close() {
        stopAll()
        for runspace in idle { runspace.close() }
        idle = []
    }

    /// The number of tasks that could start at once.
    package var available: Int { max(0, limit - running.count) }

    /// Stops the tasks of an owner.
    func stop(_ owner: AnyObject) {
        for pending in waiting + running where pending.owner === owner { pending.task.stop() }
    }

    private func advance() {
        guard let engine = link.engine else { return }
        while running.count < limit, !isStopped, !waiting.isEmpty {
            let next = waiting.removeFirst()
            running.append(next)
            next.began()
            let runspace: Runspace
            if let free = idle.popLast() {
                if !isKept { free.resetVariables() }
                runspace = free
            } else {
                allocated += 1
                runspace = Runspace(beside: engine, host: host, name: "PSTask")
            }
            do {
                if runspace.isNew { try prepare(runspace) }
                try next.task.start(in: runspace)
            } catch {
                runspace.close()
                running.removeAll { $0.task === next.task }
                next.task.fail(ErrorRecord.wrapping(error))
            }
        }
        closeIdle()
    }

    private func finish(_ task: RunspaceTask) {
        if let runspace = task.runspace {
            if newRunspaces || isStopped { runspace.close() } else { idle.append(runspace) }
        }
        let ended = (waiting + running).first { $0.task === task }?.ended
        waiting.removeAll { $0.task === task }
        running.removeAll { $0.task === task }
        ended?(task)
        advance()
    }
}
