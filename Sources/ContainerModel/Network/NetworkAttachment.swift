/// A container's place on a virtual switch.
package struct NetworkAttachment: Sendable, Codable, Hashable {
    /// The host's end: a veth's, or a tap device for a utility VM (persistent, already up and on the bridge).
    package var device: String
    /// `02:…`, lower case.
    package var macAddress: String
    /// Dotted decimal.
    package var address: String
    package var prefixLength: Int
    package var gateway: String
    /// The network namespace (a path under /run/netns or /proc) that holds the interface; nil for a tap, and for a veth before the start.
    package var namespace: String?

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
