import CmdletKit
import Interpreter
import Values

/// Remove-TypeData: removes a type's data from the session.
struct RemoveTypeData: Cmdlet {
    private var typeName = ""
    private var typeData: Value = .null

    static let declaration = CmdletDeclaration<Self>(
        "Remove-TypeData", synopsis: "Takes back what this session adds to a type.",
        description: """
            All members and display properties that Update-TypeData or files added to the type are gone; those that \
            the type has of its own stay. A type to which nothing was added is an error. Nothing is written.
            """, defaultSet: "RemoveTypeDataSet",
        confirms: true,
        parameters: [
            Parameter(
                \.typeName, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                sets: ["RemoveTypeSet"],
                help: "The full name of the type."),
            Parameter(
                \.typeData, mandatory: true, pipeline: .byValue, sets: ["RemoveTypeDataSet"],
                help: "What Get-TypeData wrote for the type; may be piped in."),
        ],
        examples: [
            Example(
                "Update-TypeData -TypeName Demo.Box -MemberType NoteProperty -MemberName A -Value 1; Remove-TypeData Demo.Box; ([pscustomobject]@{ PSTypeName = 'Demo.Box' }).A -eq $null",
                "Adds a member and takes it back.",
                output: "True"),
            Example(
                "Update-TypeData -TypeName Demo.Box -MemberType NoteProperty -MemberName A -Value 1; Get-TypeData Demo.* | Remove-TypeData; @(Get-TypeData Demo.*).Count",
                "Takes back what Get-TypeData finds.",
                output: "0"),
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let name = runtime.isBound(\Self.typeData) ? typeData.property("TypeName")?.displayText ?? typeData.displayText : typeName
        guard try runtime.shouldProcess(target: "Name of the type that will be removed: \(name)", action: "Remove TypeData") else {
            return
        }
        guard !engine.typeData.remove(name) else { return }
        throw ValueError(
            "Error in TypeData \"\(name)\": The type \"\(name)\" was not found. The type name value must be the full name of the type. Verify "
                + "the type name and run the command again.",
            id: "TypesDynamicRemoveException", exception: "System.Management.Automation.RuntimeException",
            category: "InvalidOperation")
    }
}
