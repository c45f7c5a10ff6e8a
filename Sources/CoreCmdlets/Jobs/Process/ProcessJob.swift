import CmdletKit
import CmdletSupport
import Concurrency
import Glibc
import Interpreter
import LinuxSystem
import Synchronization
import Values

/// Starts the other side of background jobs: a process, or a runspace of this process if the host lives in it.
public protocol JobLauncher: AnyObject {
    /// Starts a job's code.
    /// - Parameter connection: the job's end of a connected socket, which is taken over.
    /// - Throws: `ValueError` if the process or runspace cannot be started.
    func launch(_ connection: Int32, in engine: Engine) throws -> any RunningJob
}

/// The code of a job that has been launched.
public protocol RunningJob: AnyObject, Sendable {
    /// Ends the code at once.
    func kill()
    /// Waits for the end of the code. Only called when the end is near: after the last message or `kill()`.
    /// - Returns: how the code ended, if that was not as it should be.
    func wait() -> String?
}

/// A job whose code runs on the other side of a connection, as Start-Job makes it.
final class ProcessJob: @unchecked Sendable {
    // Unchecked: the fields that change are used under the interpreter lock only; the connection may be used by several threads.
    private let connection: JobConnection
    private let running: any RunningJob
    /// Whether objects get properties that say where they come from (RunspaceId and others).
    private let isNamed: Bool
    private let engine: EngineLink
    private let lock: InterpreterLock
    private let interrupt = Interrupt()
    private weak var child: Job?
    private let stopping = Atomic<Bool>(false)
    private let runspaceID = GuidType.random
    private var failure: ErrorRecord?
    private var hasEnded = false
    /// The seconds after which a job that does not heed a stop is killed.
    private static let grace = 2.0

    /// Starts a job.
    /// - Parameters:
    ///   - table: what to run (`JobStart.table`).
    ///   - isNamed: whether objects get properties that say where they come from.
    /// - Throws: what the launcher throws, and `ValueError` if the thread that reads the connection cannot be started.
    static func start(
        _ table: HashtableObject, name: String?, command: String, launcher: any JobLauncher, isNamed: Bool = true, in engine: Engine
    ) throws -> Job {
        let text = try JobClixml.text(.object(table), depth: 8, engine)
        let (near, far) = try UnixSocket.pair()
        let running = try launcher.launch(far.release(), in: engine)
        let work = ProcessJob(JobConnection(near), running, isNamed, engine)
        let parentID = engine.reserveJobNumber()
        let child = Job(.background, command: command, isChild: true, in: engine) { _ in work.stop() }
        let parent = Job(.background, id: parentID, name: name, command: command, children: [child], in: engine)
        work.child = child
        child.setState(.running)
        engine.atSessionEnd(of: child) { running.kill() }
        do { try SystemThread.start { work.run(text) } } catch {
            running.kill()
            throw ValueError(
                "The job's thread cannot be started: \(error).", id: "ThreadNotStarted", category: "ResourceUnavailable")
        }
        return parent
    }

    private init(_ connection: JobConnection, _ running: any RunningJob, _ isNamed: Bool, _ engine: Engine) {
        self.connection = connection
        self.running = running
        self.isNamed = isNamed
        self.engine = engine.link
        lock = engine.interpreterLock
    }

    private func stop() {
        guard !stopping.exchange(true, ordering: .relaxed) else { return }
        child?.setState(.stopping)
        let (connection, running) = (connection, running)
        // On a thread of its own, because writing to a job that does not read would block the session.
        _ = try? SystemThread.start {
            try? connection.write(.stop, "")
            var left = Self.grace
            while left > 0, connection.descriptor.raw >= 0 {
                usleep(20_000)
                left -= 0.02
            }
            if connection.descriptor.raw >= 0 { running.kill() }
        }
    }

    private func run(_ start: String) {
        do {
            try connection.write(.start, start)
            while let next = try connection.read() {
                lock.interpret(for: interrupt) { take(next.message, next.text) }
                if next.message == .ended { break }
            }
        } catch {
            // Treated like a connection that the job closed: `wait()` says how the job ended.
        }
        // A job that sent its end exits by itself; one that closed the connection without it is dead already.
        let end = running.wait()
        connection.descriptor.close()
        lock.interpret(for: interrupt) { finish(end) }
    }

    private func take(_ message: JobMessage, _ text: String) {
        if message == .ended {
            hasEnded = true
            if !text.isEmpty { failure = (try? JobClixml.value(text)).flatMap { ErrorParts.record($0) } }
            return
        }
        if message == .exitCode { child?.exitCode = Int32(text) }
        guard let kind = message.stream, let child, !stopping.load(ordering: .relaxed) else { return }
        do {
            let value = try JobClixml.value(kind, text)
            child.add(kind, kind == .output && isNamed ? named(value) : value)
        } catch {
            child.add(.error, .object(ErrorRecord.wrapping(error)))
        }
    }

    /// Adds the properties by which remoting says where an object comes from.
    private func named(_ value: Value) -> Value {
        guard let object = value.reference else { return value }
        let members = object.attached ?? AttachedMembers()
        members["PSComputerName"] = .note(.string("localhost"))
        members["RunspaceId"] = .note(runspaceID)
        members["PSShowComputerName"] = .note(.bool(false))
        object.attached = members
        return value
    }

    private func finish(_ end: String?) {
        guard let child else { return }
        engine.engine?.forgetSessionEnd(of: child)
        if stopping.load(ordering: .relaxed) { return child.setState(.stopped) }
        if let failure { return child.setState(.failed, reason: failure) }
        guard !hasEnded else { return child.setState(.completed) }
        let record = ErrorRecord(
            "The background process ended before its job did: \(end ?? "it closed the connection"). What it had written by then can be received.",
            id: "JobFailure", category: "OpenError",
            exception: "System.Management.Automation.Remoting.PSRemotingTransportException")
        child.setState(.failed, reason: record)
    }
}
