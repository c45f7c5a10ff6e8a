import Values

extension MemberKind {
    /// System.Management.Automation.PSMemberTypes: the kinds of members, which Get-Member -MemberType takes.
    static let types = ObjectType.enumeration(
        "System.Management.Automation.PSMemberTypes",
        Enumeration(
            [
                ("AliasProperty", 1), ("CodeProperty", 2), ("Property", 4), ("NoteProperty", 8), ("ScriptProperty", 16),
                ("Properties", 31), ("PropertySet", 32), ("Method", 64), ("CodeMethod", 128), ("ScriptMethod", 256),
                ("Methods", 448), ("ParameterizedProperty", 512), ("MemberSet", 1024), ("Event", 2048), ("Dynamic", 4096),
                ("InferredProperty", 8192), ("All", 16383),
            ], isFlags: true))
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSMemberTypes") { MemberKind.types }
}
