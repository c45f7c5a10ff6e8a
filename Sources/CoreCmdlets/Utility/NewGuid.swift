import CmdletKit
import FoundationEssentials
import Values

/// New-Guid.
struct NewGuid: Cmdlet {
    private var empty: Switch = false
    private var inputObject = ""

    static let declaration = CmdletDeclaration<Self>(
        "New-Guid", synopsis: "Makes a globally unique identifier.", defaultSet: "Default",
        parameters: [
            Parameter("Empty", \.empty, sets: ["Empty"], help: "The one that is all zeros."),
            Parameter(
                "InputObject", \.inputObject, position: 0, mandatory: true, pipeline: .byValue, sets: ["InputObject"],
                validate: [.allowEmptyString], help: "The text of one."),
        ],
        outputs: ["System.Guid"],
        examples: [
            Example("New-Guid -Empty | ForEach-Object ToString", "All zeros.", output: "00000000-0000-0000-0000-000000000000")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound("InputObject") {
            do { try runtime.write(try Conversion.convert(.string(inputObject), to: GuidType.type)) } catch {
                try runtime.writeError(
                    ErrorRecord(
                        "Unrecognized Guid format: '\(inputObject)'.", id: "StringNotRecognizedAsGuid", category: "InvalidArgument",
                        exception: "System.FormatException", target: .string(inputObject)))
            }
            return
        }
        try runtime.write(
            empty.isOn ? GuidType.box(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))) : GuidType.box(UUID()))
    }
}
