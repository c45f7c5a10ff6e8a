import CmdletKit
import Values

/// New-ItemProperty.
struct NewItemProperty: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var name: [String] = []
    private var propertyType = ""
    private var value: Value = .null
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "New-ItemProperty", aliases: [],
        synopsis: "Would add a property to an item: the drives of this shell have items with fixed properties, and it says so.",
        defaultSet: "Path", confirms: true,
        parameters: [
            Parameter("Path", \.path, position: 0, mandatory: true, sets: ["Path"], completer: .paths, help: "Items."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths, help: "Items, taken literally."),
            Parameter(
                "Name", \.name, aliases: ["PSProperty"], position: 1, mandatory: true, pipeline: .byPropertyName,
                help: "The property."),
            Parameter("PropertyType", \.propertyType, aliases: ["Type"], pipeline: .byPropertyName, help: "Its type."),
            Parameter("Value", \.value, pipeline: .byPropertyName, help: "Its value."),
            Parameter("Force", \.force, help: "Accepted for scripts that give it."),
        ],
        examples: [
            Example(
                "try { New-ItemProperty /tmp Colour -ErrorAction Stop } catch { 'not here' }", "What it says.", output: "not here")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        throw ItemPropertyAccess.unsupported("New-ItemProperty")
    }
}
