/// `network/network.json`: the virtual switches and who has which address.
package struct NetworkRecord: Sendable, Codable, Hashable {
    /// A virtual switch with the addresses it has given.
    package struct Switch: Sendable, Codable, Hashable {
        /// Found without case.
        package var name: String
        /// What kind of switch it is.
        package var switchType: SwitchType
        /// `a.b.c.d/n`. Another one can be written here while no container has an address of it.
        package var subnet: String
        /// The bridge's device on the host, at most 15 bytes.
        package var bridge: String
        /// Dotted decimal by container id.
        package var leases: [String: String]

        /// The switch as the API shows it.
        package var virtualSwitch: VirtualSwitch {
            VirtualSwitch(
                name: name, switchType: switchType, subnet: subnet, gateway: Subnet(subnet)?.gateway ?? "", bridge: bridge)
        }
    }

    /// Raised when older documents need another reading.
    package var format = 1
    /// In no order.
    package var switches: [Switch]

    func index(of name: String) -> Int? {
        let wanted = name.lowercased()
        return switches.firstIndex { $0.name.lowercased() == wanted }
    }
}
