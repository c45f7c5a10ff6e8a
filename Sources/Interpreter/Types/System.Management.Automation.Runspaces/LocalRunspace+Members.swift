import CmdletKit
import Values

/// The types of runspaces, and of the records of their streams.
package enum RunspaceTypes {
    static func own(_ value: Value) throws -> Runspace {
        guard let runspace = value.asObject(Runspace.self) else {
            throw ValueError("This is no runspace.", id: "InvalidOperation")
        }
        return runspace
    }

    static func act(_ name: String, _ body: @escaping @Sendable (Runspace) throws -> Void) -> Member {
        .method(name, returns: "void") { value, _ in
            try body(try own(value))
            return .nothing
        }
    }

    /// The value of an enumeration by its name.
    package static func named(_ name: String, _ type: ObjectType) -> Value {
        .object(EnumObject(type, rawValue: type.enumeration?.rawValue(of: name) ?? 0))
    }

    static let runspace = ObjectType(
        "System.Management.Automation.Runspaces.LocalRunspace",
        base: base,
        members: [
            .property("Id", "int") { Value.integer(try own($0).id) },
            .property("Name", "string", set: { try own($0).name = $1.displayText }) { .string(try own($0).name) },
            .property("InstanceId", "guid") { try own($0).instanceID },
            .property("ComputerName", "string") { _ in .string("localhost") },
            .property("RunspaceStateInfo", "System.Management.Automation.Runspaces.RunspaceStateInfo") { value in
                .object(
                    CustomObject(
                        [("State", named(try own(value).state.rawValue, state)), ("Reason", .null)],
                        type: stateInfo))
            },
            .property("RunspaceAvailability", "System.Management.Automation.Runspaces.RunspaceAvailability") { value in
                let runspace = try own(value)
                return named(runspace.state != .opened ? "None" : runspace.isBusy ? "Busy" : "Available", availability)
            },
            .property("RunspaceIsRemote", "bool") { _ in .bool(false) },
            .property("ConnectionInfo", "object") { _ in .null },
            .property("SessionStateProxy", "System.Management.Automation.Runspaces.SessionStateProxy") {
                .object(SessionStateProxy(try own($0)))
            },
            .property("ThreadOptions", "System.Management.Automation.Runspaces.PSThreadOptions", set: { _, _ in }) { _ in
                .object(EnumObject(ThreadOptions.type, rawValue: 0))
            },
            .property("ApartmentState", "System.Threading.ApartmentState", set: { _, _ in }) { _ in
                .object(EnumObject(ApartmentState.type, rawValue: 2))
            },
            act("Open") { try $0.open() }, act("OpenAsync") { try $0.open() }, act("Close") { $0.close() },
            act("CloseAsync") { $0.close() }, act("Dispose") { $0.close() }, act("ResetRunspaceState") { $0.resetVariables() },
        ])
}
