import CmdletKit
import Interpreter
import Values

/// Read-Host: reads a line from the user.
struct ReadHost: Cmdlet {
    private var prompt: Value = .null
    private var masked: Switch = false
    private var asSecureString: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Read-Host", synopsis: "Asks the user for a line.",
        description: """
            Shows the prompt with a colon, waits for a line from the terminal or from standard input, and writes it as \
            a text. With -MaskInput or -AsSecureString what is typed is not shown. Where input has ended, or with \
            bulkhead -NonInteractive, it is an error.
            """,
        parameters: [
            Parameter(
                \.prompt, position: 0,
                help: "The text to show; a colon and a blank follow it. Nothing is shown without it."),
            Parameter(\.masked, named: "MaskInput", help: "Does not show what is typed; the answer is a text all the same."),
            Parameter(
                \.asSecureString, help: "Does not show what is typed, and gives the answer as a SecureString."),
        ],
        outputs: ["System.String", "System.Security.SecureString"],
        examples: [
            Example("$name = Read-Host -Prompt 'Name'", "Asks for a name.", runs: .never),
            Example("$password = Read-Host 'Password' -AsSecureString", "Asks for a password without showing it.", runs: .never),
        ])

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
