import Interpreter
import Values

/// System.Management.Automation.Internal.Host.InternalHost: what `$Host` is.
public enum HostObject {
    /// The `$Host` of an engine.
    public static func make(_ engine: Engine) -> Value {
        .object(
            CustomObject(
                [
                    ("Name", .string("ConsoleHost")), ("Version", Version("7.6.0")?.boxed ?? .null),
                    // A string, because making the type of Guid would slow every start.
                    ("InstanceId", .string("00000000-0000-0000-0000-000000000000")),
                    ("UI", .object(HostUserInterface(engine.host))), ("CurrentCulture", Culture.invariant.boxed),
                    ("CurrentUICulture", Culture("en-US")?.boxed ?? .null), ("PrivateData", .object(CustomObject())),
                    ("DebuggerEnabled", .bool(false)), ("IsRunspacePushed", .bool(false)),
                    ("Runspace", engine.runspaces.first.map { .object($0) } ?? .null),
                ],
                type: type))
    }

    /// The type. PowerShell keeps it to itself; scripts name System.Management.Automation.Host.PSHost.
    static let type = ObjectType("System.Management.Automation.Internal.Host.InternalHost", base: HostBaseTypes.host)
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(internal: "System.Management.Automation.Internal.Host.InternalHost") { HostObject.type }
}
