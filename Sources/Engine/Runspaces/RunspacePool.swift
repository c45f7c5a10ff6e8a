import CmdletKit
import Values

/// Runspaces that take turns at a number of tasks.
public final class RunspacePool {
    private struct Pending {
        let task: RunspaceTask
        let owner: AnyObject?
        let began: () -> Void
        let ended: (RunspaceTask) -> Void
    }

    private let limit: Int
    private let newRunspaces: Bool
    private let link: EngineLink
    private let host: any EngineHost
    private var waiting: [Pending] = []
    private var running: [Pending] = []
    private var idle: [Runspace] = []
    private var isStopped = false
    /// How many runspaces were made.
    public private(set) var allocated = 0

    /// - Parameters:
    ///   - limit: how many tasks run at a time.
    ///   - newRunspaces: each task gets a runspace that no other one had before it.
    ///   - host: what `$Host` writes to; nil: nothing.
    public init(beside engine: Engine, limit: Int, newRunspaces: Bool, host: (any EngineHost)? = nil) {
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
        _ codes: [RunspaceCode], owner: AnyObject? = nil, take: @escaping (StreamKind, Value) -> Void,
        began: @escaping () -> Void = {}, ended: @escaping (RunspaceTask) -> Void
    ) {
        let task = RunspaceTask(codes, take: take) { [weak self] task in self?.finish(task) ?? ended(task) }
        waiting.append(Pending(task: task, owner: owner, began: began, ended: ended))
        advance()
    }

    /// Stops everything; what waits does not begin.
    public func stopAll() {
        isStopped = true
        for pending in waiting { pending.task.stop() }
        for pending in running { pending.task.stop() }
    }

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
                free.resetVariables()
                runspace = free
            } else {
                allocated += 1
                runspace = Runspace(beside: engine, host: host, name: "PSTask")
            }
            do { try next.task.start(in: runspace) } catch {
                runspace.close()
                running.removeAll { $0.task === next.task }
                next.task.fail(ErrorRecord.wrapping(error))
            }
        }
        if isIdle {
            for runspace in idle { runspace.close() }
            idle = []
        }
    }

    private func finish(_ task: RunspaceTask) {
        if let runspace = task.runspace {
            if newRunspaces || isStopped || waiting.isEmpty { runspace.close() } else { idle.append(runspace) }
        }
        let ended = (waiting + running).first { $0.task === task }?.ended
        waiting.removeAll { $0.task === task }
        running.removeAll { $0.task === task }
        ended?(task)
        advance()
    }
}
