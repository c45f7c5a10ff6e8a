import CmdletKit
import Values

/// `$ExecutionContext.SessionState.PSVariable`.
final class VariableIntrinsics: Object {
    private let state: SessionState

    init(_ state: SessionState) {
        self.state = state
        super.init()
    }

    override var type: ObjectType { Self.objectType }

    private static func scope(_ value: Value) throws -> Scope {
        guard let variables = value.asObject(VariableIntrinsics.self) else {
            throw ValueError("No session.", id: "InvalidOperation")
        }
        return variables.state.current
    }

    static let objectType = ObjectType(
        "System.Management.Automation.PSVariableIntrinsics", base: .object,
        members: [
            .method("Get", "string name", returns: "psvariable") { value, arguments in
                let name = arguments.string(0)
                guard let holder = try scope(value).holder(of: name), let info = holder.info(name) else { return .null }
                return .object(VariableObject(info, in: holder))
            },
            .method("GetValue", "string name", "object defaultValue?", returns: "object") { value, arguments in
                try scope(value).value(arguments.string(0)) ?? arguments[1]
            },
            .method("Set", "object name", "object value?", returns: "void") { value, arguments in
                if let variable = arguments[0].asObject(VariableObject.self) {
                    try scope(value).define(variable.info, force: false)
                    return .nothing
                }
                try scope(value).set(arguments.string(0), arguments[1])
                return .nothing
            },
            .method("Remove", "string name", returns: "void") { value, arguments in
                try scope(value).holder(of: arguments.string(0))?.remove(arguments.string(0))
                return .nothing
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSVariableIntrinsics") { VariableIntrinsics.objectType }
}
