import CmdletKit
import Values

/// Write-Debug.
struct WriteDebug: Cmdlet {
    var message = ""

    static let declaration = CmdletDeclaration<WriteDebug>(
        "Write-Debug", synopsis: "Writes a text for those who look for a fault.",
        description: """
            Sends the text to the debug stream (5). It is shown with DEBUG: before it where -Debug is given, to this \
            command or to the function or script around it, or where $DebugPreference says Continue; else it is \
            dropped.
            """,
        parameters: [
            .message(\.message)
        ],
        examples: [
            Example("Write-Debug 'x is 5' -Debug", "Shows a text.", output: "DEBUG: x is 5"),
            Example(
                "$DebugPreference = 'Continue'; (Write-Debug 'x is 5' 5>&1).Message",
                "Catches texts of the debug stream.",
                output: "x is 5"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws { try runtime.writeDebug(message) }
}
