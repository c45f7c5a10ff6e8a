import CmdletKit
import Interpreter
import Values

/// Add-Member.
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
        "Add-Member", synopsis: "Adds properties and methods to one object.",
        description: """
            Gives an object members of its own: a stored value (NoteProperty), another name for a property \
            (AliasProperty), a property that a script block computes (ScriptProperty) or a method that is a script \
            block (ScriptMethod). Inside such blocks $this is the object. The object itself changes, so nothing is \
            written unless -PassThru asks for it. Numbers, texts and truth values are copied wherever they go and take \
            no members; Update-TypeData gives members to all objects of a type instead.
            """,
        defaultSet: "MemberSet",
        parameters: [
            Parameter(
                \.inputObject, mandatory: true, pipeline: .byValue,
                help: "The object that gets the members; usually piped in."),
            Parameter(
                \.memberType, aliases: ["Type"], position: 0, mandatory: true, sets: ["MemberSet"],
                validate: [.set(kinds, ignoreCase: true)], completer: .values(kinds),
                help: "The kind of member: NoteProperty, AliasProperty, ScriptProperty or ScriptMethod."),
            Parameter(\.name, position: 1, mandatory: true, sets: ["MemberSet"], help: "The name of the new member."),
            Parameter(
                \.value, position: 2, sets: ["MemberSet"],
                help: """
                    What the member holds: the value of a NoteProperty, the name of the property that an AliasProperty \
                    stands for, or the script block of a ScriptProperty or ScriptMethod.
                    """),
            Parameter(
                \.secondValue, position: 3, sets: ["MemberSet"],
                help:
                    """
                    The script block that runs when a ScriptProperty is assigned to; it gets the new value as \
                    $args[0]. Without it the property is read-only.
                    """
            ),
            Parameter(
                \.notePropertyName, position: 0, mandatory: true, sets: ["NotePropertySingleMemberSet"],
                help: "The name of a property that stores a value; short for -MemberType NoteProperty -Name."),
            Parameter(
                \.notePropertyValue, position: 1, mandatory: true, sets: ["NotePropertySingleMemberSet"],
                validate: [.allowNull, .allowEmptyString, .allowEmptyCollection],
                help: "The value that the property of -NotePropertyName stores; $null is allowed."),
            Parameter(
                \.notePropertyMembers, position: 0, mandatory: true, sets: ["NotePropertyMultiMemberSet"],
                help: "A hashtable of names and values, each of which becomes a property."),
            Parameter(
                \.typeName,
                help: "A type name that is put before the object's others, so that views and Update-TypeData find the object by it."
            ),
            Parameter(\.force, help: "Replaces a member that has the name already, instead of an error."),
            Parameter(\.passThru, help: "Writes the object, for the next command of the pipeline."),
        ],
        outputs: ["System.Object"],
        examples: [
            Example(
                "[pscustomobject]@{ Name = 'fig' } | Add-Member -NotePropertyName Grams -NotePropertyValue 50 -PassThru",
                "Adds a stored value and hands the object on.",
                output: """

                    Name Grams
                    ---- -----
                    fig     50

                    """),
            Example(
                "$o = [pscustomobject]@{ A = 2 }; $o | Add-Member ScriptProperty Double { $this.A * 2 }; $o.A = 5; $o.Double",
                "Adds a property that is computed whenever it is read.",
                output: "10"),
            Example(
                "$o = [pscustomobject]@{ Name = 'Ada' }; $o | Add-Member ScriptMethod Greet { param($word) \"$word, $($this.Name)\" }; $o.Greet('Hello')",
                "Adds a method with a parameter.",
                output: "Hello, Ada"),
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
