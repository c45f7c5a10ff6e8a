import CmdletKit
import Concurrency
import Interpreter
import Values

extension PowerShellTypes {
    /// System.Management.Automation.PSDataStreams: what a PowerShell instance wrote beside its output.
    static let streamSet: ObjectType = ObjectType(
        "System.Management.Automation.PSDataStreams", base: .object,
        members: [.error, .progress, .verbose, .debug, .warning, .information].map { kind in
            .property(
                (kind as StreamKind).rawValue,
                "System.Management.Automation.PSDataCollection[\((kind as StreamKind).elementType.name)]",
                set: { value, new in
                    guard let list = new.asObject(ListObject.self) else {
                        throw ValueError("A stream is a PSDataCollection.", id: "InvalidOperation")
                    }
                    value.asObject(NativeObject<StreamSet>.self)?.value[kind] = list
                }
            ) { value in value.asObject(NativeObject<StreamSet>.self).map { .object($0.value[kind]) } ?? .null }
        } + [
            .method("ClearStreams", returns: "void") { value, _ in
                value.asObject(NativeObject<StreamSet>.self)?.value.clear()
                return .nothing
            }
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PSDataStreams") { PowerShellTypes.streamSet }
}
