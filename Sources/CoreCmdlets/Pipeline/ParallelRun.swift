import CmdletKit
import CmdletSupport
import Concurrency
import Interpreter
import LinuxSystem
import Values

/// ForEach-Object -Parallel: runs a task for each object, a limited number at a time, and passes their output on as it comes.
///
/// A class, because its release with the pipeline stops the pool, and with it the tasks that still run.
final class ParallelRun {
    private let block: ScriptBlock
    private let usingValues: [String: Value]
    private let limit: Int
    private let newRunspaces: Bool
    private let pool: RunspacePool?
    /// When -TimeoutSeconds passes, in seconds of the monotonic clock; nil for never.
    private let end: Double?
    private var isOver = false
    /// Records that tasks have written and that are not passed on yet.
    private let inbox = Inbox()
    private var jobCodes: [RunspaceCode] = []

    /// A class, because the closures of tasks hold it.
    private final class Inbox {
        var entries: [(kind: StreamKind, value: Value)] = []
    }

    /// - Throws: `ValueError` for common parameters that -Parallel does not support, for a `$using:` variable that is a script
    ///   block, and for -TimeoutSeconds beside -AsJob.
    init(
        _ block: ScriptBlock, limit: Int, timeout: Int?, asJob: Bool, newRunspaces: Bool, _ runtime: any CmdletRuntime
    ) throws {
        for name in ["ErrorAction", "WarningAction", "InformationAction", "ProgressAction", "PipelineVariable"]
        where runtime.isBound(name) {
            throw ValueError(
                "The following common parameters are not currently supported in the Parallel parameter set:\nErrorAction, WarningAction, InformationAction, PipelineVariable",
                id: "ParallelCommonParametersNotSupported", exception: "System.Management.Automation.PSNotSupportedException",
                category: "NotImplemented")
        }
        self.block = block
        self.limit = limit
        self.newRunspaces = newRunspaces
        usingValues = try UsingVariable.values(for: block, in: try runtime.frame)
        if usingValues.values.contains(where: { $0.asObject(ScriptBlock.self) != nil }) {
            throw ValueError(
                "A ForEach-Object -Parallel using variable cannot be a script block. Passed-in script block variables are not supported with ForEach-Object -Parallel, and can result in undefined behavior.",
                id: "ParallelUsingVariableCannotBeScriptBlock", exception: "System.Management.Automation.PSArgumentException",
                category: "InvalidType")
        }
        if asJob, timeout != nil {
            throw ValueError(
                "The 'TimeoutSeconds' parameter cannot be used with the 'AsJob' parameter.", id: "ParallelCannotUseTimeoutWithJob",
                exception: "System.Management.Automation.PSArgumentException", category: "InvalidOperation")
        }
        end = timeout.flatMap { $0 > 0 ? monotonicSeconds() + Double($0) : nil }
        let engine = try runtime.service(Engine.self)
        pool = asJob ? nil : RunspacePool(beside: engine, limit: limit, newRunspaces: newRunspaces, host: engine.host)
    }

    private func code(_ value: Value) -> RunspaceCode {
        var code = RunspaceCode(block)
        code.current = value
        code.usingValues = usingValues
        return code
    }

    /// Starts a task for an object, or keeps it for the job of -AsJob, and passes on what tasks have written so far.
    func add(_ value: Value, _ runtime: any CmdletRuntime) throws {
        if value.asObject(ScriptBlock.self) != nil {
            return try runtime.writeError(
                ErrorRecord(
                    "A ForEach-Object -Parallel piped input object cannot be a script block. Passed-in script block variables are not supported with ForEach-Object -Parallel, and can result in undefined behavior.",
                    id: "ParallelPipedInputObjectCannotBeScriptBlock", category: "InvalidType",
                    exception: "System.Management.Automation.PSArgumentException"))
        }
        guard let pool else {
            jobCodes.append(code(value))
            return
        }
        try deliver(runtime)
        checkTime()
        guard !isOver else { return }
        pool.add(code(value)) { [inbox] kind, value in
            inbox.entries.append((kind, value))
        } ended: { [inbox] task in
            if let record = Self.failure(of: task) { inbox.entries.append((.error, .object(record))) }
        }
    }

    /// The error by which the pipeline reports how a task ended; nil if it completed.
    private static func failure(of task: RunspaceTask) -> ErrorRecord? {
        // A task that was stopped before it began reports nothing.
        guard task.runspace != nil else { return nil }
        let exception: ExceptionObject
        switch task.state {
        case .failed: exception = task.failure?.exception ?? ExceptionObject("The task failed.")
        case .stopped:
            exception = ExceptionObject(
                "The pipeline has been stopped.", typeName: "System.Management.Automation.PipelineStoppedException")
        default: return nil
        }
        let record = ErrorRecord(exception: exception, id: "PSTaskException", category: "InvalidOperation")
        record.position = task.failure?.position
        record.stackTrace = task.failure?.stackTrace ?? ""
        return record
    }

    private func checkTime() {
        guard let end, !isOver, monotonicSeconds() >= end else { return }
        isOver = true
        pool?.stopAll()
    }

    private func deliver(_ runtime: any CmdletRuntime) throws {
        while !inbox.entries.isEmpty {
            let entries = inbox.entries
            inbox.entries = []
            for (kind, value) in entries { try runtime.replay(kind, value) }
        }
    }

    /// Waits for the tasks, or with -AsJob writes the job.
    func finish(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        guard let pool else {
            let job = Job.tasks(
                jobCodes, command: block.stringForm ?? "", limit: limit, newRunspaces: newRunspaces, in: engine)
            engine.jobs.add(job)
            try runtime.write(.object(job))
            return
        }
        pool.complete()
        while true {
            try deliver(runtime)
            if pool.isIdle, inbox.entries.isEmpty { return }
            checkTime()
            try engine.pause(end.map { max(0.001, $0 - monotonicSeconds()) } ?? 1)
        }
    }
}
