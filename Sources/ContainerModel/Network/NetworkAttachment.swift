/// A container's place on a virtual switch.
package struct NetworkAttachment: Sendable, Codable, Hashable {
    /// The host's end: a veth's, or a tap device for a utility VM (persistent, already up and on the bridge).
    package var device: String
    /// `02:…`, lower case.
    package var macAddress: String
    /// Dotted decimal.
    package var address: String
    /// 0 to 32.
    package var prefixLength: Int
    /// The host's address on the switch, dotted decimal.
    package var gateway: String
    /// The network namespace (a path under /run/netns or /proc) that holds the interface; nil for a tap, and for a veth before the start.
    package var namespace: String?

    /// A container's place, as `HostNetwork` makes it.
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
