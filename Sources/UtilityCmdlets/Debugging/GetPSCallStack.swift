import CmdletKit
import Interpreter
import SourceText
import Values

/// Get-PSCallStack: writes the frames of the call stack.
struct GetPSCallStack: Cmdlet {
    static let declaration = CmdletDeclaration<Self>(
        "Get-PSCallStack", aliases: ["gcs"],
        synopsis: "Lists the functions and scripts that are running, the innermost first.",
        description: """
            Writes a System.Management.Automation.CallStackFrame for each: its name, file, line and arguments. The \
            last one is the prompt or the script that the shell runs. Takes nothing from the pipeline.
            """,
        outputs: ["System.Management.Automation.CallStackFrame"],
        examples: [
            Example(
                "function Get-Caller { (Get-PSCallStack)[1].FunctionName }; function Test-It { Get-Caller }; Test-It",
                "Who called.", output: "Test-It"),
            Example(
                "function Get-Depth { (Get-PSCallStack).Count }; (Get-Depth) -lt (& { Get-Depth })",
                "A script block is one level more.", output: "True"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let own = try runtime.service(InvocationInfo.self)
        try runtime.writeAll(engine.callStackEntries(at: own.position).map { Self.frame($0) })
    }

    private static func frame(_ entry: CallStackEntry) -> Value {
        let path = entry.position?.file.path
        let leaf = path?.split(separator: "/").last.map(String.init)
        let line = entry.position?.start.line ?? 0
        let isBlock = entry.function == "<ScriptBlock>"
        let location = leaf.map { "\($0): line \(line)" } ?? "<No file>"
        return .object(
            CustomObject(
                [
                    ("Command", .string(isBlock ? leaf ?? entry.function : leafName(entry.function))),
                    ("Location", .string(location)),
                    ("Arguments", .string(arguments(entry.invocation))),
                    ("FunctionName", .string(isBlock || entry.function.hasSuffix(".ps1") ? "<ScriptBlock>" : entry.function)),
                    ("ScriptName", path.map { .string($0) } ?? .null), ("ScriptLineNumber", Value.integer(line)),
                    ("InvocationInfo", entry.invocation.map { .object($0) } ?? .null),
                ], type: type))
    }

    private static func leafName(_ name: String) -> String { name.split(separator: "/").last.map(String.init) ?? name }

    /// The bound parameters, as `{Name=value, Other=value}`.
    private static func arguments(_ invocation: InvocationInfo?) -> String {
        let pairs = invocation?.boundParameters.pairs.map { "\($0.key.displayText)=\($0.value.displayText)" } ?? []
        return "{" + pairs.joined(separator: ", ") + "}"
    }
}
