import CmdletKit
import Concurrency
import Interpreter
import LinuxSystem
import Values

/// System.Threading.Mutex: held by one runspace of this process at a time.
final class MutexObject: Object {
    private var holding = Holding()

    override var type: ObjectType { Self.objectType }

    private static func own(_ value: Value) throws -> MutexObject {
        guard let mutex = value.asObject(MutexObject.self) else { throw ValueError("This is no mutex.", id: "InvalidOperation") }
        return mutex
    }

    static let objectType = ObjectType(
        "System.Threading.Mutex", base: WaitHandleObject.objectType,
        members: [
            .method("WaitOne", "object timeout?", "bool exitContext?", returns: "bool") { value, arguments in
                let (mutex, engine) = (try own(value), try Engine.caller())
                let came = try WaitHandleObject.wait(arguments[0]) { mutex.holding.isFree(for: engine) }
                if Conversion.bool(came) { mutex.holding.take(engine) }
                return came
            },
            .method("ReleaseMutex", returns: "void") { value, _ in
                let (mutex, engine) = (try own(value), try Engine.caller())
                guard mutex.holding.isHeld(by: engine) else {
                    throw ValueError(
                        "Object synchronization method was called from an unsynchronized block of code.",
                        id: "ApplicationException", exception: "System.ApplicationException", category: "NotSpecified")
                }
                mutex.holding.give()
                engine.announce()
                return .nothing
            },
        ],
        construct: { arguments in
            guard arguments.count < 2 || arguments.string(1).isEmpty else {
                throw ValueError(
                    "A mutex with a name, which other processes would see, is not available: leave out '\(arguments.string(1))'.",
                    id: "NotSupported", exception: "System.PlatformNotSupportedException", category: "NotImplemented")
            }
            let mutex = MutexObject()
            if arguments.count > 0, arguments.bool(0) { mutex.holding.take(try Engine.caller()) }
            return .object(mutex)
        })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Threading.Mutex") { MutexObject.objectType }
}
