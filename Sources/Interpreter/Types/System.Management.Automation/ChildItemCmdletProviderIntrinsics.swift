import CmdletKit
import Values

extension ProviderIntrinsics {
    /// System.Management.Automation.ChildItemCmdletProviderIntrinsics: `$ExecutionContext.InvokeProvider.ChildItem`.
    static let children = ObjectType(
        "System.Management.Automation.ChildItemCmdletProviderIntrinsics", base: .object,
        members: [
            .method("Get", "object path", "object recurse?", "object force?", "object literalPath?", returns: "object") {
                value, arguments in
                try call(
                    "Get-ChildItem", value,
                    flags(arguments[2], arguments[3], arguments[0]) + [("Recurse", .bool(arguments.bool(1)))])
            },
            .method("HasChild", "string path", returns: "bool") { value, arguments in
                .bool(!(try engine(value).callCmdlet("Get-ChildItem", [("Path", arguments[0])])).isEmpty)
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ChildItemCmdletProviderIntrinsics") { ProviderIntrinsics.children }
}
