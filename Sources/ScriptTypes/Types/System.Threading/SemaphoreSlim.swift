import Concurrency
import Values

extension SemaphoreObject {
    /// System.Threading.SemaphoreSlim: a Semaphore within one process.
    static let slim: ObjectType = ObjectType(
        "System.Threading.SemaphoreSlim", base: .object, interfaces: ["System.IDisposable"],
        members: [waiting("Wait", "object timeout?"), release, currentCount, ThreadingTypes.nothing("Dispose")],
        construct: { make($0, slim) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Threading.SemaphoreSlim") { SemaphoreObject.slim }
}
