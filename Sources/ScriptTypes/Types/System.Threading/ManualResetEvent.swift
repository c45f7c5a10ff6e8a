import Concurrency
import Values

extension SignalObject {
    /// System.Threading.ManualResetEvent: a signal that stays until it is taken back.
    static let manual: ObjectType = ObjectType(
        "System.Threading.ManualResetEvent", base: WaitHandleObject.objectType,
        members: [
            waiting("WaitOne", "object timeout?", "bool exitContext?"), setting("Set", true, returns: "bool"),
            setting("Reset", false, returns: "bool"),
        ],
        construct: { .object(SignalObject($0.count > 0 && $0.bool(0), manual)) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Threading.ManualResetEvent") { SignalObject.manual }
}
