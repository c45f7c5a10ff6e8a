import CmdletKit
import Concurrency
import Interpreter
import LinuxSystem
import Values

/// System.Threading.Monitor: locks that belong to objects; a runspace holds one at a time.
enum MonitorType {
    private static func enter(_ target: Value, _ limit: Value) throws -> Value {
        guard let object = target.reference else {
            throw ValueError(
                "Value cannot be null.", id: "ArgumentNullException", exception: "System.ArgumentNullException",
                category: "NotSpecified")
        }
        let engine = try Engine.caller()
        let came = try WaitHandleObject.wait(limit) { engine.family.holding(object).isFree(for: engine) }
        if Conversion.bool(came) { engine.family.changeHolding(object) { $0.take(engine) } }
        return came
    }

    static let type = ObjectType(
        "System.Threading.Monitor", base: .object,
        statics: [
            .function("Enter", "object obj", "object lockTaken?", returns: "void") { arguments in
                _ = try enter(arguments[0], .null)
                try (arguments[1].reference as? any ReferenceObjectValue)?.store(.bool(true))
                return .nothing
            },
            .function("TryEnter", "object obj", "object timeout?", returns: "bool") { arguments in
                try enter(arguments[0], arguments.count > 1 ? arguments[1] : .int(0))
            },
            .function("Exit", "object obj", returns: "void") { arguments in
                let engine = try Engine.caller()
                guard let object = arguments[0].reference, engine.family.holding(object).isHeld(by: engine) else {
                    throw ValueError(
                        "Object synchronization method was called from an unsynchronized block of code.",
                        id: "SynchronizationLockException", exception: "System.Threading.SynchronizationLockException",
                        category: "NotSpecified")
                }
                engine.family.changeHolding(object) { $0.give() }
                engine.announce()
                return .nothing
            },
            .function("IsEntered", "object obj", returns: "bool") { arguments in
                let engine = try Engine.caller()
                return .bool(arguments[0].reference.map { engine.family.holding($0).isHeld(by: engine) } ?? false)
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Threading.Monitor") { MonitorType.type }
}
