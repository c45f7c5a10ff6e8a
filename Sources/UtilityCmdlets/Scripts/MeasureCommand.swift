import CmdletKit
import Glibc
import Interpreter
import Values

/// Measure-Command.
struct MeasureCommand: Cmdlet {
    private var expression: ScriptBlock?
    private var inputObject: Value = .unset
    private var elapsed = 0.0

    static let declaration = CmdletDeclaration<Self>(
        "Measure-Command", synopsis: "Measures how long a script block runs.",
        parameters: [
            Parameter("Expression", \.expression, position: 0, mandatory: true, help: "What to run; its output is dropped."),
            Parameter("InputObject", \.inputObject, pipeline: .byValue, help: "Objects for $_."),
        ],
        outputs: ["System.TimeSpan"],
        examples: [Example("(Measure-Command { 1 + 1 }).TotalSeconds -lt 10", "A short one.", output: "True")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let frame = try runtime.service(Frame.self)
        guard let expression else { return }
        let start = Self.now
        let block = try InlineBlock(expression, in: frame, output: NullSink())
        _ = try block.run(inputObject.orNull)
        elapsed += Self.now - start
    }

    mutating func end(_ runtime: any CmdletRuntime) throws { try runtime.write(TimeSpan(seconds: elapsed).boxed) }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
