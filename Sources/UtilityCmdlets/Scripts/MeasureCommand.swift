import CmdletKit
import Glibc
import Interpreter
import Values

/// Measure-Command: measures how long a script block runs, its output dropped.
struct MeasureCommand: Cmdlet {
    private var expression: ScriptBlock?
    private var inputObject: Value = .unset
    private var elapsed = 0.0

    static let declaration = CmdletDeclaration<Self>(
        "Measure-Command", synopsis: "Measures how long a script block takes.",
        description: """
            Runs the script block in the current scope, drops its output and writes the time that passed as a \
            TimeSpan. With piped input the block runs once for each object, which it finds in $_, and the times are \
            added. What it writes to the host and to the error stream is still shown.
            """,
        parameters: [
            Parameter(\.expression, position: 0, mandatory: true, help: "The script block to run."),
            Parameter(
                \.inputObject, pipeline: .byValue,
                help: "The objects for which the block runs, one at a time, as $_."),
        ],
        outputs: ["System.TimeSpan"],
        examples: [
            Example(
                "(Measure-Command { Start-Sleep -Milliseconds 20 }).TotalMilliseconds -ge 20",
                "Measures a pause.",
                output: "True"),
            Example(
                "$sum = 0; $time = 1..3 | Measure-Command { $sum += $_ }; \"$sum $($time.GetType().Name)\"",
                "Runs a block for each of three objects; variables that it sets stay.",
                output: "6 TimeSpan"),
        ])

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
