import SourceText
import Values

/// System.Management.Automation.InvocationInfo: how and where a command was called (about_Automatic_Variables, $MyInvocation).
public final class InvocationInfo: Object {
    /// The CommandInfo (MyCommand), or a text with the command's name if only that is known.
    public var command: Value
    /// The place of the call in the source; nil if the call came from no source.
    public var position: ErrorPosition?
    /// The name by which the command was called; an alias is not resolved.
    public var invocationName: String
    /// BoundParameters: the arguments by the names of their parameters.
    public var boundParameters: HashtableObject
    /// UnboundArguments: the arguments that bound to no parameter.
    public var unboundArguments: [Value]
    /// ExpectingInput: whether something is piped into the command.
    public var expectsInput = false
    /// The number of commands in the pipeline.
    public var pipelineLength = 1
    /// The command's place in the pipeline, from 1.
    public var pipelinePosition = 1

    /// Makes the information of a call; the parameters are the properties of the same names.
    public init(
        command: Value, invocationName: String, position: ErrorPosition?, boundParameters: HashtableObject = HashtableObject(),
        unboundArguments: [Value] = []
    ) {
        self.command = command
        self.invocationName = invocationName
        self.position = position
        self.boundParameters = boundParameters
        self.unboundArguments = unboundArguments
        super.init()
    }

    /// The InvocationInfo of an error: the place of the error and the command that reported it.
    convenience init(_ record: ErrorRecord) {
        self.init(
            command: record.command.isNull ? .string(record.commandName) : record.command, invocationName: record.commandName,
            position: record.position)
    }

    public override var type: ObjectType { Self.objectType }

    private static func info(_ value: Value) -> InvocationInfo? { value.asObject(InvocationInfo.self) }
    private static func place(_ name: String, _ type: String, _ read: @escaping @Sendable (ErrorPosition?) -> Value) -> Member {
        .property(name, type) { read(info($0)?.position) }
    }

    /// The object type with its members.
    public static let objectType = ObjectType(
        "System.Management.Automation.InvocationInfo", base: .object,
        members: [
            .property("MyCommand", "System.Management.Automation.CommandInfo") { info($0)?.command ?? .null },
            .property("BoundParameters", "System.Collections.Generic.Dictionary[string,System.Object]") {
                info($0).map { .object($0.boundParameters) } ?? .null
            },
            .property("UnboundArguments", "System.Collections.Generic.List[System.Object]") {
                .object(ListObject(info($0)?.unboundArguments ?? []))
            },
            place("ScriptLineNumber", "int") { Value.integer($0?.start.line ?? 0) },
            place("OffsetInLine", "int") { Value.integer($0?.start.column ?? 0) },
            .property("HistoryId", "long") { _ in .long(-1) },
            place("ScriptName", "string") { .string($0?.file.path ?? "") },
            place("Line", "string") { .string($0?.line ?? "") },
            place("Statement", "string") { position in .string(position.map { $0.file.text(of: $0.span) } ?? "") },
            place("PositionMessage", "string") { .string($0?.message ?? "") },
            place("PSScriptRoot", "string") { position in
                .string(position?.file.path.map { String($0[..<($0.lastIndex(of: "/") ?? $0.startIndex)]) } ?? "")
            },
            place("PSCommandPath", "string") { .string($0?.file.path ?? "") },
            .property("InvocationName", "string") { .string(info($0)?.invocationName ?? "") },
            .property("PipelineLength", "int") { Value.integer(info($0)?.pipelineLength ?? 0) },
            .property("PipelinePosition", "int") { Value.integer(info($0)?.pipelinePosition ?? 0) },
            .property("ExpectingInput", "bool") { .bool(info($0)?.expectsInput ?? false) },
            .property("CommandOrigin", "System.Management.Automation.CommandOrigin") { _ in
                .object(EnumObject(CommandOrigin.type, rawValue: 1))
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.InvocationInfo") { InvocationInfo.objectType }
}
