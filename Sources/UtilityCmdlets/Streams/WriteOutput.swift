import CmdletKit
import Values

/// Write-Output.
struct WriteOutput: Cmdlet {
    var inputObject: Value = .nothing
    var noEnumerate: Switch = false

    static let declaration = CmdletDeclaration<WriteOutput>(
        "Write-Output", aliases: ["echo"], synopsis: "Writes objects to the pipeline.",
        description: """
            Hands its arguments, or what is piped in, to the next command; at the end of a pipeline they are shown. \
            Collections are written element by element unless -NoEnumerate is given. A value that stands alone on a \
            line of a script does the same.
            """,
        parameters: [
            Parameter(
                \.inputObject,
                memberships: [.init(position: 0, isMandatory: true, pipeline: .byValue, takesRemaining: true)],
                validate: [.allowNull, .allowEmptyString, .allowEmptyCollection],
                help: "The objects to write; all arguments are taken."),
            Parameter(\.noEnumerate, help: "Writes a collection as one object."),
        ],
        outputs: ["System.Object"],
        examples: [
            Example("Write-Output 1, 2", "Writes two numbers.", output: "1\n2"),
            Example(
                "(Write-Output 1, 2 -NoEnumerate | Measure-Object).Count",
                "Keeps a collection together.",
                output: "1"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if !noEnumerate.isOn, let elements = inputObject.enumerated {
            try runtime.writeAll(elements.map(\.orNull))
        } else {
            try runtime.write(inputObject.orNull)
        }
    }
}
