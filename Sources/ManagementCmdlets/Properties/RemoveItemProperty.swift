import CmdletKit
import CmdletSupport
import Values

/// Remove-ItemProperty: always an error, since files have fixed properties.
struct RemoveItemProperty: Cmdlet {
    private var paths = ItemPaths()
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
        parameters: .of(
            .group(\.paths, .path("Paths of items; wildcards are allowed.", pipeline: []), .literalPath()),
            [
                .propertyName(\.name),
                Parameter(\.force, help: "Accepted for scripts that give it."),
            ]),
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
