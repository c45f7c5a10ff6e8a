import CmdletKit
import Values

/// The types of runspaces, and of the records of their streams.
package enum RunspaceTypes {
    /// The type of a stream's record, such as `WarningRecord`.
    static func record(_ name: String) -> ObjectType { records[name] ?? .object }
    private static let records: [String: ObjectType] = {
        let names = ["WarningRecord", "VerboseRecord", "DebugRecord"]
        return Dictionary(
            uniqueKeysWithValues: names.map { ($0, ObjectType("System.Management.Automation.\($0)", base: .object)) })
    }()

    private static func own(_ value: Value) throws -> Runspace {
        guard let runspace = value.asObject(Runspace.self) else {
            throw ValueError("This is no runspace.", id: "InvalidOperation")
        }
        return runspace
    }

    private static func act(_ name: String, _ body: @escaping @Sendable (Runspace) throws -> Void) -> Member {
        .method(name, returns: "void") { value, _ in
            try body(try own(value))
            return .nothing
        }
    }

    static let state = ObjectType.enumeration(
        "System.Management.Automation.Runspaces.RunspaceState", Enumeration(Runspace.State.allCases.map(\.rawValue)))
    static let availability = ObjectType.enumeration(
        "System.Management.Automation.Runspaces.RunspaceAvailability",
        Enumeration(["None", "Available", "AvailableForNestedCommand", "Busy", "RemoteDebug"]))

    /// The value of an enumeration by its name.
    package static func named(_ name: String, _ type: ObjectType) -> Value {
        .object(EnumObject(type, rawValue: type.enumeration?.rawValue(of: name) ?? 0))
    }

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

    static let runspace = ObjectType(
        "System.Management.Automation.Runspaces.LocalRunspace",
        base: base,
        members: [
            .property("Id", "int") { Value.integer(try own($0).id) },
            .property("Name", "string", set: { try own($0).name = $1.displayText }) { .string(try own($0).name) },
            .property("InstanceId", "guid") { try own($0).instanceID },
            .property("ComputerName", "string") { _ in .string("localhost") },
            .property("Type", "string") { _ in .string("Local") },
            .property("State", "System.Management.Automation.Runspaces.RunspaceState") { named(try own($0).state.rawValue, state) },
            .property("RunspaceStateInfo", "System.Management.Automation.Runspaces.RunspaceStateInfo") { value in
                .object(
                    CustomObject(
                        [("State", named(try own(value).state.rawValue, state)), ("Reason", .null)],
                        typeNames: ["System.Management.Automation.Runspaces.RunspaceStateInfo", "System.Object"]))
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
                .string("UseNewThread")
            },
            .property("ApartmentState", "System.Threading.ApartmentState", set: { _, _ in }) { _ in .string("Unknown") },
            act("Open") { try $0.open() }, act("OpenAsync") { try $0.open() }, act("Close") { $0.close() },
            act("CloseAsync") { $0.close() }, act("Dispose") { $0.close() }, act("ResetRunspaceState") { $0.resetVariables() },
        ])
}

/// `$runspace.SessionStateProxy`: the variables of a runspace, for another one.
final class SessionStateProxy: Object {
    private let runspace: Runspace

    init(_ runspace: Runspace) {
        self.runspace = runspace
        super.init()
    }

    override var type: ObjectType { Self.objectType }

    private static func engine(_ value: Value) throws -> Engine {
        guard let engine = value.asObject(SessionStateProxy.self)?.runspace.engine else {
            throw ValueError("The runspace is closed.", id: "InvalidRunspaceState", category: "InvalidOperation")
        }
        return engine
    }

    private static let objectType = ObjectType(
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
                .string("FullLanguage")
            },
        ])
}
