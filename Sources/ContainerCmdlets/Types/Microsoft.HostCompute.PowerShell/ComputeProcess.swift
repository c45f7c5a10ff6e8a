import Containers
import Values

/// A running container system as an object of the language.
enum ComputeProcessObject {
    /// `[Microsoft.HostCompute.PowerShell.ComputeProcess]`.
    static let objectType = ObjectType(
        "Microsoft.HostCompute.PowerShell.ComputeProcess", base: .object,
        members: [
            .property("Id", "string", of: ComputeProcess.self, \.id) { .string($0) },
            .property("Name", "string", of: ComputeProcess.self, \.name) { .string($0) },
            .property("Owner", "string", of: ComputeProcess.self, \.owner) { .string($0) },
            .property("Type", ComputeProcessType.objectType.name, of: ComputeProcess.self, \.type) { $0.value },
        ])

    static func make(_ value: ComputeProcess) -> Value { .object(NativeObject(value, type: objectType, text: { $0.id })) }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.HostCompute.PowerShell.ComputeProcess") { ComputeProcessObject.objectType }
}
