import CmdletKit
import SourceText
import Syntax
import Values

/// System.Management.Automation.SessionStateInternal: a session state as scripts reach it by reflection, to rebind script blocks to
/// it.
final class SessionStateInternal: Object, EquatableObject {
    let state: SessionState
    /// The scope of a closure; PowerShell gives a closure a session state of its own (a dynamic module).
    let closure: Scope?

    init(_ state: SessionState, closure: Scope? = nil) {
        self.state = state
        self.closure = closure
        super.init()
    }

    override var type: ObjectType { Self.objectType }

    func equals(_ other: Value) -> Bool? {
        guard let other = other.asObject(SessionStateInternal.self) else { return false }
        return state === other.state && closure === other.closure
    }

    static let objectType = ObjectType(
        "System.Management.Automation.SessionStateInternal", base: .object,
        internals: [
            .property("Module", "psmoduleinfo") { value in
                guard let internals = value.asObject(SessionStateInternal.self) else { return .null }
                if internals.closure != nil {
                    return .object(ModuleInfo(name: "__DynamicModule_" + ModuleInfo.noGuid, session: nil))
                }
                return internals.state.module.map { .object($0) } ?? .null
            }
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.SessionStateInternal") { SessionStateInternal.objectType }
}
