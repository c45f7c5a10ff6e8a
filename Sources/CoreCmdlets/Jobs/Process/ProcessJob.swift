import CmdletKit
import CmdletSupport
import Concurrency
import Glibc
import Interpreter
import LinuxSystem
import Synchronization
import Values

/// What runs a job: a process of its own, or, where the host lives in this process, a runspace here.
public protocol JobLauncher: AnyObject {
    /// Starts the job's side over a connected socket, which it takes over.
    func launch(_ connection: Int32, in engine: Engine) throws -> any RunningJob
}

/// The job's side as the session sees it.
public protocol RunningJob: AnyObject, Sendable {
    /// Ends it at once.
    func kill()
    /// Waits for its end, which is near.
    /// - Returns: how it ended, where that was no ordinary end.
    func wait() -> String?
}

/// A job whose code runs on the other side of a connection: Start-Job.
final class ProcessJob: @unchecked Sendable {
    // Unchecked: what changes is touched by one that interprets; the connection is for several threads.
    private let connection: JobConnection
    private let running: any RunningJob
    /// Objects say from where they came.
    private let isNamed: Bool
    private let engine: EngineLink
    private let lock: InterpreterLock
    private let interrupt = Interrupt()
    private weak var child: Job?
    private let stopping = Atomic<Bool>(false)
    private let runspaceID = GuidType.random
    private var failure: ErrorRecord?
    private var hasEnded = false
    /// How long a job may take to heed a stop.
    private static let grace = 2.0

    /// - Parameter isNamed: objects say from where they came.
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
        // On a thread of its own: a job that does not read would hold the session up.
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
            // As when it hangs up: how it ended says more.
        }
        // An ended job goes by itself; one that hangs up without a word is no more.
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

    /// Says where an object came from.
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
