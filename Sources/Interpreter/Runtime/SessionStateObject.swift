import CmdletKit
import Values

/// System.Management.Automation.SessionState: `$ExecutionContext.SessionState` and a module's SessionState.
final class SessionStateObject: Object, EquatableObject {
    let state: SessionState
    private let link: EngineLink?

    init(_ state: SessionState, engine: Engine? = nil) {
        self.state = state
        link = engine?.link
        super.init()
    }

    override var type: ObjectType { Self.objectType }

    func equals(_ other: Value) -> Bool? { other.asObject(SessionStateObject.self).map { $0.state === state } ?? false }

    private static func session(_ value: Value) throws -> SessionStateObject {
        guard let session = value.asObject(SessionStateObject.self) else {
            throw ValueError("This is no session state.", id: "InvalidOperation")
        }
        return session
    }

    static let objectType = ObjectType(
        "System.Management.Automation.SessionState", base: .object,
        members: [
            .property("Module", "psmoduleinfo") { try session($0).state.module.map { .object($0) } ?? .null },
            .property("PSVariable", "System.Management.Automation.PSVariableIntrinsics") {
                .object(VariableIntrinsics(try session($0).state))
            },
            .property("Path", "System.Management.Automation.PathIntrinsics") { value in
                try session(value).link?.engine.map { .object(PathIntrinsics($0)) } ?? .null
            },
            .property("Provider", "System.Management.Automation.CmdletProviderManagementIntrinsics") { value in
                try session(value).link?.engine.map { .object(ProviderManagement($0)) } ?? .null
            },
            .property("InvokeCommand", "System.Management.Automation.CommandInvocationIntrinsics") { value in
                try session(value).link?.engine.map { .object(CommandInvocationObject($0)) } ?? .null
            },
            .property("InvokeProvider", "System.Management.Automation.ProviderIntrinsics") { value in
                try session(value).link?.engine.map { .object(ProviderIntrinsics($0)) } ?? .null
            },
            .property(
                "LanguageMode", "System.Management.Automation.PSLanguageMode", set: { _, _ in }
            ) { _ in .string("FullLanguage") },
        ],
        internals: [
            .property("Internal", "System.Management.Automation.SessionStateInternal") {
                .object(SessionStateInternal(try session($0).state))
            }
        ])
}

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

    private static let objectType = ObjectType(
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

/// `$ExecutionContext.SessionState.Path`.
final class PathIntrinsics: EngineObject {
    override var type: ObjectType { Self.objectType }

    private static func path(_ name: String, _ read: @escaping @Sendable (Engine, String) -> Value) -> Member {
        .method(name, "string path", "object provider?", "object drive?", returns: "string") { value, arguments in
            read(try engine(value), arguments.string(0))
        }
    }

    private static let objectType = ObjectType(
        "System.Management.Automation.PathIntrinsics", base: .object,
        members: [
            .property("CurrentLocation", "pathinfo") { .string(try engine($0).fileSystem.location) },
            .property("CurrentFileSystemLocation", "pathinfo") { .string(try engine($0).fileSystem.location) },
            path("GetUnresolvedProviderPathFromPSPath") { engine, path in
                .string(engine.fileSystem.display(engine.fileSystem.hostPath(path)))
            },
            path("GetResolvedProviderPathFromPSPath") { engine, path in
                .array([.string(engine.fileSystem.display(engine.fileSystem.hostPath(path)))])
            },
            path("IsPSAbsolute") { _, path in .bool(path.hasPrefix("/") || path.contains(":")) },
            path("IsProviderQualified") { _, path in .bool(path.contains("::")) },
            .method("Combine", "string parent", "string child", returns: "string") { _, arguments in
                let parent = arguments.string(0)
                return .string((parent.hasSuffix("/") ? parent : parent + "/") + arguments.string(1))
            },
        ])
}
