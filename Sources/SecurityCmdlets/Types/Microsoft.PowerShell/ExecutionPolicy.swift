import CmdletKit
import Values

/// Microsoft.PowerShell.ExecutionPolicy.
enum ExecutionPolicy {
    static let names = ["Unrestricted", "RemoteSigned", "AllSigned", "Restricted", "Bypass", "Undefined"]
    static let type = ObjectType.enumeration(
        "Microsoft.PowerShell.ExecutionPolicy",
        Enumeration([
            ("Unrestricted", 0), ("RemoteSigned", 1), ("AllSigned", 2), ("Restricted", 3), ("Default", 3), ("Bypass", 4),
            ("Undefined", 5),
        ]))
    static var unrestricted: Value { .object(EnumObject(type, rawValue: 0)) }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.PowerShell.ExecutionPolicy") { ExecutionPolicy.type }
}
