import CmdletKit
import Values

extension RunspaceTypes {
    /// The type Runspace with its static members; objects are of its derived type LocalRunspace.
    package static let base = ObjectType(
        "System.Management.Automation.Runspaces.Runspace", base: .object,
        statics: [
            Member(
                "DefaultRunspace",
                .property(
                    type: "runspace",
                    get: { _ in
                        guard let engine = Engine.ofThread else { return .null }
                        return engine.runspaces.first { $0.engine === engine }.map { .object($0) } ?? .null
                    }, set: nil)),
            .constant("CanUseDefaultRunspace", "bool") { .bool(true) },
        ],
        convert: { $0.asObject(Runspace.self).map { .object($0) } })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.Runspaces.Runspace", "runspace") { RunspaceTypes.base }
}
