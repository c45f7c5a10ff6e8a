import Containers
import Values

extension HostObjects {
    /// Microsoft.HostCompute.PowerShell.ComputeProcess: a container or utility VM as the host sees it.
    static let computeProcessType = ObjectType(
        "Microsoft.HostCompute.PowerShell.ComputeProcess", base: .object,
        members: [
            property("Id", "string", of: ComputeProcess.self) { .string($0.id) },
            property("Name", "string", of: ComputeProcess.self) { .string($0.name) },
            property("Owner", "string", of: ComputeProcess.self) { .string($0.owner) },
            property("Type", computeTypeType.name, of: ComputeProcess.self) { EnumNames.value(computeTypeType, $0.type.rawValue) },
        ])

    /// The object of a compute process.
    static func computeProcess(_ value: ComputeProcess) -> Value {
        .object(NativeObject(value, type: computeProcessType, text: { $0.id }))
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("Microsoft.HostCompute.PowerShell.ComputeProcess") { HostObjects.computeProcessType }
}
