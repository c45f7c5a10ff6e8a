import CmdletKit
import Values

/// Write-Debug: text for the debug stream.
struct WriteDebug: Cmdlet {
    var message = ""

    static let declaration = CmdletDeclaration<WriteDebug>(
        "Write-Debug", synopsis: "Writes a debug message to the console.",
        description: "Whether and how it is shown is for $DebugPreference and the common parameters to say.",
        parameters: [
            Parameter(
                "Message", \.message, aliases: ["Msg"], position: 0, mandatory: true, pipeline: .byValue,
                validate: [.allowEmptyString], help: "The text.")
        ],
        examples: [Example("Write-Debug 'a message'", "Sends a text to the debug stream.")])

    mutating func process(_ runtime: any CmdletRuntime) throws { try runtime.writeDebug(message) }
}
