import ContainerModel
import LinuxSystem

/// A process beside a shared-kernel container's init.
final class SharedKernelProcess: SandboxProcess {
    private let child: ChildProcess
    let terminal: Descriptor?
    let containerPID: Int32?

    init(_ child: ChildProcess, terminal: Descriptor?) {
        self.child = child
        self.terminal = terminal
        containerPID = ProcessStatus.read(pid: child.pid)?.namespacePIDs.last
    }

    var hostPID: Int32? { child.pid }

    func resize(columns: UInt16, rows: UInt16) {
        if let terminal { try? WindowSize(columns: columns, rows: rows).set(on: terminal.raw) }
    }

    func signal(_ number: Int32) { child.signal(number) }
    func wait() -> Int32 { child.wait() }
}
