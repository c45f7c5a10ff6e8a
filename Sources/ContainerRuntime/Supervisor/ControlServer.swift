import ContainerModel
import Glibc
import LinuxSystem
import Synchronization

/// The supervisor's side of the control socket: a thread for each connection.
final class ControlServer: Sendable {
    private let sandbox: any Sandbox
    private let listener: Descriptor
    private let serving = Mutex(0)

    init(_ sandbox: any Sandbox, path: String) throws(SystemError) {
        self.sandbox = sandbox
        listener = try UnixSocket.listen(path)
    }

    /// Starts to answer. A thread that cannot be started refuses its connection, nothing more.
    func start() throws(SystemError) {
        try SystemThread.start { [self] in
            while let connection = try? UnixSocket.accept(listener) {
                guard let peer = try? UnixSocket.peer(of: connection.raw), peer.user == geteuid() else { continue }
                serving.withLock { $0 += 1 }
                let started = try? SystemThread.start { [self] in
                    serve(connection)
                    connection.close()
                    serving.withLock { $0 -= 1 }
                }
                if started == nil { serving.withLock { $0 -= 1 } }
            }
        }
    }

    /// Waits until every client has been told how its process ended, at most so many seconds.
    func finish(within seconds: Double) {
        let end = monotonicSeconds() + seconds
        while serving.withLock({ $0 }) > 0, monotonicSeconds() < end { sleepSeconds(0.002) }
    }

    private func serve(_ connection: Descriptor) {
        guard let request = try? ControlMessage.receive(from: connection.raw) else { return }
        do throws(ContainerError) {
            switch request.message.kind {
            case .stop:
                try sandbox.stop(grace: max(0, min(request.message.grace ?? 10, 3600)))
                try ControlMessage(.done).send(over: connection.raw)
            case .kill:
                try sandbox.kill()
                try ControlMessage(.done).send(over: connection.raw)
            case .attach: try attach(connection)
            case .execute: try execute(request.message, request.descriptors, connection)
            default: throw ContainerError("InvalidOperation", "A supervisor is not asked to '\(request.message.kind.rawValue)'.")
            }
        } catch {
            var answer = ControlMessage(.failed)
            answer.error = error
            try? answer.send(over: connection.raw)
        }
    }

    /// The process lives as long as its client: where that closes the connection, or is killed, the process is ended.
    private func execute(_ request: ControlMessage, _ descriptors: [Descriptor], _ connection: Descriptor) throws(ContainerError) {
        guard let specification = request.process else { throw ContainerError("InvalidOperation", "No process is described.") }
        var rest = descriptors[...]
        var streams = ProcessStreams()
        if !specification.terminal, !specification.detached {
            streams.input = rest.popFirst()
            streams.output = rest.popFirst()
            streams.error = rest.popFirst()
        }
        if specification.control { streams.control = rest.popFirst() }
        let process = try sandbox.execute(specification, streams: streams)
        var started = ControlMessage(.started)
        started.hostPID = process.hostPID
        started.containerPID = process.containerPID
        var answered = true
        do throws(ContainerError) {
            try started.send(over: connection.raw, descriptors: process.terminal.map { [$0.raw] } ?? [])
        } catch {
            answered = false
        }
        process.terminal?.close()
        let waiter = try? SystemThread.start {
            var ended = ControlMessage(.exited)
            ended.number = process.wait()
            try? ended.send(over: connection.raw)
        }
        if specification.detached {
            // A detached process outlives its client. This thread stays to take its exit code, or it would be a zombie.
            waiter?.join()
            return
        }
        guard let waiter, answered else {
            process.signal(SIGKILL)
            _ = process.wait()
            waiter?.join()
            return
        }
        follow(process, connection)
        process.signal(SIGKILL)
        waiter.join()
    }

    /// The main process does not depend on its clients.
    private func attach(_ connection: Descriptor) throws(ContainerError) {
        guard let main = sandbox.main else { throw ContainerError("InvalidOperation", "The container has no main process.") }
        // An attached client waits for no answer, so that `finish` need not wait for it.
        serving.withLock { $0 -= 1 }
        defer { serving.withLock { $0 += 1 } }
        follow(main, connection)
    }

    /// Does what a client asks until it closes its connection.
    private func follow(_ process: any SandboxProcess, _ connection: Descriptor) {
        while let message = (try? ControlMessage.receive(from: connection.raw))?.message {
            switch message.kind {
            case .resize: process.resize(columns: message.columns ?? 80, rows: message.rows ?? 24)
            case .signal: if let number = message.number, (1...64).contains(number) { process.signal(number) }
            default: break
            }
        }
    }
}
