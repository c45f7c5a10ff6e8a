import CmdletKit
import Interpreter
import Values

/// Runspaces that take turns at a number of tasks.
public final class RunspacePool {
    private struct Pending {
        let task: RunspaceTask
        let owner: AnyObject?
        let began: () -> Void
        let ended: (RunspaceTask) -> Void
    }

    package var limit: Int
    private let newRunspaces: Bool
    private let link: EngineLink
    private let host: any EngineHost
    private var waiting: [Pending] = []
    private var running: [Pending] = []
    private var idle: [Runspace] = []
    private var isStopped = false
    /// Runspaces stay when nothing is left to do, and keep their variables.
    private let isKept: Bool
    /// What a new runspace begins with.
    private let prepare: (Runspace) throws -> Void
    /// How many runspaces were made.
    public private(set) var allocated = 0

    /// - Parameters:
    ///   - limit: how many tasks run at a time.
    ///   - newRunspaces: each task gets a runspace that no other one had before it.
    ///   - host: what `$Host` writes to; nil: nothing.
    public convenience init(beside engine: Engine, limit: Int, newRunspaces: Bool, host: (any EngineHost)? = nil) {
        self.init(beside: engine, limit: limit, newRunspaces: newRunspaces, host: host, isKept: false) { _ in }
    }

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

    /// Whoever gives the pool up gives up what runs in it.
    deinit { stopAll() }

    public var isIdle: Bool { waiting.isEmpty && running.isEmpty }
    public var hasRoom: Bool { running.count < limit }

    /// Runs code as soon as a runspace is free.
    public func add(
        _ code: RunspaceCode, take: @escaping (StreamKind, Value) -> Void, ended: @escaping (RunspaceTask) -> Void
    ) {
        add(RunspaceCode.work([code]), take: take, ended: ended)
    }

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

    /// Stops everything; what waits does not begin.
    public func stopAll() {
        isStopped = true
        for pending in waiting { pending.task.stop() }
        for pending in running { pending.task.stop() }
    }

    /// Ends it with its runspaces.
    package func close() {
        stopAll()
        for runspace in idle { runspace.close() }
        idle = []
    }

    package var available: Int { max(0, limit - running.count) }

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
        if isIdle, !isKept {
            for runspace in idle { runspace.close() }
            idle = []
        }
    }

    private func finish(_ task: RunspaceTask) {
        if let runspace = task.runspace {
            if newRunspaces || isStopped || waiting.isEmpty && !isKept { runspace.close() } else { idle.append(runspace) }
        }
        let ended = (waiting + running).first { $0.task === task }?.ended
        waiting.removeAll { $0.task === task }
        running.removeAll { $0.task === task }
        ended?(task)
        advance()
    }
}
