import LinuxSystem

/// The virtual switches of a state root, and the addresses that containers have on them. An address belongs to a container from its
/// making to its removal.
package struct SwitchStore: Sendable {
    let root: StateRoot
    let ip: IPTool

    /// The switches of a state root.
    /// - Parameter namespace: the path of the network namespace that their bridges are in; nil is this process's own.
    package init(_ root: StateRoot, namespace: String? = nil) {
        self.root = root
        ip = IPTool(namespace: namespace)
    }

    private var document: String { root.network + "/network.json" }

    /// All switches, sorted by name. The two standard switches exist before there is a document: it is written when the first container
    /// gets an address.
    /// - Throws: `StateDamaged` if the document cannot be read.
    package func switches() throws(ContainerError) -> [VirtualSwitch] {
        let record = try Document.load(NetworkRecord.self, from: document)
        // The subnets of both switches are chosen when the first container gets an address.
        let unused = standard(avoiding: []).map { VirtualSwitch(name: $0.name, switchType: $0.switchType, bridge: $0.bridge) }
        let all = record?.switches.map(\.virtualSwitch) ?? unused
        return all.sorted { $0.name.lowercased() < $1.name.lowercased() }
    }

    /// The switch with this name, compared without regard to case.
    /// - Throws: `SwitchNotFound`, which lists all switches; `StateDamaged` if the document cannot be read.
    package func find(_ name: String) throws(ContainerError) -> VirtualSwitch {
        let all = try switches()
        guard let found = all.first(where: { $0.name.lowercased() == name.lowercased() }) else { throw .switchNotFound(name, all) }
        return found
    }

    /// Gives a container an address on a switch; a container that already has one there keeps it.
    /// - Parameter existing: the ids of all containers; addresses of other containers become free.
    /// - Throws: `SwitchNotFound`; `NetworkFull` if the subnet has no free address; `NetworkDamaged` if the switch's subnet is invalid;
    ///   `StateDamaged`, `StateUnavailable` or `NotPrivileged` if the document cannot be read or written; `ToolNotFound` or `ToolFailed` of
    ///   iproute2's `ip`.
    package func lease(_ id: ContainerID, on name: String, existing: Set<ContainerID>) throws(ContainerError) -> Lease {
        try locked { () throws(ContainerError) in
            var record = try load()
            guard let index = record.index(of: name) else { throw .switchNotFound(name, record.switches.map(\.virtualSwitch)) }
            guard let subnet = Subnet(record.switches[index].subnet) else {
                throw ContainerError(
                    "NetworkDamaged", "The subnet '\(record.switches[index].subnet)' of the switch '\(name)' is none.",
                    remedy: "Correct it in '\(document)': a.b.c.d/n.")
            }
            // Drop the leases of containers that no longer exist: a removal that was killed may have kept its lease.
            record.switches[index].leases = record.switches[index].leases.filter { lease in
                ContainerID(lease.key).map { existing.contains($0) || $0 == id } ?? false
            }
            let taken = Set(record.switches[index].leases.values.compactMap { Subnet.address($0) })
            if let text = record.switches[index].leases[id.text], let address = Subnet.address(text), subnet.contains(address) {
                return Lease(virtualSwitch: record.switches[index].virtualSwitch, address: address, subnet: subnet)
            }
            guard let address = subnet.hosts.first(where: { !taken.contains($0) }) else {
                throw ContainerError(
                    "NetworkFull", "The switch '\(name)' has no free address in \(subnet).",
                    remedy: "Remove containers that are attached to it.")
            }
            record.switches[index].leases[id.text] = Subnet.text(address)
            try Document.save(record, to: document)
            return Lease(virtualSwitch: record.switches[index].virtualSwitch, address: address, subnet: subnet)
        }
    }

    /// The address that a container has on a switch, dotted decimal; nil where it has none.
    /// - Throws: `StateDamaged` if the document cannot be read.
    package func address(of id: ContainerID, on name: String) throws(ContainerError) -> String? {
        guard let record = try Document.load(NetworkRecord.self, from: document), let index = record.index(of: name) else {
            return nil
        }
        return record.switches[index].leases[id.text]
    }

    /// Frees the addresses of a container that is being removed.
    /// - Throws: `StateDamaged`, `StateUnavailable` or `NotPrivileged` if the document cannot be read or written.
    package func release(_ id: ContainerID) throws(ContainerError) {
        guard Files.exists(document) else { return }
        try locked { () throws(ContainerError) in
            guard var record = try Document.load(NetworkRecord.self, from: document) else { return }
            guard record.switches.contains(where: { $0.leases[id.text] != nil }) else { return }
            for index in record.switches.indices { record.switches[index].leases[id.text] = nil }
            try Document.save(record, to: document)
        }
    }

    /// Calls `body` under the lock that guards bridges and addresses.
    func locked<T>(_ body: () throws(ContainerError) -> T) throws(ContainerError) -> T {
        let lock = try ContainerError.wrap("The network cannot be locked.") { () throws(SystemError) in
            try FileLock.lock(root.network + "/lock", timeout: 60)
        }
        defer { lock.unlock() }
        return try body()
    }

    private func load() throws(ContainerError) -> NetworkRecord {
        if let record = try Document.load(NetworkRecord.self, from: document) { return record }
        return NetworkRecord(switches: standard(avoiding: try ip.routes()))
    }

    /// The two switches of a new state root. Their subnets come from 172.16.0.0/12 at a place that the root's path decides, so that two
    /// roots on one machine seldom meet, and are moved on past the routes that the machine has.
    private func standard(avoiding routes: [Subnet]) -> [NetworkRecord.Switch] {
        let hash = StateRoot.hash(root.path)
        let tag = StateRoot.hexadecimal(hash, digits: 8)
        var used = routes
        var next = UInt32(truncatingIfNeeded: hash) % 4096
        return [("NAT", SwitchType.nat, "n"), ("Virtual Switch", .internal, "i")].map { name, type, letter in
            var subnet = Subnet(base: 0xac10_0000 &+ next << 8, prefixLength: 24)
            for _ in 0..<4096 where used.contains(where: { $0.overlaps(subnet) }) {
                next = (next + 1) % 4096
                subnet = Subnet(base: 0xac10_0000 &+ next << 8, prefixLength: 24)
            }
            used.append(subnet)
            return NetworkRecord.Switch(
                name: name, switchType: type, subnet: subnet.description, bridge: "bh\(tag)\(letter)", leases: [:])
        }
    }
}
