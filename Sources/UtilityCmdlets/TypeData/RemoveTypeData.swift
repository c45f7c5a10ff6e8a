import CmdletKit
import Interpreter
import Values

/// Remove-TypeData.
struct RemoveTypeData: Cmdlet {
    private var typeName = ""
    private var typeData: Value = .null

    static let declaration = CmdletDeclaration<Self>(
        "Remove-TypeData", synopsis: "Takes back what Update-TypeData added to a type.", defaultSet: "RemoveTypeDataSet",
        confirms: true,
        parameters: [
            Parameter(
                "TypeName", \.typeName, position: 0, mandatory: true, pipeline: [.byValue, .byPropertyName],
                sets: ["RemoveTypeSet"],
                help: "The type's full name."),
            Parameter(
                "TypeData", \.typeData, mandatory: true, pipeline: .byValue, sets: ["RemoveTypeDataSet"],
                help: "What Get-TypeData gave."),
        ],
        examples: [
            Example(
                "Update-TypeData -TypeName Demo -MemberType NoteProperty -MemberName A -Value 1; Remove-TypeData Demo; (Get-TypeData Demo) -eq $null",
                "Adds and removes.", output: "True")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        let name = runtime.isBound("TypeData") ? typeData.property("TypeName")?.displayText ?? typeData.displayText : typeName
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
