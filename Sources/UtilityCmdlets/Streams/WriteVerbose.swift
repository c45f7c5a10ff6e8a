import CmdletKit
import Values

/// Write-Verbose: text for the verbose stream.
struct WriteVerbose: Cmdlet {
    var message = ""

    static let declaration = CmdletDeclaration<WriteVerbose>(
        "Write-Verbose", synopsis: "Writes text to the verbose message stream.",
        description: "Whether and how it is shown is for $VerbosePreference and the common parameters to say.",
        parameters: [
            Parameter(
                "Message", \.message, aliases: ["Msg"], position: 0, mandatory: true, pipeline: .byValue,
                validate: [.allowEmptyString], help: "The text.")
        ],
        examples: [Example("Write-Verbose 'a message'", "Sends a text to the verbose stream.")])

    mutating func process(_ runtime: any CmdletRuntime) throws { try runtime.writeVerbose(message) }
}
