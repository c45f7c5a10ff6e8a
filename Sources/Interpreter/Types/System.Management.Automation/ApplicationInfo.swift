import Values

extension CommandObjectTypes {
    /// The type of programs.
    static let application = ObjectType(
        "System.Management.Automation.ApplicationInfo", base: base,
        members: [
            path,
            text("Extension") { command in
                command.definition.lastIndex(of: ".").map { String(command.definition[$0...]) } ?? ""
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ApplicationInfo") { CommandObjectTypes.application }
}
