import AgentProtocol
import ContainerModel
import LinuxSystem
import Synchronization

/// A process in a utility VM.
final class GuestProcess: SandboxProcess {
    /// The process's number on the channel, which the machine's thread assigns.
    let number = Mutex<UInt32?>(nil)
    let terminal: Descriptor?
    let exit: Promise<Int32>
    private let machine: UtilityVM

    init(machine: UtilityVM, terminal: Descriptor?) throws(SystemError) {
        self.machine = machine
        self.terminal = terminal
        exit = try Promise()
    }

    /// Nil, since the host's kernel does not run the guest's processes.
    var hostPID: Int32? { nil }
    var containerPID: Int32? { nil }

    func resize(columns: UInt16, rows: UInt16) {
        guard let number = number.withLock({ $0 }) else { return }
        machine.post(.resize(process: number, columns: columns, rows: rows))
    }

    func signal(_ number: Int32) {
        guard let process = self.number.withLock({ $0 }) else { return }
        machine.post(.signal(process: process, number: number))
    }

    func wait() -> Int32 { exit.wait() ?? 137 }
}
