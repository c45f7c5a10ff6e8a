import Values

extension CommandObjectTypes {
    /// The type of script files.
    static let externalScript = ObjectType(
        "System.Management.Automation.ExternalScriptInfo", base: base,
        members: [path, block, text("ScriptContents") { $0.block?.stringForm ?? "" }])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ExternalScriptInfo") { CommandObjectTypes.externalScript }
}
