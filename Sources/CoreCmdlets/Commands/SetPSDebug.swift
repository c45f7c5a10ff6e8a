import CmdletKit
import Interpreter
import Values

/// Set-PSDebug: sets the tracing of the engine's breakpoints, and strict mode in the global scope.
struct SetPSDebug: Cmdlet {
    private var trace = 0
    private var step: Switch = false
    private var strict: Switch = false
    private var off: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Set-PSDebug", synopsis: "Traces scripts, steps through them, and makes variables that were never set an error.",
        description: """
            A trace shows each line before it runs, with >>>> where the statement begins; level 2 also assignments \
            and calls of functions. With -Step the shell asks before each line. It holds for the whole session until \
            it is turned off. Takes nothing from the pipeline and writes nothing.
            """,
        defaultSet: "on",
        parameters: [
            Parameter(
                \.trace, sets: ["on"], validate: [.range(min: 0, max: 2)],
                help: "0: nothing, 1: each line before it runs, 2: assignments and calls of functions as well."),
            Parameter(\.step, sets: ["on"], help: "Asks before each line runs; implies -Trace 1."),
            Parameter(
                \.strict, sets: ["on"],
                help: "Makes reading a variable that was never set an error, as Set-StrictMode -Version 1.0 does in the "
                    + "global scope."),
            Parameter(\.off, sets: ["off"], help: "Turns traces, steps and -Strict off."),
        ],
        examples: [
            Example(
                "Set-PSDebug -Strict; try { $nothing } catch { 'never set' }; Set-PSDebug -Off",
                "A variable that was never set.", output: "never set"),
            Example("Set-PSDebug -Trace 1; $sum = 1 + 2; Set-PSDebug -Off", "Each statement before it runs.", runs: .never),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        if off.isOn || runtime.isBound(\Self.trace) || runtime.isBound(\Self.step) {
            engine.breakpoints.tracing = Tracing(level: step.isOn ? max(1, trace) : trace, steps: step.isOn)
        }
        if strict.isOn { StrictMode.set(1, in: engine.global) } else if off.isOn { StrictMode.set(0, in: engine.global) }
    }
}
