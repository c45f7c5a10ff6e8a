import CmdletKit
import Values

/// `$runspace.SessionStateProxy`: the variables of a runspace, for another one.
final class SessionStateProxy: Object {
    private let runspace: Runspace

    init(_ runspace: Runspace) {
        self.runspace = runspace
        super.init()
    }

    override var type: ObjectType { Self.objectType }

    static func engine(_ value: Value) throws -> Engine {
        guard let engine = value.asObject(SessionStateProxy.self)?.runspace.engine else {
            throw ValueError("The runspace is closed.", id: "InvalidRunspaceState", category: "InvalidOperation")
        }
        return engine
    }

    static let objectType = ObjectType(
        "System.Management.Automation.Runspaces.SessionStateProxy", base: .object,
        members: [
            .method("SetVariable", "string name", "object value", returns: "void") { value, arguments in
                try engine(value).global.set(arguments.string(0), arguments[1])
                return .nothing
            },
            .method("GetVariable", "string name", returns: "object") { value, arguments in
                try engine(value).global.value(arguments.string(0)) ?? .null
            },
            .property("PSVariable", "System.Management.Automation.PSVariableIntrinsics") {
                .object(VariableIntrinsics(try engine($0).globalState))
            },
            .property("Path", "System.Management.Automation.PathIntrinsics") { .object(PathIntrinsics(try engine($0))) },
            .property("InvokeCommand", "System.Management.Automation.CommandInvocationIntrinsics") {
                .object(CommandInvocationObject(try engine($0)))
            },
            .property("LanguageMode", "System.Management.Automation.PSLanguageMode", set: { _, _ in }) { _ in
                .object(EnumObject(LanguageMode.type, rawValue: 0))
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.SessionStateProxy") { SessionStateProxy.objectType }
}
