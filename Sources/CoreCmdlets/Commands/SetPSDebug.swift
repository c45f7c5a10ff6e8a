import CmdletKit
import Interpreter
import Values

/// Set-PSDebug.
struct SetPSDebug: Cmdlet {
    private var trace = 0
    private var step: Switch = false
    private var strict: Switch = false
    private var off: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Set-PSDebug", synopsis: "Traces and steps through scripts, and makes variables that were never set an error.",
        defaultSet: "on",
        parameters: [
            Parameter(
                "Trace", \.trace, sets: ["on"], validate: [.range(min: 0, max: 2)],
                help: "0: nothing, 1: each line before it runs, 2: assignments and calls of functions as well."),
            Parameter("Step", \.step, sets: ["on"], help: "Asks before each line runs."),
            Parameter("Strict", \.strict, sets: ["on"], help: "Variables that were never set are an error."),
            Parameter("Off", \.off, sets: ["off"], help: "Nothing of all that."),
        ],
        examples: [
            Example(
                "Set-PSDebug -Strict; try { $nothing } catch { 'never set' }; Set-PSDebug -Off", "A variable that was never set.",
                output: "never set")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        if off.isOn || runtime.isBound("Trace") || runtime.isBound("Step") {
            engine.breakpoints.tracing = Tracing(level: step.isOn ? max(1, trace) : trace, steps: step.isOn)
        }
        if strict.isOn { StrictMode.set(1, in: engine.global) } else if off.isOn { StrictMode.set(0, in: engine.global) }
    }
}
