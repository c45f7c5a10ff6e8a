/// An IPv4 network: `172.20.3.0/24`.
package struct Subnet: Sendable, Hashable, CustomStringConvertible {
    /// The network's address, in host byte order with host bits zero.
    package let base: UInt32
    /// The prefix length, 0 to 32.
    package let prefixLength: Int

    /// The network of an address.
    /// - Parameters:
    ///   - base: host byte order; host bits are cleared.
    ///   - prefixLength: brought into 0 to 32.
    package init(base: UInt32, prefixLength: Int) {
        self.prefixLength = max(0, min(32, prefixLength))
        self.base = base & Self.mask(self.prefixLength)
    }

    /// Parses `a.b.c.d/n`; `a.b.c.d` alone is a /32.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2, let address = Self.address(first) else { return nil }
        guard let length = parts.count == 2 ? Int(parts[1]) : 32, (0...32).contains(length) else { return nil }
        self.init(base: address, prefixLength: length)
    }

    /// The network in CIDR notation: `172.20.3.0/24`.
    package var description: String { "\(Self.text(base))/\(prefixLength)" }
    /// The gateway's address, dotted decimal: the network's first address, which belongs to the host.
    package var gateway: String { Self.text(base &+ 1) }
    /// The addresses that containers can have: all but the network's, the gateway's and the broadcast one.
    package var hosts: Range<UInt32> {
        let last = base | ~Self.mask(prefixLength)
        return last > base &+ 2 ? base &+ 2..<last : base..<base
    }

    /// True for an address (host byte order) of the network.
    package func contains(_ address: UInt32) -> Bool { address & Self.mask(prefixLength) == base }

    /// True where the two networks have an address in common.
    package func overlaps(_ other: Subnet) -> Bool {
        let shorter = Self.mask(min(prefixLength, other.prefixLength))
        return base & shorter == other.base & shorter
    }

    /// An address (host byte order) as dotted decimal.
    package static func text(_ address: UInt32) -> String {
        [24, 16, 8, 0].map { String(address >> $0 & 255) }.joined(separator: ".")
    }

    /// Parses a dotted decimal address into host byte order; nil where the text is none.
    package static func address(_ text: some StringProtocol) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var result: UInt32 = 0
        for part in parts {
            guard let number = UInt8(part) else { return nil }
            result = result << 8 | UInt32(number)
        }
        return result
    }

    /// The hardware address for an IPv4 address, always the same for the same one: locally administered, as Docker's are.
    package static func macAddress(_ address: UInt32) -> String {
        "02:42:" + [24, 16, 8, 0].map { StateRoot.hexadecimal(UInt64(address >> $0 & 255), digits: 2) }.joined(separator: ":")
    }

    private static func mask(_ length: Int) -> UInt32 { length == 0 ? 0 : ~0 << UInt32(32 - length) }
}
