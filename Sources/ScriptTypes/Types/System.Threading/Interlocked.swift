import CmdletKit
import Concurrency
import Interpreter
import LinuxSystem
import Values

/// System.Threading.Interlocked: of the runspaces only one interprets at a time, so that each method is a single step.
enum InterlockedType {
    private static func reference(_ value: Value) throws -> ReferenceObject {
        guard let reference = value.asObject(ReferenceObject.self) else {
            throw ValueError("A [ref] is wanted here.", id: "NonRefArgumentToRefParameter", category: "InvalidOperation")
        }
        return reference
    }

    private static func adding(_ name: String, _ parameters: String..., amount: @escaping @Sendable (Arguments) -> Value) -> Member
    {
        Member(
            name,
            .method([
                Overload(parameters, returns: "long") { _, arguments in
                    let target = try reference(arguments[0])
                    let sum = try Arithmetic.add(target.value, amount(arguments))
                    try target.store(sum)
                    return sum
                }
            ]))
    }

    static let type = ObjectType(
        "System.Threading.Interlocked", base: .object,
        statics: [
            adding("Increment", "object location") { _ in .int(1) }, adding("Decrement", "object location") { _ in .int(-1) },
            adding("Add", "object location", "object value") { $0[1] },
            .function("Exchange", "object location", "object value", returns: "object") { arguments in
                let target = try reference(arguments[0])
                let before = target.value
                try target.store(arguments[1])
                return before
            },
            .function("CompareExchange", "object location", "object value", "object comparand", returns: "object") { arguments in
                let target = try reference(arguments[0])
                let before = target.value
                if Comparison.equals(before, arguments[2], ignoreCase: false) { try target.store(arguments[1]) }
                return before
            },
            .function("Read", "object location", returns: "long") { try reference($0[0]).value },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Threading.Interlocked") { InterlockedType.type }
}
