import Concurrency
import Values

extension SignalObject {
    /// System.Threading.ManualResetEventSlim: a ManualResetEvent within one process.
    static let manualSlim: ObjectType = ObjectType(
        "System.Threading.ManualResetEventSlim", base: .object, interfaces: ["System.IDisposable"],
        members: [
            waiting("Wait", "object timeout?"), setting("Set", true, returns: "void"), setting("Reset", false, returns: "void"),
            isSet, ThreadingTypes.nothing("Dispose"),
        ],
        construct: { .object(SignalObject($0.count > 0 && $0.bool(0), manualSlim)) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Threading.ManualResetEventSlim") { SignalObject.manualSlim }
}
