import Interpreter
import Values

extension HostUserInterface {
    /// System.Management.Automation.Internal.Host.InternalHostRawUserInterface: `$Host.UI.RawUI`.
    static let rawInterface = ObjectType(
        "System.Management.Automation.Internal.Host.InternalHostRawUserInterface", base: HostBaseTypes.rawUserInterface,
        members: [
            .method("LengthInBufferCells", "object source", "int offset?", returns: "int") { _, arguments in
                let text = String(arguments.string(0).dropFirst(max(0, arguments.int(1))))
                return Value.integer(BufferCells.count(text, understandsEscapes: Engine.ofThread?.host.usesColour ?? false))
            }
        ])

    static func rawUI(width: Int) -> Value {
        let size = HostStructures.size(width: width, height: 50)
        return .object(
            CustomObject(
                [
                    ("ForegroundColor", .int(-1)), ("BackgroundColor", .int(-1)), ("CursorSize", .int(25)), ("BufferSize", size),
                    ("WindowSize", size),
                    ("MaxWindowSize", size), ("MaxPhysicalWindowSize", size), ("KeyAvailable", .bool(false)),
                    ("WindowTitle", .string("Bulkhead")),
                ], type: rawInterface))
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add(internal: "System.Management.Automation.Internal.Host.InternalHostRawUserInterface") { HostUserInterface.rawInterface }
}
