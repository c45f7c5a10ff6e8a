import AgentProtocol
import CUtilityVM
import Glibc
import LinuxSystem

/// The machine's network interfaces. The container uses the machine's network namespace: the machine runs nothing else from which
/// it would have to be separated.
enum GuestNetwork {
    static func configure(_ interfaces: [MachineConfiguration.Interface]) throws(AgentError) {
        guard cutilityvm_set_address("lo", nil, 0) == 0 else { throw AgentError(.last("bring up", "lo")) }
        for interface in interfaces {
            let name = try name(of: interface.hardwareAddress)
            guard cutilityvm_set_address(name, interface.address, Int32(clamping: interface.prefixLength)) == 0 else {
                throw AgentError(.last("set address \(interface.address)/\(interface.prefixLength) of", name))
            }
            if let gateway = interface.gateway, cutilityvm_set_gateway(gateway) != 0 {
                throw AgentError(.last("set the gateway", gateway))
            }
        }
    }

    private static func name(of hardwareAddress: String) throws(AgentError) -> String {
        let end = monotonicSeconds() + 5
        repeat {
            for name in (try? Folders.names(in: "/sys/class/net")) ?? [] {
                let address = (try? Files.readText("/sys/class/net/\(name)/address", limit: 256)) ?? ""
                if address.prefix(while: { !$0.isNewline }) == hardwareAddress[...] { return name }
            }
            sleepSeconds(0.002)
        } while monotonicSeconds() < end
        throw AgentError(SystemError(ENODEV, "find the interface", hardwareAddress))
    }
}
