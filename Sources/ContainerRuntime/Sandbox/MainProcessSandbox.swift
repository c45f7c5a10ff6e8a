import ContainerModel
import Glibc
import LinuxSystem
import Synchronization

/// A sandbox whose container runs as long as its main process. It wraps another sandbox, starts the main process beside that one's init,
/// relays its streams, and ends the container after it.
package final class MainProcessSandbox: Sandbox {
    private let inner: any Sandbox
    private let process: ProcessSpecification
    private let mainProcess: MainProcess
    private let attachment: Attachment
    private let log: ContainerLog.Writer
    private let running = Mutex<Running?>(nil)
    private let ended: Promise<Int32>

    private struct Running: Sendable {
        var process: any SandboxProcess
        var relay: OutputRelay
        /// The write end of the input of a process that keeps its input open and has no client: closing it would be the end of file.
        var input: Descriptor?
    }

    init(
        _ inner: any Sandbox, _ process: ProcessSpecification, _ mainProcess: MainProcess, attachment: Attachment,
        log: ContainerLog.Writer
    ) throws(SystemError) {
        self.inner = inner
        self.process = process
        self.mainProcess = mainProcess
        self.attachment = attachment
        self.log = log
        ended = try Promise()
    }

    /// The main process, once it was started.
    package var main: (any SandboxProcess)? { running.withLock { $0?.process } }

    /// Starts init and, beside it, the main process.
    /// - Throws: what the inner sandbox throws; `ProgramNotFound` and its kin of the main process. Init has ended then.
    package func start() throws(ContainerError) -> SandboxProcesses {
        let processes = try inner.start()
        do {
            let started = try startMain()
            running.withLock { $0 = started }
            return processes
        } catch {
            inner.cleanUp()
            throw error
        }
    }

    private func startMain() throws(ContainerError) -> Running {
        var specification = process
        (specification.columns, specification.rows) = (attachment.columns, attachment.rows)
        if process.terminal {
            let process = try inner.execute(specification, streams: ProcessStreams())
            return try relayed(process, input: nil) { () throws(SystemError) in
                guard let terminal = process.terminal else { throw SystemError(ENOTTY, "use the terminal of the main process") }
                if mainProcess.keepsInputOpen, let client = attachment.input {
                    try InputRelay.start(from: client, to: terminal, closesTarget: false)
                }
                return try OutputRelay(
                    [.init(source: terminal, name: .output, client: attachment.output)], log: log)
            }
        }
        var (streams, output, error): (ProcessStreams, Descriptor, Descriptor)
        var input: Descriptor?
        do throws(SystemError) {
            let (out, err) = (try Descriptor.pipe(), try Descriptor.pipe())
            (streams, output, error) = (ProcessStreams(output: out.write, error: err.write), out.read, err.read)
            if mainProcess.keepsInputOpen {
                let pipe = try Descriptor.pipe()
                (streams.input, input) = (pipe.read, pipe.write)
            }
        } catch {
            throw .state(error, "The main process cannot have streams.")
        }
        let process = try inner.execute(specification, streams: streams)
        return try relayed(process, input: attachment.input == nil ? input : nil) { () throws(SystemError) in
            if let input, let client = attachment.input { try InputRelay.start(from: client, to: input, closesTarget: true) }
            return try OutputRelay(
                [
                    .init(source: output, name: .output, client: attachment.output),
                    .init(source: error, name: .error, client: attachment.error),
                ], log: log)
        }
    }

    private func relayed(
        _ process: any SandboxProcess, input: Descriptor?, _ start: () throws(SystemError) -> OutputRelay
    ) throws(ContainerError) -> Running {
        do {
            return Running(process: process, relay: try start(), input: input)
        } catch {
            process.signal(SIGKILL)
            throw .state(error, "The streams of the main process cannot be relayed.")
        }
    }

    /// Waits for the main process, then for what it printed, and ends the container.
    package func wait() -> SandboxExit {
        guard let running = running.withLock({ $0 }) else { return inner.wait() }
        let code = running.process.wait()
        let lived = inner.isRunning
        ended.complete(code)
        try? inner.kill()
        let exit = inner.wait()
        running.relay.finish()
        attachment.report(code)
        // If init was alive when the main process ended, we killed it above, so its exit reason says nothing.
        return SandboxExit(exitCode: code, reason: lived ? nil : exit.reason)
    }

    /// Starts a further process beside init and the main process.
    /// - Throws: what the inner sandbox throws (`ProgramNotFound`, `ProgramNotExecutable`, `ProgramNotStarted`).
    package func execute(_ process: ProcessSpecification, streams: ProcessStreams) throws(ContainerError) -> any SandboxProcess {
        try inner.execute(process, streams: streams)
    }

    /// Sends SIGTERM to the main process and, if it has not ended after `grace` seconds, ends init by force (as `docker stop`).
    /// - Throws: `OperationTimeout` if init outlives that.
    package func stop(grace: Double) throws(ContainerError) {
        guard let main else { return try inner.stop(grace: grace) }
        main.signal(SIGTERM)
        if ended.wait(timeout: grace) == nil { try inner.kill() }
    }

    /// Ends init by force, and with it the main process.
    /// - Throws: `OperationTimeout` if init outlives that.
    package func kill() throws(ContainerError) { try inner.kill() }
    /// Removes what the inner sandbox made.
    package func cleanUp() { inner.cleanUp() }
    /// False once init has ended.
    package var isRunning: Bool { inner.isRunning }
}
