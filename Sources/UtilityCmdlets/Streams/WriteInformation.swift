import CmdletKit
import Values

/// Write-Information.
struct WriteInformation: Cmdlet {
    var messageData: Value = .nothing
    var tags: [String] = []

    static let declaration = CmdletDeclaration<WriteInformation>(
        "Write-Information", synopsis: "Writes an object to the information stream.",
        description: """
            Sends a record with the object, its time and its tags to the information stream (6). It is shown where \
            $InformationPreference or -InformationAction says Continue; else it can be caught with 6>&1 or \
            -InformationVariable. The pipeline gets nothing.
            """,
        parameters: [
            Parameter(
                \.messageData, aliases: ["Msg", "Message"], position: 0, mandatory: true, pipeline: .byValue,
                validate: [.allowNull], help: "The object to tell; may be piped in."),
            Parameter(\.tags, position: 1, help: "Words by which scripts can pick out the record."),
        ],
        examples: [
            Example(
                "Write-Information 'done' -InformationAction Continue",
                "Shows a text of the information stream.",
                output: "done"),
            Example(
                "$record = Write-Information 'done' -Tags copy, log 6>&1; \"$record $($record.Tags)\"",
                "Catches a record and its tags.",
                output: "done copy log"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws { try runtime.writeInformation(messageData, tags: tags) }
}
