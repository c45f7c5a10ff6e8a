import CmdletKit
import Interpreter
import SourceText
import Syntax
import Values

/// System.Management.Automation.PowerShell: commands that are put together piece by piece and run in a runspace.
final class PowerShellObject: Object {
    /// The runspace that the commands run in.
    enum Place {
        /// A runspace of the instance's own, made by the first run and closed with the instance.
        case own(InitialSessionState?)
        case runspace(Runspace)
        case pool(RunspacePoolObject)
        /// The runspace of the caller.
        case current
    }

    var place: Place
    var commands = CommandList()
    let streams = StreamSet()
    let instanceID = GuidType.random
    private(set) var state = "NotStarted"
    private(set) var failure: ErrorRecord?
    var hadErrors = false
    private var task: RunspaceTask?
    private var output: ListObject?
    private var owned: Runspace?

    init(_ place: Place) {
        self.place = place
        super.init()
    }

    deinit { owned?.close() }

    override var type: ObjectType { PowerShellTypes.powerShell }

    /// The runspace, as `$ps.Runspace` gives it; nil for a pool's.
    func runspace(_ caller: Engine) throws -> Runspace? {
        switch place {
        case .runspace(let runspace): return runspace
        case .pool: return nil
        case .current: return caller.runspaces.first { $0.engine === caller }
        case .own(let initial):
            if let owned { return owned }
            let made = Runspace(beside: caller, host: RunspaceHost(caller.host, shows: false))
            owned = made
            try initial?.apply(to: made)
            return made
        }
    }

    // MARK: Running

    /// Starts the commands.
    /// - Parameters:
    ///   - input: the objects to pipe in; nil: no pipeline input.
    ///   - output: the collection that gets the output.
    func begin(_ input: [Value]?, output: ListObject, _ caller: Engine) throws {
        guard state != "Running" else {
            throw ValueError(
                "The state of the current PowerShell instance is not valid for this operation.",
                id: "InvalidPowerShellStateException",
                exception: "System.Management.Automation.InvalidPowerShellStateException", category: "InvalidOperation")
        }
        guard !commands.isEmpty else {
            throw ValueError(
                "No commands are specified.", id: "InvalidOperation", exception: "System.InvalidOperationException",
                category: "InvalidOperation")
        }
        let work = commands.work(input: input) { [weak self] record in
            self?.hadErrors = true
            self?.streams[.error].elements.append(.object(record))
        }
        self.output = output
        failure = nil
        state = "Running"
        let take: (StreamKind, Value) -> Void = { [weak self] kind, value in
            if kind == .output { return output.elements.append(value) }
            if kind == .error { self?.hadErrors = true }
            self?.streams[kind].elements.append(value)
        }
        do { try start(work, take, caller) } catch {
            state = "NotStarted"
            throw error
        }
    }

    private func start(_ work: @escaping RunspaceWork, _ take: @escaping (StreamKind, Value) -> Void, _ caller: Engine) throws {
        if case .pool(let pool) = place {
            task = try pool.add(work, take: take) { [weak self] in self?.ended($0) }
            return
        }
        guard let runspace = try runspace(caller) else { return }
        if runspace.engine === caller { return runHere(work, take, caller) }
        guard !runspace.isBusy else {
            throw ValueError(
                "The pipeline was not run because a pipeline is already running. Pipelines cannot be run concurrently.",
                id: "InvalidOperation", exception: "System.Management.Automation.PSInvalidOperationException",
                category: "InvalidOperation")
        }
        runspace.engine?.interrupt.clear()
        let made = RunspaceTask(work, take: take) { [weak self] in self?.ended($0) }
        task = made
        try made.start(in: runspace)
    }

    private func runHere(_ work: RunspaceWork, _ take: @escaping (StreamKind, Value) -> Void, _ engine: Engine) {
        do {
            try work(engine, StreamSink(.output, take), Streams(take))
            state = "Completed"
        } catch is PipelineStopped {
            state = "Stopped"
        } catch is EarlyExit {
            state = "Completed"
        } catch {
            failure = ErrorRecord.wrapping(error)
            hadErrors = true
            state = "Failed"
        }
    }

    private func ended(_ task: RunspaceTask) {
        switch task.state {
        case .failed:
            failure = task.failure
            hadErrors = true
            state = "Failed"
        case .stopped: state = "Stopped"
        default: state = "Completed"
        }
        output?.isComplete = true
    }

    var isDone: Bool { state != "Running" && state != "Stopping" }

    /// Waits for the end of the commands.
    /// - Returns: the output.
    /// - Throws: the error that ended the commands; `PipelineStopped` after Ctrl-C.
    func finish(_ caller: Engine) throws -> ListObject {
        do { try caller.wait { self.isDone } } catch {
            // Ctrl-C in the caller stops the commands too.
            task?.stop()
            throw error
        }
        if let failure {
            throw ValueError(
                failure.message, id: failure.errorID, exception: failure.exception.typeName, category: failure.category)
        }
        if state == "Stopped" {
            throw ValueError(
                "The pipeline has been stopped.", id: "PipelineStopped",
                exception: "System.Management.Automation.PipelineStoppedException", category: "OperationStopped")
        }
        return output ?? ListObject()
    }

    func stop(_ caller: Engine) throws {
        guard !isDone else { return }
        task?.stop()
        try caller.wait { self.isDone }
    }

    func dispose() {
        task?.stop()
        owned?.close()
        owned = nil
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PowerShell", "powershell") { PowerShellTypes.powerShell }
}
