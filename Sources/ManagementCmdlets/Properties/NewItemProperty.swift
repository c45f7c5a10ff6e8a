import CmdletKit
import CmdletSupport
import Values

/// New-ItemProperty: always an error, since files have fixed properties.
struct NewItemProperty: Cmdlet {
    private var paths = ItemPaths()
    private var name: [String] = []
    private var propertyType = ""
    private var value: Value = .null
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "New-ItemProperty",
        synopsis: "Adds a property to an item, where its provider allows that: no provider of this shell does.",
        description: """
            The registry of Windows has items whose properties can be added and removed. Files, folders and the \
            entries of the other drives have fixed properties, so that this cmdlet is always an error on Linux. \
            Set-ItemProperty changes the properties that there are.
            """,
        defaultSet: "Path", confirms: true,
        parameters: .of(
            .group(\.paths, .path("Paths of items; wildcards are allowed.", pipeline: []), .literalPath()),
            [
                .propertyName(\.name),
                Parameter(\.propertyType, aliases: ["Type"], pipeline: .byPropertyName, help: "The type of its value."),
                Parameter(\.value, pipeline: .byPropertyName, help: "Its value."),
                Parameter(\.force, help: "Accepted for scripts that give it."),
            ]),
        examples: [
            Example(
                "try { New-ItemProperty /tmp Colour -ErrorAction Stop } catch { 'not here' }",
                "A folder has no properties of your own.", output: "not here"),
            Example(
                "try { New-ItemProperty /etc/passwd Size -Value 1 -ErrorAction Stop } catch { $_.CategoryInfo.Category }",
                "The category of the error.", output: "NotImplemented"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        throw ItemPropertyAccess.unsupported("New-ItemProperty")
    }
}
