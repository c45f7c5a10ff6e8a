import AgentProtocol
import ContainerModel
import Glibc
import LinuxSystem
import Synchronization

/// A container on the host's own kernel, through an OCI runtime.
package final class SharedKernelSandbox: Sandbox {
    let context: SandboxContext
    let id: ContainerID
    let runtime: OCIRuntime
    /// Where init's output goes.
    let output: ProcessStreams
    private let initProcess = Mutex<ChildProcess?>(nil)
    private let executions = Mutex(0)

    /// A sandbox that has not been started.
    /// - Parameters:
    ///   - context: with its layers as folders.
    ///   - output: where init's output goes; closed here once init has it.
    package init(_ context: SandboxContext, id: ContainerID, runtime: OCIRuntime, output: ProcessStreams) {
        self.context = context
        self.id = id
        self.runtime = runtime
        self.output = output
    }

    private var rootFolder: String { context.bundle + "/rootfs" }

    /// Mounts the root and runs the bundle.
    /// - Throws: `MountFailed`, `StartFailed`.
    package func start() throws(ContainerError) -> SandboxProcesses {
        guard case .folders(let lower, let upper, let work) = context.layers else {
            throw ContainerError("InvalidOperation", "A shared-kernel container needs its layers as folders.")
        }
        do throws(ContainerError) {
            try RootFilesystem.mount(lower: lower, upper: upper, work: work, on: rootFolder)
            try RootFilesystem.secureMountPoints(in: rootFolder)
            let pidFile = context.runtimeFolder + "/init.pid"
            let pid: Int32
            do throws(RuntimeFailure) {
                pid = try run(
                    ["run", "--detach", "--bundle", context.bundle, "--pid-file", pidFile, id.text], pidFile: pidFile,
                    log: context.runtimeFolder + "/init.log", streams: output)
            } catch {
                throw ContainerError("StartFailed", "The OCI runtime could not start the container.", cause: error.message)
            }
            output.close()
            initProcess.withLock { $0 = ChildProcess(adopting: pid) }
            return SandboxProcesses(initPID: pid)
        } catch {
            cleanUp()
            throw error
        }
    }

    /// Waits for init's end.
    package func wait() -> SandboxExit {
        guard let process = initProcess.withLock({ $0 }) else { return SandboxExit(exitCode: 255, reason: "It was never started.") }
        return SandboxExit(exitCode: process.wait())
    }

    /// Starts a process through the runtime's `exec`.
    /// - Throws: `ProgramNotFound`, `ProgramNotExecutable`, `ProgramNotStarted`.
    package func execute(_ process: ProcessSpecification, streams: ProcessStreams) throws(ContainerError) -> any SandboxProcess {
        let number = executions.withLock { count in
            count &+= 1
            return count
        }
        let base = "\(context.runtimeFolder)/exec-\(number)"
        let (document, pidFile, socket, log) = (base + ".json", base + ".pid", base + ".sock", base + ".log")
        // The runtime has given the process its own copies of the streams by then.
        defer {
            for file in [document, pidFile, socket, log] { unlink(file) }
            streams.close()
        }
        var arguments = ["exec", "--detach", "--process", document, "--pid-file", pidFile]
        var listener: Descriptor?
        try ContainerError.wrap("The process cannot be described to the OCI runtime.") { () throws(SystemError) in
            try Files.write(ProcessDocument.bytes(process), to: document)
            if process.terminal {
                listener = try UnixSocket.listen(socket)
                arguments += ["--console-socket", socket]
            }
        }
        if process.control { arguments += ["--preserve-fds", "1"] }
        let program = process.arguments.first ?? ""
        let pid: Int32
        do throws(RuntimeFailure) {
            pid = try run(arguments + [id.text], pidFile: pidFile, log: log, streams: streams)
        } catch {
            throw .programNotStarted(program, in: context.name, explained(error, process))
        }
        let child = ChildProcess(adopting: pid)
        do throws(SystemError) {
            let terminal = try listener.map { listener throws(SystemError) in try Self.receiveTerminal(listener) }
            return SharedKernelProcess(child, terminal: terminal)
        } catch {
            child.signal(SIGKILL)
            child.wait()
            throw ContainerError("ProgramNotStarted", "'\(program)' has no terminal in the container.", cause: error.description)
        }
    }

    /// Sends init SIGTERM and, if it has not ended after `grace` seconds, SIGKILL.
    /// - Throws: `OperationTimeout` where init outlives SIGKILL by 30 s.
    package func stop(grace: Double) throws(ContainerError) {
        guard let process = initProcess.withLock({ $0 }) else { return }
        process.signal(SIGTERM)
        if process.wait(timeout: grace) == nil { try kill() }
    }

    /// Sends init SIGKILL.
    /// - Throws: `OperationTimeout` where init outlives it by 30 s.
    package func kill() throws(ContainerError) {
        guard let process = initProcess.withLock({ $0 }) else { return }
        process.signal(SIGKILL)
        guard process.wait(timeout: 30) != nil else {
            throw ContainerError("OperationTimeout", "The container's init did not end within 30 s of being killed.")
        }
    }

    /// False once init has ended.
    package var isRunning: Bool { initProcess.withLock { $0 }?.poll() == nil }

    /// Ends init where it runs, and removes groups, mounts and the runtime's state.
    package func cleanUp() {
        if let process = initProcess.withLock({ $0 }) {
            process.signal(SIGKILL)
            process.wait()
        }
        Self.cleanUp(context, id)
    }

    /// Kills the processes that are left of a container, and removes its control groups and mounts. Crash recovery calls it for a supervisor
    /// that was killed.
    package static func cleanUp(_ context: SandboxContext, _ id: ContainerID) {
        ControlGroups.kill(id)
        if case .folders(_, let upper, _) = context.layers { killProcesses(on: upper) }
        ControlGroups.remove(id)
        try? Mounts.unmountAll(below: context.bundle)
        try? Folders.removeTree(context.runtimeFolder + "/oci")
    }

    /// Kills every process whose mounts have an overlay over these files: the mark by which a container's processes are found where there
    /// are no control groups, and by which a runtime is found that was about to start the container.
    private static func killProcesses(on upper: String) {
        let mark = "upperdir=\(upper)"
        for _ in 0..<50 {
            var found = false
            for pid in ProcessTable.pids() where pid != getpid() {
                guard let handle = try? ProcessHandle(pid), let mounts = try? MountPoint.all(pid: String(pid)),
                    mounts.contains(where: { $0.type == "overlay" && $0.superOptions.contains(mark) })
                else { continue }
                found = true
                try? handle.signal(SIGKILL)
                _ = handle.waitEnd(timeout: 1)
            }
            if !found { return }
        }
    }

    /// Runs the runtime until it has left the process it was to start. It dies with this supervisor.
    ///
    /// - Parameter log: the path of a log of this call alone.
    /// - Returns: the process's number on the host.
    private func run(
        _ arguments: [String], pidFile: String, log: String, streams: ProcessStreams
    ) throws(RuntimeFailure) -> Int32 {
        let result: ToolResult
        do throws(SystemError) {
            let null = try Descriptor.open("/dev/null", O_RDWR)
            var descriptors: [Int32: Int32] = [
                0: streams.input?.raw ?? null.raw, 1: streams.output?.raw ?? null.raw, 2: streams.error?.raw ?? null.raw,
            ]
            if let control = streams.control { descriptors[3] = control.raw }
            let begin = runtime.arguments(stateFolder: context.runtimeFolder + "/oci", log: log)
            result = try runTool(
                runtime.path, begin + arguments, descriptors: descriptors, parentDeathSignal: SIGKILL, timeout: 60)
        } catch {
            throw RuntimeFailure(error.description)
        }
        if result.timedOut { throw RuntimeFailure("\(runtime.path) did not end within 60 s.") }
        guard result.exitCode == 0 else {
            throw RuntimeFailure(log: log, else: "\(runtime.path) ended with \(result.exitCode)")
        }
        guard let text = try? Files.readText(pidFile, limit: 64), let pid = Int32(text.filter { !$0.isWhitespace }), pid > 1 else {
            throw RuntimeFailure("\(runtime.path) wrote no process number.")
        }
        return pid
    }

    /// The failure to start a process, with what the container's own files say of its program.
    private func explained(_ failure: RuntimeFailure, _ process: ProcessSpecification) -> RuntimeFailure {
        guard let pid = initProcess.withLock({ $0?.pid }) else { return failure }
        let program = ProgramLookup(
            program: process.arguments.first ?? "", environment: process.environment, workingDirectory: process.workingDirectory,
            user: process.userID, group: process.groupID)
        return failure.explained(by: program, in: "/proc/\(pid)/root")
    }

    /// The pseudo-terminal's controller, which the runtime sends over its console socket.
    private static func receiveTerminal(_ listener: Descriptor) throws(SystemError) -> Descriptor {
        let connection = try UnixSocket.accept(listener, timeout: 10)
        let message = try UnixSocket.receive(atMost: 4096, descriptors: 1, from: connection.raw)
        guard let terminal = message.descriptors.first else { throw SystemError(EPROTO, "receive a terminal") }
        return terminal
    }
}
