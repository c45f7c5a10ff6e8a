import Values

extension MemberKind {
    /// System.Management.Automation.PSScriptMethod: a method that is a script block.
    static let scriptMethodType = ObjectType(
        "System.Management.Automation.PSScriptMethod", base: methodInfo,
        members: [
            overloadDefinitions, memberType, typeName,
            .property("Script", "scriptblock") { value in
                if case .method(let block)? = try own(value).member { .object(block) } else { .null }
            }, value, name, isInstance, invoke,
        ],
        construct: { .object(MemberObject($0.string(0), .method(try ScriptBlock.fromArgument($0[1])))) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSScriptMethod", "psscriptmethod") { MemberKind.scriptMethodType }
}
