import CmdletKit
import Values

/// Get-Culture.
struct GetCulture: Cmdlet {
    private var noUserOverrides: Switch = false
    private var name: [String] = []
    private var listAvailable: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Get-Culture", synopsis: "Gets the culture that numbers, dates and texts follow: the invariant one, always.",
        defaultSet: "CurrentCulture",
        parameters: [
            Parameter(
                "NoUserOverrides", \.noUserOverrides, sets: ["CurrentCulture", "Name"],
                help: "Taken for compatibility: there are none."),
            Parameter(
                "Name", \.name, position: 0, pipeline: .byValue, sets: ["Name"], validate: [.allowNull, .allowEmptyString],
                help: "Another culture, by its name or number."),
            Parameter("ListAvailable", \.listAvailable, sets: ["ListAvailable"], help: "Those that can be chosen: the one."),
        ],
        outputs: ["System.Globalization.CultureInfo"],
        examples: [Example("(Get-Culture).Name.Length", "The invariant culture has no name.", output: "0")])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard runtime.isBound("Name") else {
            try runtime.write(Culture.invariant.boxed)
            return
        }
        for name in name {
            do { try runtime.write(try CultureType.make(name)) } catch let error as ValueError {
                try runtime.writeError(
                    ErrorRecord(
                        error.message, id: "ItemNotFoundException", category: "ObjectNotFound", exception: error.exceptionType,
                        target: .string(name)))
            }
        }
    }
}
