import CmdletKit
import Values

extension ProviderIntrinsics {
    /// System.Management.Automation.ItemCmdletProviderIntrinsics: `$ExecutionContext.InvokeProvider.Item`.
    static let items = ObjectType(
        "System.Management.Automation.ItemCmdletProviderIntrinsics", base: .object,
        members: [
            .method("Get", "object path", "object force?", "object literalPath?", returns: "object") { value, arguments in
                try call("Get-Item", value, flags(arguments[1], arguments[2], arguments[0]))
            },
            .method("Exists", "string path", "object force?", "object literalPath?", returns: "bool") { value, arguments in
                let literal = arguments.bool(2)
                let found = try engine(value).callCmdlet("Test-Path", [(literal ? "LiteralPath" : "Path", arguments[0])])
                return .bool(found.first.map { Conversion.bool($0) } ?? false)
            },
            .method("Set", "object path", "object value", "object force?", "object literalPath?", returns: "object") {
                value, arguments in
                try call(
                    "Set-Item", value,
                    flags(arguments[2], arguments[3], arguments[0]) + [("Value", arguments[1]), ("PassThru", .bool(true))])
            },
            .method("Remove", "object path", "object recurse", "object force?", "object literalPath?", returns: "void") {
                value, arguments in
                _ = try call(
                    "Remove-Item", value,
                    flags(arguments[2], arguments[3], arguments[0]) + [("Recurse", .bool(arguments.bool(1)))])
                return .nothing
            },
            .method("New", "object path", "string name", "string itemTypeName", "object content", returns: "object") {
                value, arguments in
                try call(
                    "New-Item", value,
                    [("Path", arguments[0]), ("Name", arguments[1]), ("ItemType", arguments[2]), ("Value", arguments[3])])
            },
            .method("Rename", "string path", "string newName", returns: "object") { value, arguments in
                try call("Rename-Item", value, [("Path", arguments[0]), ("NewName", arguments[1])])
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ItemCmdletProviderIntrinsics") { ProviderIntrinsics.items }
}
