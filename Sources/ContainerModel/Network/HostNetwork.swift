import Glibc
import LinuxSystem

/// A container's connection to its switch: a veth pair or a tap device. Used in the supervisor, which is in the host's network namespace.
package struct HostNetwork: Sendable {
    /// The switches of the container's state root.
    package let store: SwitchStore
    /// The container.
    package let id: ContainerID

    /// The connection of one container.
    package init(store: SwitchStore, id: ContainerID) {
        self.store = store
        self.id = id
    }

    /// The name of the host's network device, which depends only on the container's id, so that the device is found again after a crash. At
    /// most 15 bytes (IFNAMSIZ - 1).
    package static func device(_ id: ContainerID) -> String { "bh" + id.digits.prefix(12) }

    /// Connects a shared-kernel container by a veth pair, whose other end is `eth0` in a new network namespace. The returned descriptor
    /// keeps the namespace alive until the container's init has entered it.
    /// - Throws: `ToolNotFound` or `ToolFailed` of iproute2's `ip`; `NetworkFailed` if the namespace cannot be entered; `NotPrivileged` or
    ///   `StateUnavailable` if it cannot be made.
    package func connectNamespace(_ lease: Lease) throws(ContainerError) -> (attachment: NetworkAttachment, namespace: Descriptor) {
        let namespace = try ContainerError.wrap("A network namespace cannot be made.") { () throws(SystemError) in
            try Namespaces.makeNetwork()
        }
        let path = "/proc/\(getpid())/fd/\(namespace.raw)"
        var attachment = attachment(lease)
        let mac = attachment.macAddress
        try connect(lease, ["link add name \(attachment.device) type veth peer name eth0 address \(mac) netns \(path)"])
        let ip = store.ip
        let lines = [
            "link set lo up", "addr add \(attachment.address)/\(attachment.prefixLength) dev eth0", "link set eth0 up",
            "route add default via \(attachment.gateway)",
        ]
        let failure: ContainerError?? = try? Namespaces.inNetwork(namespace) { () throws(SystemError) in
            do throws(ContainerError) {
                try ip.batch(lines, "The container's interface cannot be set up.")
                return nil
            } catch {
                return error
            }
        }
        if let failure {
            if let failure { throw failure }
        } else {
            throw ContainerError("NetworkFailed", "The container's network namespace cannot be entered.")
        }
        attachment.namespace = path
        return (attachment, namespace)
    }

    /// Connects a utility VM by a tap device on the bridge.
    /// - Throws: `ToolNotFound` or `ToolFailed` of iproute2's `ip`; `NotPrivileged` or `StateUnavailable` if the network cannot be locked.
    package func connectTap(_ lease: Lease) throws(ContainerError) -> NetworkAttachment {
        let attachment = attachment(lease)
        try connect(lease, ["tuntap add dev \(attachment.device) mode tap"])
        return attachment
    }

    /// Deletes the container's device, and the switch's bridge if no other device is on it. Safe to call twice, and for a container that
    /// was not connected.
    package func disconnect(from name: String) {
        _ = try? store.locked { () throws(ContainerError) in
            let device = Self.device(id)
            if store.ip.exists(device) { store.ip.attempt(["link", "delete", "dev", device]) }
            guard let bridge = try? store.find(name).bridge, store.ip.exists(bridge) else { return }
            guard let ports = try? store.ip.output(["-o", "link", "show", "master", bridge], ""), ports.allSatisfy(\.isWhitespace)
            else { return }
            store.ip.attempt(["link", "delete", "dev", bridge])
        }
    }

    private func attachment(_ lease: Lease) -> NetworkAttachment {
        NetworkAttachment(
            device: Self.device(id), macAddress: Subnet.macAddress(lease.address), address: Subnet.text(lease.address),
            prefixLength: lease.subnet.prefixLength, gateway: lease.subnet.gateway)
    }

    private func connect(_ lease: Lease, _ make: [String]) throws(ContainerError) {
        let (bridge, device) = (lease.virtualSwitch.bridge, Self.device(id))
        try store.locked { () throws(ContainerError) in
            // A device that is already there is left over from an earlier run whose supervisor was killed.
            if store.ip.exists(device) { store.ip.attempt(["link", "delete", "dev", device]) }
            var lines: [String] = []
            if !store.ip.exists(bridge) {
                lines += [
                    "link add name \(bridge) type bridge",
                    "addr add \(lease.subnet.gateway)/\(lease.subnet.prefixLength) dev \(bridge)", "link set \(bridge) up",
                ]
            }
            lines += make + ["link set \(device) master \(bridge) up"]
            try store.ip.batch(lines, "The container cannot be connected to the switch '\(lease.virtualSwitch.name)'.")
        }
    }
}
