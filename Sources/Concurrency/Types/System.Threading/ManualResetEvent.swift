import Values

extension SignalObject {
    /// System.Threading.ManualResetEvent: a signal that stays until it is taken back.
    package static let manual: ObjectType = ObjectType(
        "System.Threading.ManualResetEvent", base: event,
        members: [waiting("WaitOne", "object timeout?", "bool exitContext?")],
        construct: { .object(SignalObject($0.count > 0 && $0.bool(0), manual)) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Threading.ManualResetEvent") { SignalObject.manual }
}
