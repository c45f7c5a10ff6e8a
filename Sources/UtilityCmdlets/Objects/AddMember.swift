import CmdletKit
import Interpreter
import Values

/// Add-Member: properties and methods for one object.
struct AddMember: Cmdlet {
    var inputObject: Value = .nothing
    var memberType = "NoteProperty"
    var name = ""
    var value: Value = .null
    var secondValue: Value = .nothing
    var notePropertyName = ""
    var notePropertyValue: Value = .null
    var notePropertyMembers = HashtableArgument()
    var typeName = ""
    var force: Switch = false
    var passThru: Switch = false

    private static let kinds = ["AliasProperty", "NoteProperty", "ScriptMethod", "ScriptProperty"]

    static let declaration = CmdletDeclaration<AddMember>(
        "Add-Member", synopsis: "Adds custom properties and methods to an instance of a PowerShell object.",
        defaultSet: "MemberSet",
        parameters: [
            Parameter("InputObject", \.inputObject, mandatory: true, pipeline: .byValue, help: "The object."),
            Parameter(
                "MemberType", \.memberType, aliases: ["Type"], position: 0, mandatory: true, sets: ["MemberSet"],
                validate: [.set(kinds, ignoreCase: true)], completer: .values(kinds), help: "The kind of member."),
            Parameter("Name", \.name, position: 1, mandatory: true, sets: ["MemberSet"], help: "Its name."),
            Parameter("Value", \.value, position: 2, sets: ["MemberSet"], help: "Its value, or the code that gives it."),
            Parameter(
                "SecondValue", \.secondValue, position: 3, sets: ["MemberSet"],
                help: "The code that sets a script property."),
            Parameter(
                "NotePropertyName", \.notePropertyName, position: 0, mandatory: true, sets: ["NotePropertySingleMemberSet"],
                help: "The name of a property with a value."),
            Parameter(
                "NotePropertyValue", \.notePropertyValue, position: 1, mandatory: true, sets: ["NotePropertySingleMemberSet"],
                validate: [.allowNull, .allowEmptyString, .allowEmptyCollection], help: "Its value."),
            Parameter(
                "NotePropertyMembers", \.notePropertyMembers, position: 0, mandatory: true, sets: ["NotePropertyMultiMemberSet"],
                help: "Several properties as a hashtable."),
            Parameter("TypeName", \.typeName, help: "A type name for the object."),
            Parameter("Force", \.force, help: "Replaces a member of the name."),
            Parameter("PassThru", \.passThru, help: "Writes the object."),
        ],
        examples: [
            Example(
                "$o = [pscustomobject]@{ A = 2 }; $o | Add-Member ScriptProperty Double { $this.A * 2 }; $o.Double",
                "Adds a computed property.",
                output: "4")
        ])

    mutating func process(_ runtime: any CmdletRuntime) throws {
        guard let target = inputObject.reference else {
            return try runtime.writeError(
                ErrorRecord(
                    "A member cannot be added to a value of type [\(inputObject.typeName)]: it is copied wherever it goes. "
                        + "Put it in a property of a [pscustomobject] instead.",
                    id: "CannotAddMemberToValue", category: "InvalidOperation",
                    exception: "System.InvalidOperationException", target: inputObject))
        }
        let members = target.attached ?? AttachedMembers()
        for (name, member) in try additions() {
            if members[name] != nil || target.type.member(name) != nil, !force.isOn {
                try runtime.writeError(
                    ErrorRecord(
                        "Cannot add a member with the name \"\(name)\" because a member with that name already exists. To overwrite the member "
                            + "anyway, add the Force parameter to your command.", id: "MemberAlreadyExists",
                        category: "InvalidOperation",
                        exception: "System.InvalidOperationException", target: inputObject))
                continue
            }
            members[name] = member
        }
        if !typeName.isEmpty { members.typeNames = [typeName] + inputObject.typeNames }
        target.attached = members
        if passThru.isOn { try runtime.write(inputObject) }
    }

    private func additions() throws -> [(String, AttachedMembers.Member)] {
        if !notePropertyName.isEmpty { return [(notePropertyName, .note(notePropertyValue.orNull))] }
        if notePropertyMembers.table.count > 0 {
            return notePropertyMembers.table.pairs.map { ($0.key.displayText, .note($0.value)) }
        }
        guard !name.isEmpty else { return [] }
        switch memberType.lowercased() {
        case "aliasproperty": return [(name, .alias(value.displayText))]
        case "scriptproperty":
            return [(name, .script(getter: try block(value), setter: secondValue.isNull ? nil : try block(secondValue)))]
        case "scriptmethod": return [(name, .method(try block(value)))]
        default: return [(name, .note(value.orNull))]
        }
    }

    private func block(_ value: Value) throws -> ScriptBlock { try ScriptBlock.fromArgument(value) }
}
