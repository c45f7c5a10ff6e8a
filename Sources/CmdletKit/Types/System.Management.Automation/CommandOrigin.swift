import Values

/// System.Management.Automation.CommandOrigin: whether the runspace or a running command asked for a command.
enum CommandOrigin {
    static let type = ObjectType.enumeration(
        "System.Management.Automation.CommandOrigin", Enumeration(["Runspace", "Internal"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.CommandOrigin") { CommandOrigin.type }
}
