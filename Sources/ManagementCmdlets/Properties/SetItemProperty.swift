import CmdletKit
import CmdletSupport
import Values

/// Set-ItemProperty: sets properties of files and folders by the setters of their type.
struct SetItemProperty: Cmdlet {
    private var paths = ItemPaths()
    private var name = ""
    private var value: Value = .null
    private var inputObject: Value = .nothing
    private var passThru: Switch = false
    private var force: Switch = false
    private var names = NameFilter()

    static let declaration = CmdletDeclaration<Self>(
        "Set-ItemProperty", aliases: ["sp"],
        synopsis: "Sets a property of files and folders, such as a time or whether they can be written.",
        description: """
            Of files and folders LastWriteTime, LastAccessTime, CreationTime, Attributes and IsReadOnly can be set. \
            On Linux setting CreationTime sets the time of the last change, and IsReadOnly takes or gives write \
            permission. Takes paths, or objects with a path, from the pipeline; with -InputObject it sets all \
            properties of an object. Writes nothing unless -PassThru is given.
            """,
        defaultSet: "propertyValuePathSet", confirms: true,
        parameters: .of(
            .group(
                \.paths,
                .path(
                    "Paths of files and folders; wildcards are allowed.", sets: ["propertyValuePathSet", "propertyPSObjectPathSet"]),
                .literalPath(sets: ["propertyValueLiteralPathSet", "propertyPSObjectLiteralPathSet"])),
            [
                .propertyName(\.name, sets: ["propertyValuePathSet", "propertyValueLiteralPathSet"]),
                Parameter(
                    \.value, position: 2, mandatory: true, pipeline: .byPropertyName,
                    sets: ["propertyValuePathSet", "propertyValueLiteralPathSet"], validate: [.allowNull, .allowEmptyString],
                    help: "The new value."),
                Parameter(
                    \.inputObject, mandatory: true, pipeline: [.byValue, .byPropertyName],
                    sets: ["propertyPSObjectPathSet", "propertyPSObjectLiteralPathSet"],
                    help: "An object whose properties are set, each under its own name."),
                Parameter(\.passThru, help: "Writes an object with the property and its new value."),
                Parameter(\.force, help: "Accepted for scripts that give it: no property of a file needs it."),
            ],
            .group(\.names)),
        outputs: ["System.Management.Automation.PSCustomObject"],
        examples: [
            Example(
                """
                New-Item /tmp/set-property.txt | Out-Null
                Set-ItemProperty /tmp/set-property.txt IsReadOnly $true
                (Get-Item /tmp/set-property.txt).IsReadOnly
                Remove-Item /tmp/set-property.txt -Force
                """,
                "A file without write permission.", output: "True"),
            Example(
                """
                New-Item /tmp/set-property.txt | Out-Null
                Set-ItemProperty /tmp/set-property.txt LastWriteTime '2024-05-06'
                (Get-Item /tmp/set-property.txt).LastWriteTime.Year
                Remove-Item /tmp/set-property.txt
                """,
                "The time of the last change.", output: "2024"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let settings = runtime.isBound(\Self.inputObject) ? inputObject.properties.map { ($0.name, $0.value) } : [(name, value)]
        try ItemPropertyAccess.forEach(paths, names, runtime) { item in
            for (name, value) in settings { try set(name, value, item, runtime) }
        }
    }

    private func set(_ name: String, _ value: Value, _ item: FileItem, _ runtime: any CmdletRuntime) throws {
        guard
            try runtime.shouldProcess(
                target: "Item: \(item.path) Property: \(name) Value: \(value.displayText)",
                action: item.isFolder ? "Set Property Directory" : "Set Property File")
        else { return }
        guard let member = Value.object(item).type.member(name), case .property(_, _, let setter?) = member.kind else {
            throw ItemPropertyAccess.notFound(name, item.path)
        }
        do { try setter(.object(item), value) } catch let error as ValueError {
            throw ValueError(error.message, id: "SetPropertyError", exception: error.exceptionType, category: "ReadError")
        }
        if passThru.isOn { try runtime.write(.object(CustomObject([(member.name, Value.object(item).property(name) ?? .null)]))) }
    }
}
