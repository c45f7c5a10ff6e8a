import Concurrency
import Values

extension SignalObject {
    /// System.Threading.AutoResetEvent: a signal that the first that waited takes away.
    static let automatic: ObjectType = ObjectType(
        "System.Threading.AutoResetEvent", base: event,
        members: [waiting("WaitOne", "object timeout?", "bool exitContext?", isAutomatic: true)],
        construct: { .object(SignalObject($0.count > 0 && $0.bool(0), automatic)) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Threading.AutoResetEvent") { SignalObject.automatic }
}
