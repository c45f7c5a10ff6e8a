import CmdletKit
import CmdletSupport
import Values

/// Set-ItemProperty.
struct SetItemProperty: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var name = ""
    private var value: Value = .null
    private var inputObject: Value = .nothing
    private var passThru: Switch = false
    private var force: Switch = false
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []

    static let declaration = CmdletDeclaration<Self>(
        "Set-ItemProperty", aliases: ["sp"],
        synopsis: "Sets a property of files and folders: a time, or whether they can be written.",
        defaultSet: "propertyValuePathSet", confirms: true,
        parameters: [
            Parameter(
                "Path", \.path, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                sets: ["propertyValuePathSet", "propertyPSObjectPathSet"], completer: .paths, help: "Paths, with wildcards."),
            Parameter(
                "LiteralPath", \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                sets: ["propertyValueLiteralPathSet", "propertyPSObjectLiteralPathSet"], completer: .paths,
                help: "Paths, taken literally."),
            Parameter(
                "Name", \.name, aliases: ["PSProperty"], position: 1, mandatory: true, pipeline: .byPropertyName,
                sets: ["propertyValuePathSet", "propertyValueLiteralPathSet"], help: "The property."),
            Parameter(
                "Value", \.value, position: 2, mandatory: true, pipeline: .byPropertyName,
                sets: ["propertyValuePathSet", "propertyValueLiteralPathSet"], validate: [.allowNull, .allowEmptyString],
                help: "Its value."),
            Parameter(
                "InputObject", \.inputObject, mandatory: true, pipeline: [.byValue, .byPropertyName],
                sets: ["propertyPSObjectPathSet", "propertyPSObjectLiteralPathSet"],
                help: "An object whose properties are taken over."),
            Parameter("PassThru", \.passThru, help: "Writes what was set."),
            Parameter("Force", \.force, help: "Accepted for scripts that give it: no property of a file needs it."),
            Parameter("Filter", \.filter, help: "A pattern for names."),
            Parameter("Include", \.include, help: "Only names that match one of these."),
            Parameter("Exclude", \.exclude, help: "No names that match one of these."),
        ],
        examples: [
            Example(
                "$f = New-Item \"/tmp/bulkhead-prop-$PID\"; Set-ItemProperty $f IsReadOnly $true; (Get-Item $f).IsReadOnly; Remove-Item $f -Force",
                "A file that nobody may write.", output: "True")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let names = NameFilter(filter: filter, include: include, exclude: exclude)
        let settings = runtime.isBound("InputObject") ? inputObject.properties.map { ($0.name, $0.value) } : [(name, value)]
        try ItemPropertyAccess.forEach(path, literal: literalPath, names, runtime) { item in
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
