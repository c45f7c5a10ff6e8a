import AgentProtocol
import ContainerModel
import Glibc
import LinuxSystem
import SourceText
import Synchronization

/// A running utility VM: its worker process, and the channel to the agent in it. Used from any thread; one thread of its own does the work.
final class UtilityVM: Sendable {
    /// How the machine ended.
    struct End: Sendable {
        /// Why the machine ended; nil where the host switched it off.
        var reason: String?
    }

    /// How far a start of the machine has come.
    enum Boot: Sendable {
        case reachedAgent
        case failed(String)
    }

    /// What other threads ask of the machine's thread.
    enum Command: Sendable {
        case call(Request, Promise<Response>?)
        case start(@Sendable (UInt32) -> Request, ProcessStreams, terminal: Descriptor?, GuestProcess, Promise<Response>)
    }

    let pid: Int32
    let accelerator: Accelerator
    /// The container's init: how it ended.
    let container: Promise<Int32>
    let ended: Promise<End>
    private let worker: ChildProcess
    private let wake: Descriptor
    private let commands: Mutex<[Command]>

    init(
        worker: ChildProcess, accelerator: Accelerator, wake: Descriptor, container: Promise<Int32>,
        ended: Promise<End>
    ) {
        pid = worker.pid
        self.worker = worker
        self.accelerator = accelerator
        self.wake = wake
        self.container = container
        self.ended = ended
        commands = Mutex([])
    }

    /// Starts a machine and waits until its agent answers; a machine that does not within the time is started anew.
    ///
    /// Bounded and repeated, because some boots hang under TCG for reasons of the kernel's clocks.
    static func boot(_ process: WorkerProcess, timeout: Double = 20, attempts: Int = 3) throws(ContainerError) -> UtilityVM {
        var last: ContainerError?
        for _ in 0..<max(1, attempts) {
            do throws(ContainerError) {
                return try bootOnce(process, timeout: timeout)
            } catch {
                last = error
                // Try again only after a timeout: a worker that did not start fails the same way each time.
                if error.code != .utilityVMBoot { break }
            }
        }
        throw last ?? ContainerError(.utilityVMBoot, "The utility VM did not start.")
    }

    private static func bootOnce(_ process: WorkerProcess, timeout: Double) throws(ContainerError) -> UtilityVM {
        typealias Outcome = Result<UtilityVM, ContainerError>
        let (ready, started, ended, container): (Promise<Boot>, Promise<Outcome>, Promise<End>, Promise<Int32>)
        do throws(SystemError) {
            (ready, started, ended, container) = (try Promise(), try Promise(), try Promise(), try Promise())
        } catch {
            throw ContainerError(
                .utilityVMWorker, "The utility VM's worker process could not be started.", cause: error.description)
        }
        let running = try? SystemThread.start {
            do throws(ContainerError) {
                let (child, channel, console) = try process.start()
                do throws(SystemError) {
                    let wake = try Descriptor.pipe()
                    try wake.read.setNonBlocking(true)
                    try wake.write.setNonBlocking(true)
                    let machine = UtilityVM(
                        worker: child, accelerator: process.accelerator, wake: wake.write, container: container, ended: ended)
                    let loop = try MachineLoop(machine, child, try Channel(channel, limits: .fromGuest), console, wake.read, ready)
                    started.complete(.success(machine))
                    loop.run()
                } catch {
                    child.signal(SIGKILL)
                    child.wait()
                    throw ContainerError(.utilityVMWorker, "The utility VM could not be connected.", cause: error.description)
                }
            } catch {
                started.complete(.failure(error))
            }
        }
        guard running != nil, let outcome = started.wait() else {
            throw ContainerError(.utilityVMWorker, "The system gives no more threads.")
        }
        let machine = try outcome.get()
        let boot = ready.wait(timeout: timeout)
        if case .reachedAgent = boot { return machine }
        machine.powerOff()
        let end = ended.wait(timeout: 10)
        throw ContainerError(
            boot == nil ? .utilityVMBoot : .utilityVMWorker,
            boot == nil ? "The utility VM did not reach its agent within \(Int(timeout)) s." : "The utility VM did not start.",
            remedy: boot == nil ? "Try again while the machine has less to do." : nil, cause: end?.reason)
    }

    // MARK: Requests

    /// Asks the agent and waits for its answer.
    func call(_ request: Request, timeout: Double = 30) throws(ContainerError) {
        let completion: Promise<Response>
        do throws(SystemError) { completion = try Promise() } catch { throw Self.lost(error.description) }
        submit(.call(request, completion))
        if let failure = try answered(completion.wait(timeout: timeout)) { throw ContainerError(.utilityVMAgent, failure.message) }
    }

    /// Asks without waiting.
    func post(_ request: Request) { submit(.call(request, nil)) }

    /// Starts a process with the streams given. `request` makes the request from the process's number.
    ///
    /// - Returns: the process, or why the guest's runtime could not start it.
    /// - Throws: `UtilityVMAgentFailed` where the machine does not answer.
    func start(
        streams: ProcessStreams, terminal: Bool, timeout: Double = 90, request: @escaping @Sendable (UInt32) -> Request
    ) throws(ContainerError) -> Result<GuestProcess, RuntimeFailure> {
        let (process, completion, own): (GuestProcess, Promise<Response>, Descriptor?)
        do throws(SystemError) {
            let pair = terminal ? try UnixSocket.pair() : nil
            own = pair?.0
            (process, completion) = (try GuestProcess(machine: self, terminal: pair?.1), try Promise())
        } catch {
            throw Self.lost(error.description)
        }
        submit(.start(request, streams, terminal: own, process, completion))
        if let failure = try answered(completion.wait(timeout: timeout)) { return .failure(failure) }
        return .success(process)
    }

    /// Ends the machine at once.
    func powerOff() { worker.signal(SIGKILL) }

    func takeCommands() -> [Command] {
        commands.withLock { list in
            defer { list = [] }
            return list
        }
    }

    private func submit(_ command: Command) {
        commands.withLock { $0.append(command) }
        // Wake the machine's thread after the command is queued, never before: it takes the queue when it wakes, and once more when it ends.
        _ = [UInt8(0)].withUnsafeBytes { write(wake.raw, $0.baseAddress, 1) }
        if ended.current != nil { MachineLoop.refuse(takeCommands()) }
    }

    /// Nil for done; the failure as a person may read it.
    private func answered(_ response: Response?) throws(ContainerError) -> RuntimeFailure? {
        switch response {
        case .done: return nil
        case .failed(let failure): return RuntimeFailure(Self.harmless(failure.message), reason: failure.reason)
        case nil: throw Self.lost(ended.current?.reason ?? "Its agent did not answer in time.")
        }
    }

    private static func lost(_ cause: String) -> ContainerError {
        ContainerError(.utilityVMAgent, "The utility VM does not answer.", cause: cause)
    }

    /// A guest's text without what a terminal would take for a command, at most 2000 characters.
    static func harmless(_ text: String) -> String {
        TerminalText.sanitized(String(text.unicodeScalars.prefix(2000)), keeping: .newline, replacing: .nothing)
    }
}
