import CmdletKit
import Values

/// Out-Null.
struct OutNull: Cmdlet {
    var inputObject: Value = .nothing

    static let declaration = CmdletDeclaration<OutNull>(
        "Out-Null", synopsis: "Drops what it is given.",
        description: """
            Takes objects from the pipeline and writes nothing: for commands whose output is not wanted. Errors and \
            warnings are not output and are shown. Assigning to $null does the same and is faster.
            """,
        parameters: [
            Parameter(\.inputObject, pipeline: .byValue, help: "The object to drop; usually from the pipeline.")
        ],
        examples: [
            Example("1..3 | Out-Null", "Shows nothing.", output: ""),
            Example(
                "New-Item /tmp/out-null.txt | Out-Null; Remove-Item /tmp/out-null.txt",
                "Hides the object that a cmdlet writes.", output: ""),
        ])
}
