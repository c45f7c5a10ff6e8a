import CmdletKit
import Interpreter
import SourceText
import Values

extension GetPSCallStack {
    /// System.Management.Automation.CallStackFrame: a function or script that is running.
    static let type = ObjectType(
        "System.Management.Automation.CallStackFrame", base: .object,
        members: [
            .method("GetScriptLocation", returns: "string") { value, _ in value.property("Location") ?? .null },
            .method("ToString", returns: "string") { value, _ in
                .string("at \(value.property("FunctionName")?.displayText ?? ""), \(value.property("Location")?.displayText ?? "")")
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.CallStackFrame") { GetPSCallStack.type }
}
