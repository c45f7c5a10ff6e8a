import CmdletKit
import Interpreter
import Values

/// Invoke-Expression: parses text and runs it in the current scope.
struct InvokeExpression: Cmdlet {
    private var command = ""

    static let declaration = CmdletDeclaration<Self>(
        "Invoke-Expression", aliases: ["iex"], synopsis: "Runs a text as a script.",
        description: """
            The text is parsed and runs in the current scope: variables that it sets stay. What it writes goes to the \
            pipeline. A text that comes from outside can do anything that the user can; to call a command whose name \
            stands in a variable, the call operator (& $name) is enough.
            """,
        parameters: [
            Parameter(
                \.command, position: 0, mandatory: true, pipeline: .byValue, help: "The text to run; may be piped in.")
        ],
        outputs: ["System.Object"],
        examples: [
            Example("Invoke-Expression '1 + 2'", "Computes what a text says.", output: "3"),
            Example("Invoke-Expression '$x = 5'; $x * 2", "Variables that the text sets stay.", output: "10"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let frame = try runtime.service(Frame.self)
        let output = ClosureSink { try runtime.write($0) }
        do {
            let block = try InlineBlock(ScriptBlock.parse(command), in: frame, output: output)
            // A text is parsed and compiled each time: it counts for several calls.
            _ = try frame.engine.nested(weight: 4) { try block.run(.null) }
        } catch let error as TerminatingError where !error.record.isThrown && !error.isCallDepthOverflow {
            throw Self.invocation(error.record)
        } catch let error as ValueError {
            throw Self.invocation(ErrorRecord.wrapping(error))
        }
    }

    /// An error of the evaluated text, wrapped in a CmdletInvocationException as PowerShell does.
    private static func invocation(_ cause: ErrorRecord) -> TerminatingError {
        if cause.exception.record.isNull { cause.exception.record = .object(cause) }
        let record = ErrorRecord(
            exception: ExceptionObject(
                cause.message, typeName: "System.Management.Automation.CmdletInvocationException", inner: cause.exception),
            id: cause.errorID, category: cause.category, target: cause.target)
        record.commandType = cause.commandType
        record.commandName = cause.commandName
        record.position = cause.position
        record.stackTrace = cause.stackTrace
        record.endsScript = cause.endsScript
        record.details = cause.details
        return TerminatingError(record)
    }
}
