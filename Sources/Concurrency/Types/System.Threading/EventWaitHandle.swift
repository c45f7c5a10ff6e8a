import Values

extension SignalObject {
    /// System.Threading.EventWaitHandle: what the two kinds of signals have in common.
    package static let event = ObjectType(
        "System.Threading.EventWaitHandle", base: WaitHandleObject.objectType,
        members: [setting("Set", true, returns: "bool"), setting("Reset", false, returns: "bool")])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Threading.EventWaitHandle") { SignalObject.event }
}
