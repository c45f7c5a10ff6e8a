import CmdletKit
import Values

/// `$ExecutionContext.InvokeProvider`: operations on items, which the cmdlets such as Get-Item perform.
final class ProviderIntrinsics: EngineObject {
    override var type: ObjectType { Self.objectType }

    /// One of the properties, such as Item; they differ in their methods only.
    private final class Part: EngineObject {
        private let partType: ObjectType
        init(_ engine: Engine, _ type: ObjectType) {
            partType = type
            super.init(engine)
        }
        override var type: ObjectType { partType }
    }

    private static func part(_ name: String, _ type: ObjectType) -> Member {
        .property(name, type.name) { .object(Part(try engine($0), type)) }
    }

    private static let objectType = ObjectType(
        "System.Management.Automation.ProviderIntrinsics", base: .object,
        members: [
            part("Item", items), part("ChildItem", children),
        ])

    /// Calls a cmdlet by its name, past functions and aliases of that name.
    private static func call(_ name: String, _ value: Value, _ arguments: [(String, Value)]) throws -> Value {
        let engine = try engine(value)
        return .array(try engine.callCmdlet(name, arguments))
    }

    private static func flags(_ force: Value, _ literal: Value, _ path: Value) -> [(String, Value)] {
        [(Conversion.bool(literal) ? "LiteralPath" : "Path", path), ("Force", .bool(Conversion.bool(force)))]
    }

    private static let items = ObjectType(
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

    private static let children = ObjectType(
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
