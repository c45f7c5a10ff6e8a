import Concurrency
import Values

extension SemaphoreObject {
    /// System.Threading.Semaphore: a number of places that those who wait take.
    static let plain: ObjectType = ObjectType(
        "System.Threading.Semaphore", base: WaitHandleObject.objectType,
        members: [waiting("WaitOne", "object timeout?", "bool exitContext?"), release],
        construct: { make($0, plain) })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Threading.Semaphore") { SemaphoreObject.plain }
}
