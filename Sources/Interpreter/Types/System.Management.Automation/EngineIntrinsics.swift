import CmdletKit
import SourceText
import Syntax
import Values

/// `$ExecutionContext` (System.Management.Automation.EngineIntrinsics).
final class ExecutionContextObject: EngineObject {
    override var type: ObjectType { Self.objectType }

    static let objectType = ObjectType(
        "System.Management.Automation.EngineIntrinsics", base: .object,
        members: [
            .property("Host", "System.Management.Automation.Host.PSHost") {
                try engine($0).global.own("Host") ?? .null
            },
            .property("InvokeCommand", "System.Management.Automation.CommandInvocationIntrinsics") {
                .object(CommandInvocationObject(try engine($0)))
            },
            .property("InvokeProvider", "System.Management.Automation.ProviderIntrinsics") {
                .object(ProviderIntrinsics(try engine($0)))
            },
            .property("SessionState", "System.Management.Automation.SessionState") {
                let engine = try engine($0)
                return .object(SessionStateObject(engine.current.session, engine: engine))
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.EngineIntrinsics") { ExecutionContextObject.objectType }
}
