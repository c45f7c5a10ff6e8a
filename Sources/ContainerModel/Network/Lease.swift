/// An address on a switch.
package struct Lease: Sendable, Hashable {
    package var virtualSwitch: VirtualSwitch
    package var address: UInt32
    package var subnet: Subnet
}
