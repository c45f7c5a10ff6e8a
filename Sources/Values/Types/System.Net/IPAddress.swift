import Glibc

/// System.Net.IPAddress.
public struct IPAddressValue: Sendable, Hashable {
    /// Four or sixteen bytes in network order.
    public var bytes: [UInt8]

    /// Takes four or sixteen bytes in network order.
    public init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads `127.0.0.1` or `::1`; nil for other texts. A zone behind `%` is dropped.
    public init?(_ text: String) {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
            return
        }
        var six = in6_addr()
        guard inet_pton(AF_INET6, String(text.prefix { $0 != "%" }), &six) == 1 else { return nil }
        bytes = withUnsafeBytes(of: &six) { Array($0) }
    }

    /// The address as inet_ntop writes it.
    public var text: String {
        if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(AF_INET6, bytes, &buffer, socklen_t(buffer.count)) != nil else { return "" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension IPAddressValue {
    /// The address as a value of the language.
    public var boxed: Value { IPAddressType.box(self) }
}

enum IPAddressType {
    private static func own(_ value: Value) -> IPAddressValue? { value.asObject(NativeObject<IPAddressValue>.self)?.value }
    static func box(_ address: IPAddressValue) -> Value { .object(NativeObject(address, type: type, text: { $0.text })) }

    private static func parsed(_ text: String) throws -> Value {
        guard let address = IPAddressValue(text) else {
            throw ValueError(
                "An invalid IP address was specified.", id: "FormatException", exception: "System.FormatException",
                category: "NotSpecified")
        }
        return box(address)
    }

    private static func swapped(_ arguments: Arguments) throws -> Value {
        switch arguments[0] {
        case .int(let number): return .int(number.byteSwapped)
        case .fixed(.int16(let number)): return .fixed(.int16(number.byteSwapped))
        default: return .long(try Conversion.integer(arguments[0]).byteSwapped)
        }
    }

    static let type: ObjectType = ObjectType(
        "System.Net.IPAddress", base: .object,
        members: [
            .property("AddressFamily", "System.Net.Sockets.AddressFamily") {
                .object(EnumObject(.addressFamily, rawValue: own($0)?.bytes.count == 4 ? 2 : 23))
            },
            .property("ScopeId", "long") { own($0)?.bytes.count == 4 ? .null : .long(0) },
            .property("IsIPv6Multicast", "bool") { value in
                .bool(own(value).map { $0.bytes.count == 16 && $0.bytes[0] == 0xFF } ?? false)
            },
            .property("IsIPv6LinkLocal", "bool") { value in
                .bool(own(value).map { $0.bytes.count == 16 && $0.bytes[0] == 0xFE && $0.bytes[1] & 0xC0 == 0x80 } ?? false)
            },
            .property("IsIPv6SiteLocal", "bool") { value in
                .bool(own(value).map { $0.bytes.count == 16 && $0.bytes[0] == 0xFE && $0.bytes[1] & 0xC0 == 0xC0 } ?? false)
            },
            .property("IsIPv6Teredo", "bool") { value in
                .bool(own(value)?.bytes.starts(with: [0x20, 0x01, 0, 0]) == true && own(value)?.bytes.count == 16)
            },
            .property("IsIPv6UniqueLocal", "bool") { value in
                .bool(own(value).map { $0.bytes.count == 16 && $0.bytes[0] & 0xFE == 0xFC } ?? false)
            },
            .property("IsIPv4MappedToIPv6", "bool") { value in
                .bool(own(value)?.bytes.starts(with: Array(repeating: 0, count: 10) + [0xFF, 0xFF]) == true)
            },
            .property("Address", "long") { value in
                own(value)?.bytes.count == 4
                    ? .long((own(value)?.bytes ?? []).reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) }) : .null
            },
            .property("IPAddressToString", "string") { .string(own($0)?.text ?? "") },
            .method("GetAddressBytes", returns: "byte[]") { value, _ in ConvertType.array(own(value)?.bytes ?? []) },
        ],
        statics: [
            .constant("Loopback", "ipaddress") { box(IPAddressValue(bytes: [127, 0, 0, 1])) },
            .constant("Any", "ipaddress") { box(IPAddressValue(bytes: [0, 0, 0, 0])) },
            .constant("Broadcast", "ipaddress") { box(IPAddressValue(bytes: [255, 255, 255, 255])) },
            .constant("None", "ipaddress") { box(IPAddressValue(bytes: [255, 255, 255, 255])) },
            .constant("IPv6Loopback", "ipaddress") { box(IPAddressValue(bytes: Array(repeating: 0, count: 15) + [1])) },
            .constant("IPv6Any", "ipaddress") { box(IPAddressValue(bytes: Array(repeating: 0, count: 16))) },
            .function("Parse", "string ipString", returns: "ipaddress") { try parsed($0.string(0)) },
            .function("TryParse", "string ipString", "System.Management.Automation.PSReference address", returns: "bool") {
                arguments in
                let address = IPAddressValue(arguments.string(0))
                try (arguments[1].reference as? any ReferenceObjectValue)?.store(address.map { box($0) } ?? .null)
                return .bool(address != nil)
            },
            .function("IsLoopback", "ipaddress address", returns: "bool") { arguments in
                let bytes = own(arguments[0])?.bytes ?? []
                return .bool(bytes.first == 127 && bytes.count == 4 || bytes == Array(repeating: 0, count: 15) + [1])
            },
            .function("HostToNetworkOrder", "object host", returns: "object") { try swapped($0) },
            .function("NetworkToHostOrder", "object network", returns: "object") { try swapped($0) },
        ],
        construct: { arguments in
            if arguments[0].enumerated != nil {
                let bytes = try ConvertType.bytes(arguments[0])
                guard bytes.count == 4 || bytes.count == 16 else { throw StringMembers.outOfRange("address") }
                return box(IPAddressValue(bytes: bytes))
            }
            let number = UInt32(truncatingIfNeeded: try Conversion.integer(arguments[0]))
            return box(IPAddressValue(bytes: (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32($0 * 8)) }))
        },
        convert: { value in
            guard let text = value.text else {
                let number = UInt32(truncatingIfNeeded: try Conversion.integer(value))
                return box(IPAddressValue(bytes: (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32($0 * 8)) }))
            }
            guard let address = IPAddressValue(text) else {
                throw ValueError.cannotConvert(value, to: "System.Net.IPAddress", reason: "An invalid IP address was specified.")
            }
            return box(address)
        })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Net.IPAddress", "ipaddress") { IPAddressType.type }
}
