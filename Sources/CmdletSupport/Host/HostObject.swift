import Interpreter
import Values

/// Makes `$Host`, a System.Management.Automation.Internal.Host.InternalHost.
public enum HostObject {
    /// The object for `$Host` of an engine.
    public static func make(_ engine: Engine) -> Value {
        .object(
            CustomObject(
                [
                    ("Name", .string("ConsoleHost")), ("Version", Version("7.6.0")?.boxed ?? .null),
                    // A string, because making the Guid type would cost time at every start.
                    ("InstanceId", .string("00000000-0000-0000-0000-000000000000")),
                    ("UI", .object(HostUserInterface(engine.host))), ("CurrentCulture", Culture.invariant.boxed),
                    ("CurrentUICulture", Culture("en-US")?.boxed ?? .null), ("PrivateData", .object(CustomObject())),
                    ("DebuggerEnabled", .bool(false)), ("IsRunspacePushed", .bool(false)),
                    ("Runspace", engine.runspaces.first.map { .object($0) } ?? .null),
                ],
                typeNames: [
                    "System.Management.Automation.Internal.Host.InternalHost", "System.Management.Automation.Host.PSHost",
                    "System.Object",
                ]))
    }
}

/// System.Management.Automation.Internal.Host.InternalHostUserInterface: `$Host.UI`.
final class HostUserInterface: Object {
    private let host: any EngineHost

    init(_ host: any EngineHost) {
        self.host = host
        super.init()
    }

    override var type: ObjectType { Self.objectType }
    override var stringForm: String? { Self.objectType.name }

    private static func host(_ value: Value) -> (any EngineHost)? { value.asObject(HostUserInterface.self)?.host }

    private static func writing(
        _ name: String, _ parameters: String..., write: @escaping @Sendable (any EngineHost, Arguments) -> Void
    ) -> Overload {
        Overload(parameters, returns: "void") { value, arguments in
            guard let host = host(value) else { return .nothing }
            host.flush()
            write(host, arguments)
            return .nothing
        }
    }

    private static func line(_ name: String, _ label: String) -> Member {
        .method(name, overloads: [writing(name, "string message") { $0.writeLine(label, $1.string(0)) }])
    }

    static let objectType = ObjectType(
        "System.Management.Automation.Internal.Host.InternalHostUserInterface", base: .object,
        members: [
            .property("RawUI", "System.Management.Automation.Internal.Host.InternalHostRawUserInterface") { value in
                rawUI(width: host(value)?.width ?? 120)
            },
            .property("SupportsVirtualTerminal", "bool") { .bool(host($0)?.usesColour ?? false) },
            .method(
                "Write",
                overloads: [
                    writing("Write", "string value") {
                        $0.writeText($1.string(0), newline: false, foreground: nil, background: nil)
                    },
                    writing("Write", "string foregroundColor", "string backgroundColor", "string value") {
                        $0.writeText($1.string(2), newline: false, foreground: $1.string(0), background: $1.string(1))
                    },
                ]),
            .method(
                "WriteLine",
                overloads: [
                    writing("WriteLine") { host, _ in host.writeText("", newline: true, foreground: nil, background: nil) },
                    writing("WriteLine", "string value") {
                        $0.writeText($1.string(0), newline: true, foreground: nil, background: nil)
                    },
                    writing("WriteLine", "string foregroundColor", "string backgroundColor", "string value") {
                        $0.writeText($1.string(2), newline: true, foreground: $1.string(0), background: $1.string(1))
                    },
                ]),
            line("WriteWarningLine", "WARNING"), line("WriteVerboseLine", "VERBOSE"), line("WriteDebugLine", "DEBUG"),
            .method(
                "WriteErrorLine",
                overloads: [
                    writing("WriteErrorLine", "string value") {
                        $0.writeText($1.string(0), newline: true, foreground: "Red", background: nil)
                    }
                ]),
            .method("PromptForChoice", "string caption", "string message", "object[] choices", "int defaultChoice", returns: "int")
            {
                _, arguments in
                guard let engine = Engine.ofThread else { return .null }
                engine.host.flush()
                let choices = try arguments.list(2).compactMap {
                    try Conversion.convert($0, to: ChoiceDescription.objectType).asObject(ChoiceDescription.self)
                }
                return Value.integer(
                    try ChoicePrompt.ask(
                        caption: arguments[0].isNull ? "" : arguments.string(0),
                        message: arguments[1].isNull ? "" : arguments.string(1),
                        choices: choices, preferred: arguments.int(3), engine))
            },
            .method("ReadLine", returns: "string") { value, _ in
                guard let host = host(value) else { return .null }
                host.flush()
                return try Engine.ofThread?.readLine(prompt: "").map { .string($0) } ?? .null
            },
        ])

    private static let rawInterface = ObjectType(
        "System.Management.Automation.Internal.Host.InternalHostRawUserInterface", base: .object,
        members: [
            .method("LengthInBufferCells", "object source", "int offset?", returns: "int") { _, arguments in
                let text = String(arguments.string(0).dropFirst(max(0, arguments.int(1))))
                return Value.integer(BufferCells.count(text, understandsEscapes: Engine.ofThread?.host.usesColour ?? false))
            }
        ])

    private static func rawUI(width: Int) -> Value {
        let size = Value.object(
            CustomObject(
                [("Width", Value.integer(width)), ("Height", .int(50))],
                typeNames: ["System.Management.Automation.Host.Size", "System.Object"]))
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
