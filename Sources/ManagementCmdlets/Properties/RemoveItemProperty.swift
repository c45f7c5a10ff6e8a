import CmdletKit
import Values

/// Remove-ItemProperty: always an error, since files have fixed properties.
struct RemoveItemProperty: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var name: [String] = []
    private var force: Switch = false

    static let declaration = CmdletDeclaration<Self>(
        "Remove-ItemProperty", aliases: ["rp"],
        synopsis: "Removes a property of an item, where its provider allows that: no provider of this shell does.",
        description: """
            The registry of Windows has items whose properties can be added and removed. Files, folders and the \
            entries of the other drives have fixed properties, so that this cmdlet is always an error on Linux. \
            Clear-ItemProperty sets the attributes of a file back.
            """,
        defaultSet: "Path", confirms: true,
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, sets: ["Path"], completer: .paths,
                help: "Paths of items; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["LiteralPath"], completer: .paths,
                help: "Paths in which no character is a wildcard: for names with [ ] * or ?."),
            Parameter(
                \.name, aliases: ["PSProperty"], position: 1, mandatory: true, pipeline: .byPropertyName,
                help: "The name of the property."),
            Parameter(\.force, help: "Accepted for scripts that give it."),
        ],
        examples: [
            Example(
                "try { Remove-ItemProperty /tmp Length -ErrorAction Stop } catch { 'not here' }",
                "The properties of a folder stay.", output: "not here"),
            Example(
                "try { Remove-ItemProperty /etc/passwd Length -ErrorAction Stop } catch { $_.CategoryInfo.Category }",
                "The category of the error.", output: "NotImplemented"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        throw ItemPropertyAccess.unsupported("Remove-ItemProperty")
    }
}
