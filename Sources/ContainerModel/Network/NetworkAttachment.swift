/// A container's connection to a virtual switch.
package struct NetworkAttachment: Sendable, Codable, Hashable {
    /// The host's device: one end of a veth pair, or a tap device for a utility VM (persistent, already up and on the bridge).
    package var device: String
    /// The container's hardware address, in lower case: `02:…`.
    package var macAddress: String
    /// The container's address, dotted decimal.
    package var address: String
    /// The prefix length of the switch's subnet, 0 to 32.
    package var prefixLength: Int
    /// The host's address on the switch, dotted decimal.
    package var gateway: String
    /// The network namespace (a path under /run/netns or /proc) that holds the interface; nil for a tap, and for a veth before the start.
    package var namespace: String?

    /// A connection, as `HostNetwork` makes it.
    package init(
        device: String, macAddress: String, address: String, prefixLength: Int, gateway: String, namespace: String? = nil
    ) {
        self.device = device
        self.macAddress = macAddress
        self.address = address
        self.prefixLength = prefixLength
        self.gateway = gateway
        self.namespace = namespace
    }
}
