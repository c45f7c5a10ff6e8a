/// `network/network.json`: the virtual switches and who has which address.
package struct NetworkRecord: Sendable, Codable, Hashable {
    package struct Switch: Sendable, Codable, Hashable {
        package var name: String
        package var switchType: SwitchType
        /// `a.b.c.d/n`. Another one can be written here while no container has an address of it.
        package var subnet: String
        package var bridge: String
        /// Dotted decimal by container id.
        package var leases: [String: String]

        package var virtualSwitch: VirtualSwitch {
            VirtualSwitch(
                name: name, switchType: switchType, subnet: subnet, gateway: Subnet(subnet)?.gateway ?? "", bridge: bridge)
        }
    }

    package var format = 1
    package var switches: [Switch]

    func index(of name: String) -> Int? {
        let wanted = name.lowercased()
        return switches.firstIndex { $0.name.lowercased() == wanted }
    }
}
