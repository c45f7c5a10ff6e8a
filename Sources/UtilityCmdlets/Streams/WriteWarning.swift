import CmdletKit
import Values

/// Write-Warning: text for the warning stream.
struct WriteWarning: Cmdlet {
    var message = ""

    static let declaration = CmdletDeclaration<WriteWarning>(
        "Write-Warning", synopsis: "Writes a warning message.",
        description: "Whether and how it is shown is for $WarningPreference and the common parameters to say.",
        parameters: [
            Parameter(
                "Message", \.message, aliases: ["Msg"], position: 0, mandatory: true, pipeline: .byValue,
                validate: [.allowEmptyString], help: "The text.")
        ],
        examples: [Example("Write-Warning 'a message'", "Sends a text to the warning stream.")])

    mutating func process(_ runtime: any CmdletRuntime) throws { try runtime.writeWarning(message) }
}
