/// An address on a switch.
package struct Lease: Sendable, Hashable {
    /// The switch.
    package var virtualSwitch: VirtualSwitch
    /// The container's address, host byte order.
    package var address: UInt32
    /// The network of the switch.
    package var subnet: Subnet
}
