import CmdletKit
import Values

/// Write-Information: an object for the information stream.
struct WriteInformation: Cmdlet {
    var messageData: Value = .nothing
    var tags: [String] = []

    static let declaration = CmdletDeclaration<WriteInformation>(
        "Write-Information", synopsis: "Specifies how PowerShell handles information stream data for a command.",
        description: "The object is shown where $InformationPreference or -InformationAction says Continue.",
        parameters: [
            Parameter(
                "MessageData", \.messageData, aliases: ["Msg", "Message"], position: 0, mandatory: true, pipeline: .byValue,
                validate: [.allowNull], help: "What to tell."),
            Parameter("Tags", \.tags, position: 1, help: "Words by which the information can be found."),
        ],
        examples: [
            Example(
                "Write-Information 'done' -InformationAction Continue", "Shows a text of the information stream.", output: "done")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws { try runtime.writeInformation(messageData, tags: tags) }
}
