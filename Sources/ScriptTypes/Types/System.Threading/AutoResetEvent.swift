import Concurrency
import Values

extension SignalObject {
    /// System.Threading.AutoResetEvent: a signal that the first that waited takes away.
    static let automatic: ObjectType = ObjectType(
        "System.Threading.AutoResetEvent", base: WaitHandleObject.objectType,
        members: [
            waiting("WaitOne", "object timeout?", "bool exitContext?", isAutomatic: true), setting("Set", true, returns: "bool"),
            setting("Reset", false, returns: "bool"),
        ],
        construct: { .object(SignalObject($0.count > 0 && $0.bool(0), automatic)) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Threading.AutoResetEvent") { SignalObject.automatic }
}
