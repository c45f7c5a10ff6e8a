import AgentProtocol
import ContainerModel
import Glibc
import LinuxSystem
import Synchronization

/// A container of RuntimeType HyperV: the bundle runs in a utility VM with a kernel of its own.
package final class UtilityVMSandbox: Sandbox {
    /// Bytes of a machine whose container asks for nothing.
    package static let standardMemory: UInt64 = 256 << 20
    /// The initramfs and the kernel need most of it.
    package static let leastMemory: UInt64 = 160 << 20

    private let context: SandboxContext
    private let prepared: PreparedMachine
    private let machine = Mutex<UtilityVM?>(nil)

    /// A sandbox that has not been started.
    /// - Parameter context: with its layers as disks.
    package init(_ context: SandboxContext, _ prepared: PreparedMachine) {
        self.context = context
        self.prepared = prepared
    }

    /// Boots the machine and runs the bundle in it.
    /// - Throws: `ParameterOutOfRange` for too little memory, `UtilityVMBootFailed`, `UtilityVMWorkerFailed`, `UtilityVMAgentFailed`.
    package func start() throws(ContainerError) -> SandboxProcesses {
        guard case .disks(let image, let writable) = context.layers else {
            throw ContainerError(
                .utilityVMDisk, "The container '\(context.name)' has its files in folders, where a utility VM needs disks.",
                target: context.id)
        }
        let memory = context.memory ?? Self.standardMemory
        guard memory >= Self.leastMemory, memory <= 1 << 40 else {
            throw ContainerError(
                "ParameterOutOfRange", "A container of RuntimeType HyperV needs \(Self.leastMemory >> 20) MB of memory at least.",
                remedy: "Give -MemoryStartupBytes \(Self.standardMemory >> 20)MB or more.", target: context.id)
        }
        let config: String
        do {
            config = try GuestBundle(
                config: try Files.read(context.bundle + "/config.json"), executableFolder: context.executableFolder
            ).text
        } catch let error as ContainerError {
            throw error
        } catch {
            throw ContainerError(
                .utilityVMFiles, "The container's configuration cannot be read.", cause: "\(error)", target: context.id)
        }
        if !Files.exists(writable) { try WritableDisk.make(at: writable) }
        var worker = WorkerProcess(prepared, containerID: context.id, memory: memory)
        worker.disks = [
            WorkerProcess.Disk(path: image, readOnly: true, serial: "image"),
            WorkerProcess.Disk(path: writable, readOnly: false, serial: "upper"),
        ]
        worker.network = context.network.map { WorkerProcess.Network(tap: $0.device, macAddress: $0.macAddress) }
        let booted = try UtilityVM.boot(worker)
        do throws(ContainerError) {
            try booted.call(.configure(Self.machineConfiguration(hostName: context.hostName, network: context.network)))
            try booted.call(.start(BundleStart(config: config, lowerDisks: ["image"], upperDisk: "upper")), timeout: 90)
        } catch {
            booted.powerOff()
            _ = booted.ended.wait(timeout: 10)
            throw ContainerError(
                error.code, "The container '\(context.name)' did not start in its utility VM.", remedy: error.remedy,
                cause: [error.message, error.cause].compactMap { $0 }.joined(separator: "\n"), target: context.id)
        }
        machine.withLock { $0 = booted }
        return SandboxProcesses(workerPID: booted.pid, accelerator: prepared.accelerator.rawValue, workerUser: worker.user)
    }

    static func machineConfiguration(hostName: String, network: NetworkAttachment?) -> MachineConfiguration {
        MachineConfiguration(
            hostName: hostName, clock: wallSeconds(), entropy: randomBytes(256),
            interfaces: network.map {
                [
                    MachineConfiguration.Interface(
                        hardwareAddress: $0.macAddress, address: $0.address, prefixLength: $0.prefixLength, gateway: $0.gateway)
                ]
            } ?? [])
    }

    /// Waits for the end of init, or of the machine around it.
    package func wait() -> SandboxExit {
        guard let machine = running else { return SandboxExit(exitCode: 255, reason: "The container was not started.") }
        let code = machine.container.wait() ?? 137
        // The agent reports the exit after it has unmounted, and switches the machine off after the report.
        if machine.ended.wait(timeout: 5) == nil {
            machine.powerOff()
            _ = machine.ended.wait(timeout: 10)
        }
        return SandboxExit(exitCode: code, reason: machine.ended.current?.reason)
    }

    /// Starts a process through the agent.
    /// - Throws: `ProgramNotFound`, `ProgramNotExecutable`, `ProgramNotStarted`, `ContainerNotRunning`, `UtilityVMAgentFailed`.
    package func execute(_ process: ProcessSpecification, streams: ProcessStreams) throws(ContainerError) -> any SandboxProcess {
        guard let machine = running, machine.ended.current == nil else {
            throw ContainerError(
                "ContainerNotRunning", "The container '\(context.name)' is not running.", remedy: "Start it with Start-Container.",
                target: context.id)
        }
        let document = String(decoding: ProcessDocument.bytes(process), as: UTF8.self)
        let control = streams.control != nil
        let started = try machine.start(streams: streams, terminal: process.terminal) { number in
            .exec(
                ProcessStart(
                    process: number, specification: document, terminal: process.terminal, columns: process.columns,
                    rows: process.rows, control: control))
        }
        switch started {
        case .success(let process): return process
        case .failure(let failure): throw .programNotStarted(process.arguments.first ?? "", in: context.name, failure)
        }
    }

    /// Seconds beyond its grace that init has under TCG, where the machine may get a tenth of a processor. Init is csrss, which ends as
    /// soon as it is asked to: what takes time is the emulation and the unmounting, and cutting that short would lose files.
    package static let emulationGrace = 30.0

    /// Asks the agent to send init SIGTERM. If init has not ended after `grace` seconds (`emulationGrace` more under TCG), the machine is
    /// switched off.
    /// - Throws: no error: an agent that does not answer is switched off as well.
    package func stop(grace given: Double) throws(ContainerError) {
        guard let machine = running, machine.ended.current == nil else { return }
        let grace = max(0, given) + (machine.accelerator == .tcg ? Self.emulationGrace : 0)
        do throws(ContainerError) {
            try machine.call(.stop(grace: grace))
        } catch {
            // An agent that does not answer cannot stop anything.
            machine.powerOff()
        }
        if machine.container.wait(timeout: grace + 10) == nil { machine.powerOff() }
        _ = wait()
    }

    /// The power switch, after up to 2 s in which written files reach the disk.
    /// - Throws: `OperationTimeout` where the worker does not end within 10 s.
    package func kill() throws(ContainerError) {
        guard let machine = running, machine.ended.current == nil else { return }
        // Flush the guest's page cache: files that were written outlive SIGKILL on a shared kernel, and here the cache goes with the machine.
        try? machine.call(.sync, timeout: 2)
        machine.powerOff()
        guard machine.ended.wait(timeout: 10) != nil else {
            throw ContainerError(
                "OperationTimeout", "The utility VM of the container '\(context.name)' did not end.",
                cause: "Its worker process has the id \(machine.pid).", target: context.id)
        }
    }

    /// False once init or the machine has ended.
    package var isRunning: Bool { running.map { $0.ended.current == nil && $0.container.current == nil } ?? false }

    /// Switches the machine off where it runs.
    package func cleanUp() {
        guard let machine = machine.withLock({ $0 }) else { return }
        machine.powerOff()
        _ = machine.ended.wait(timeout: 10)
    }

    private var running: UtilityVM? { machine.withLock { $0 } }
}
