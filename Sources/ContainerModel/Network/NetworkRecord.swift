/// `network/network.json`: the virtual switches, and the addresses that containers have on them.
package struct NetworkRecord: Sendable, Codable, Hashable {
    /// A virtual switch with the addresses it has given.
    package struct Switch: Sendable, Codable, Hashable {
        /// The switch's name, compared without regard to case.
        package var name: String
        /// What kind of switch it is.
        package var switchType: SwitchType
        /// The switch's subnet, `a.b.c.d/n`. A user may edit it while no container has an address in it.
        package var subnet: String
        /// The bridge's device on the host, at most 15 bytes.
        package var bridge: String
        /// The containers' addresses, dotted decimal, by container id.
        package var leases: [String: String]

        /// The switch as the API shows it.
        package var virtualSwitch: VirtualSwitch {
            VirtualSwitch(
                name: name, switchType: switchType, subnet: subnet, gateway: Subnet(subnet)?.gateway ?? "", bridge: bridge)
        }
    }

    /// The document's format version; raised when older documents have to be read differently.
    package var format = 1
    /// The switches, in no particular order.
    package var switches: [Switch]

    func index(of name: String) -> Int? {
        let wanted = name.lowercased()
        return switches.firstIndex { $0.name.lowercased() == wanted }
    }
}
