import CmdletKit
import Engine
import Values

/// Set-PSDebug.
struct SetPSDebug: Cmdlet {
    private var trace = 0
    private var step: Switch = false
    private var strict: Switch = false
    private var off: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Set-PSDebug", synopsis: "Makes variables that were never set an error in the whole session, or not.", defaultSet: "on",
        parameters: [
            Parameter(
                "Trace", \.trace, sets: ["on"], validate: [.range(min: 0, max: 2)],
                help: "0. Lines are not traced by this shell: other numbers are an error."),
            Parameter("Step", \.step, sets: ["on"], help: "This shell does not stop before lines: an error."),
            Parameter("Strict", \.strict, sets: ["on"], help: "Variables that were never set are an error."),
            Parameter("Off", \.off, sets: ["off"], help: "They are null."),
        ],
        examples: [
            Example(
                "Set-PSDebug -Strict; try { $nothing } catch { 'never set' }; Set-PSDebug -Off", "A variable that was never set.",
                output: "never set")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if trace > 0 || step.isOn {
            throw ValueError(
                "This shell does not trace or step through lines. Use Write-Debug, or Get-PSCallStack to see where a script is.",
                id: "NotSupported", exception: "System.NotSupportedException", category: "NotImplemented")
        }
        let engine = try runtime.service(Engine.self)
        if strict.isOn { StrictMode.set(1, in: engine.global) } else if off.isOn { StrictMode.set(0, in: engine.global) }
    }
}
