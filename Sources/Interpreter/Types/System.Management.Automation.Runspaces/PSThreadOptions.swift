import Values

/// System.Management.Automation.Runspaces.PSThreadOptions: the thread that a runspace's code runs on.
package enum ThreadOptions {
    /// The enumeration.
    package static let type = ObjectType.enumeration(
        "System.Management.Automation.Runspaces.PSThreadOptions",
        Enumeration(["Default", "UseNewThread", "ReuseThread", "UseCurrentThread"]))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.PSThreadOptions") { ThreadOptions.type }
}
