import CmdletKit
import Interpreter
import Values

/// Read-Host.
struct ReadHost: Cmdlet {
    private var prompt: Value = .null
    private var masked: Switch = false
    private var asSecureString: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Read-Host", synopsis: "Asks the user for a line.",
        parameters: [
            Parameter("Prompt", \.prompt, position: 0, help: "What to ask."),
            Parameter("MaskInput", \.masked, help: "Does not show what is typed."),
            Parameter("AsSecureString", \.asSecureString, help: "The same, and the answer is a SecureString."),
        ],
        outputs: ["System.String"], examples: [Example("$name = Read-Host 'Name'", "A question.", runs: .never)])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let question = prompt.isNull ? "" : prompt.displayText + ": "
        guard let line = try engine.readLine(prompt: question, hidesInput: masked.isOn || asSecureString.isOn) else {
            throw ValueError(
                "Read-Host has nobody to ask: input has ended, or the shell runs with -NonInteractive.", id: "InvalidOperation",
                exception: "System.InvalidOperationException")
        }
        try runtime.write(asSecureString.isOn ? .object(SecureStringObject(line)) : .string(line))
    }
}
