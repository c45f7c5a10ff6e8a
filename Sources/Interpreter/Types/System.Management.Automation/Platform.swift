import Values

/// System.Management.Automation.Platform: static properties such as IsLinux. On the simulated host IsWindows is true.
enum PlatformType {
    static func make(isWindows: Bool) -> ObjectType {
        let facts = [
            ("IsLinux", !isWindows), ("IsMacOS", false), ("IsWindows", isWindows), ("IsCoreCLR", true), ("IsNanoServer", false),
            ("IsIoT", false), ("IsWindowsDesktop", false), ("IsStaSupported", false),
        ]
        return ObjectType(
            "System.Management.Automation.Platform", base: .object,
            statics: facts.map { name, value in .constant(name, "bool") { .bool(value) } })
    }
}

@section("bulkhead_session_types") @used private let registration: SessionTypeRegistrar = {
    $0.addOfSession("System.Management.Automation.Platform") { session in PlatformType.make(isWindows: session.paths.drives != nil)
    }
}
