import CmdletKit
import Values

/// `$ExecutionContext.InvokeProvider`: operations on items, which the cmdlets such as Get-Item perform.
final class ProviderIntrinsics: EngineObject {
    override var type: ObjectType { Self.objectType }

    /// One of the properties, such as Item; they differ in their methods only.
    private final class Part: EngineObject {
        private let partType: ObjectType
        init(_ engine: Engine, _ type: ObjectType) {
            partType = type
            super.init(engine)
        }
        override var type: ObjectType { partType }
    }

    static func part(_ name: String, _ type: ObjectType) -> Member {
        .property(name, type.name) { .object(Part(try engine($0), type)) }
    }

    static let objectType = ObjectType(
        "System.Management.Automation.ProviderIntrinsics", base: .object,
        members: [
            part("Item", items), part("ChildItem", children),
        ])

    /// Calls a cmdlet by its name, past functions and aliases of that name.
    static func call(_ name: String, _ value: Value, _ arguments: [(String, Value)]) throws -> Value {
        let engine = try engine(value)
        return .array(try engine.callCmdlet(name, arguments))
    }

    static func flags(_ force: Value, _ literal: Value, _ path: Value) -> [(String, Value)] {
        [(Conversion.bool(literal) ? "LiteralPath" : "Path", path), ("Force", .bool(Conversion.bool(force)))]
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.ProviderIntrinsics") { ProviderIntrinsics.objectType }
}
