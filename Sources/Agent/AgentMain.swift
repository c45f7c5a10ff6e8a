import AgentProtocol
import CUtilityVM
import Glibc
import LinuxSystem

/// The agent as PID 1 of a utility VM. The executable's C part (CInit) has mounted the file systems and loaded the kernel modules.
package enum AgentMain {
    /// The name of the virtio-serial port that carries the protocol.
    package static let portName = "bulkhead.agent"

    /// Runs the agent, then switches the machine off.
    package static func run() -> Never {
        do {
            let childEnded = try Signals.descriptor(for: [SIGCHLD])
            Signals.block([SIGPIPE])
            let channel = try Channel(try openPort(), limits: .fromHost)
            let loop = AgentLoop(
                channel: channel, runtime: CrunRuntime(), kernel: HostFacts.kernelRelease, childEnded: childEnded)
            try loop.run()
        } catch {
            // The console is the serial line; the host quotes its last lines in its error message.
            print("bulkhead agent: \(error)")
        }
        sync()
        _ = cutilityvm_power_off()
        while true { sleepSeconds(1000) }
    }

    private static func openPort() throws -> Descriptor {
        let end = monotonicSeconds() + 20
        repeat {
            for name in (try? Folders.names(in: "/sys/class/virtio-ports")) ?? [] {
                let said = (try? Files.readText("/sys/class/virtio-ports/\(name)/name", limit: 256)) ?? ""
                guard said.prefix(while: { !$0.isNewline }) == portName[...] else { continue }
                let port = try Descriptor.open("/dev/\(name)", O_RDWR | O_NONBLOCK)
                // Until the host connects its end, the port reads as end of file and polls as hung up; neither is an error yet.
                while (try? Poll.wait(for: [(port.raw, .output)], timeout: 1))?.first?.events.isDisjoint(with: .hangUp) == false {
                    sleepSeconds(0.005)
                }
                return port
            }
            sleepSeconds(0.002)
        } while monotonicSeconds() < end
        throw SystemError(ENODEV, "find the channel's port", portName)
    }
}
