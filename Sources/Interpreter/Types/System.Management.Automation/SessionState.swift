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
            ) { _ in
                .object(EnumObject(LanguageMode.type, rawValue: 0))
            },
        ],
        internals: [
            .property("Internal", "System.Management.Automation.SessionStateInternal") {
                .object(SessionStateInternal(try session($0).state))
            }
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.SessionState") { SessionStateObject.objectType }
}
